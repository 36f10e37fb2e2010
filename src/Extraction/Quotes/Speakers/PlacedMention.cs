namespace Extraction;

/// <summary>A mention as the resolver sees it.</summary>
/// <param name="Entity">Index of its entity.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Kind">How it refers.</param>
/// <param name="Place">Where in its sentence it stands.</param>
internal readonly record struct PlacedMention(int Entity, int First, int End, MentionKind Kind, MentionPlace Place) : ITokenRun
{
    public bool Is(MentionPlace place) => (Place & place) != 0;
}
