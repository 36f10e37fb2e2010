namespace Extraction;

/// <summary>Sentences that a speaker breaks off at a dash.</summary>
internal static class BreakOffs
{
    private const int LongestWord = 12;

    private static readonly ulong I = TextHash.Lower("i");
    private static readonly ulong The = TextHash.Lower("the");
    private static readonly ulong A = TextHash.Lower("a");
    private static readonly ulong An = TextHash.Lower("an");

    /// <summary>
    /// Whether a dash between spaces ends a sentence: the word before it is in lower case and the word after it is capitalised though it is no name:
    /// <c>You practise every day, at uh — This is at six thirty.</c> After a dateline stands a place or an agency, and <c>a film — The Godfather</c> goes on with a name.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Start of the paragraph.</param>
    /// <param name="end">End of the paragraph.</param>
    /// <param name="dash">Offset of the dash.</param>
    /// <param name="resume">Offset after the dash, where the sentence ends.</param>
    public static bool EndsAt(ReadOnlySpan<char> text, int start, int end, int dash, out int resume)
    {
        resume = dash + 1;
        if (text[dash] == '-')
        {
            if (resume >= end || text[resume] != '-')
            {
                return false;
            }

            resume++;
        }

        if (dash - 2 < start || resume + 2 >= end || text[dash - 1] != ' ' || text[resume] != ' ' || !CharClasses.IsUpper(text[resume + 1]))
        {
            return false;
        }

        // "Now I'm supposed to re- — And I'm supposed to trust you": half a word counts as one.
        char before = text[dash - 2];
        if (CharClasses.Of(before) != CharClass.Letter && !(before == '-' && dash - 3 >= start && CharClasses.Of(text[dash - 3]) == CharClass.Letter))
        {
            return false;
        }

        if (!IsLower(text, start, dash - 2))
        {
            return false;
        }

        ulong word = ParagraphHeads.WordAt(text, end, resume + 1, out int after);
        if (word == 0 || word == I || !SentenceStarters.IsCertain(word))
        {
            return false;
        }

        bool article = word == The || word == A || word == An;
        return !article || (after + 1 < end && CharClasses.Of(text[after + 1]) == CharClass.Letter);
    }

    // The word that ends at the offset begins with a small letter.
    private static bool IsLower(ReadOnlySpan<char> text, int start, int last)
    {
        int i = last;
        while (i > start && last - i < LongestWord && !CharClasses.IsSpace(text[i - 1]))
        {
            i--;
        }

        return CharClasses.Of(text[i]) == CharClass.Letter;
    }
}
