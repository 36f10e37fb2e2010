namespace Extraction;

/// <summary>What the cue lexicon tells of a word: strength 3 nearly always a cue, 2 usually, 1 where the rest of the sentence agrees, 0 none.</summary>
internal readonly record struct CueWord(byte Code)
{
    public int Strength => Code & 3;

    public CueClass Class => (CueClass)(Code >> 2);
}
