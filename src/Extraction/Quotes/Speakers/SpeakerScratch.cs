namespace Extraction;

/// <summary>One run's memory of the stage 'speakers'.</summary>
internal sealed class SpeakerScratch
{
    public SpeakerResolver Resolver { get; } = new();

    /// <summary>Pronouns and titles that were resolved.</summary>
    public List<Resolution> Added { get; } = [];

    /// <summary>Keeps a resolution that makes a new mention: a lone pronoun, or a definite description of a person.</summary>
    public void Note(in Resolution found)
    {
        if (found.Entity >= 0 && found.Kind is SourceKind.He or SourceKind.She or SourceKind.It or SourceKind.DefinitePerson or SourceKind.DefiniteOrganization && found.Run.Length <= 8)
        {
            Added.Add(found);
        }
    }
}
