namespace Extraction;

/// <summary>Takes the ranker's place while it is trained: sees every choice with its readings and makes it.</summary>
internal abstract class LinkTeacher
{
    /// <summary>Index of the reading to take.</summary>
    public abstract int Choose(in QuotePiece piece, LinkReadings readings);
}
