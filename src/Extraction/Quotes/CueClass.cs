namespace Extraction;

/// <summary>What the cue of a quote tells.</summary>
public enum CueClass : byte
{
    /// <summary>No cue, or none of the others.</summary>
    None,

    /// <summary>Speaking: said, told, according to.</summary>
    Speech,

    /// <summary>Writing: wrote, tweeted, read the statement.</summary>
    Writing,

    /// <summary>Belief or plan: believes, expects, plans. Left out by default.</summary>
    Belief,
}
