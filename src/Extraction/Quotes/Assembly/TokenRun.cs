namespace Extraction;

/// <summary>A run of tokens, end exclusive.</summary>
internal readonly record struct TokenRun(int First, int End)
{
    public int Length => End - First;
}
