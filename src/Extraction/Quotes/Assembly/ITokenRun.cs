namespace Extraction;

/// <summary>Something that stands on a run of tokens, end exclusive.</summary>
internal interface ITokenRun
{
    int First { get; }

    int End { get; }
}
