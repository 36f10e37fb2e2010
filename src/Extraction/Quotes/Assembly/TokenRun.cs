namespace Extraction;

/// <summary>A run of tokens, end exclusive.</summary>
internal readonly record struct TokenRun(int First, int End) : ITokenRun
{
    public int Length => End - First;
}
