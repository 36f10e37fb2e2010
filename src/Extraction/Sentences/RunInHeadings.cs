using System.Buffers;

namespace Extraction;

/// <summary>
/// Headings that ran into their text without a mark: <c>Beauty borrowed from afar In one of his best essays the author says</c>, <c>HOW IT ALL BEGAN The first fair was held</c>.
/// Told by a word that begins sentences and no names, capitalised in mid-line before one in small letters. Looks at the first line of a sentence alone, so that the cost is linear.
/// </summary>
internal static class RunInHeadings
{
    /// <summary>Longest heading, in characters.</summary>
    private const int Longest = 70;

    /// <summary>Fewest characters of a heading and its text.</summary>
    private const int ShortestStory = 100;
    private const int ShortestOrdinary = 3;
    private const int FewestCapitals = 8;
    private const int LongestStarter = 14;

    /// <summary>No heading goes on after these.</summary>
    private static readonly SearchValues<char> Ends = SearchValues.Create(".?!…:;,()[]{}<>|/*=_@\"“”«»–—\n\r\t");

    /// <summary>Words that are headings by themselves.</summary>
    private static readonly HashLexicon Sections = HashLexicon.OfWords("abstract background conclusion conclusions introduction overview summary");

    /// <summary>Words that tell too little: capitalised out of reverence (<c>the people and His prophets</c>), or first in titles (<c>the album How to stay</c>).</summary>
    private static readonly HashLexicon Doubtful = HashLexicon.OfWords("he him his thy your what how which who why");

    /// <summary>Where the heading ends that opens the sentence, or -1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Start of the sentence.</param>
    /// <param name="end">End of the paragraph.</param>
    public static int End(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start < ShortestStory || !CharClasses.IsUpper(text[start]))
        {
            return -1;
        }

        ReadOnlySpan<char> line = text.Slice(start, Longest);
        int at = 2;
        while (at < line.Length)
        {
            int found = line[at..].IndexOfAnyInRange('A', 'Z');
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (SentenceStarters.MayBegin(line[at], text[start + at + 1]) && line[at - 1] == ' ' && MayEnd(line, at - 2) && Begins(text, start + at, end) && EndsHeading(line[..(at - 1)]) && !Doubtful.Contains(ParagraphHeads.WordAt(text, end, start + at, out _)))
            {
                return line[..at].ContainsAny(Ends) ? -1 : start + at - 1;
            }

            at++;
        }

        return -1;
    }

    /// <summary>A word in ordinary case at the offset begins sentences and no names, and goes on in small letters; 'an IT show', 'She saw The Crown' do not.</summary>
    public static bool Begins(ReadOnlySpan<char> text, int at, int end)
    {
        int after = at + 1;
        int limit = Math.Min(end - 1, at + LongestStarter);
        while (after < limit && text[after] is >= 'a' and <= 'z')
        {
            after++;
        }

        return after > at + 1 && after < limit && text[after] == ' ' && CharClasses.Of(text[after + 1]) == CharClass.Letter && SentenceStarters.IsCertain(TextHash.Lower(text[at..after]));
    }

    // Most words before capitals are names themselves: sorted out by their letters alone.
    private static bool MayEnd(ReadOnlySpan<char> line, int last)
    {
        char c = line[last];
        if (c is not (>= 'a' and <= 'z'))
        {
            return CharClasses.IsWordChar(c);
        }

        int first = last;
        while (first > 0 && line[first - 1] != ' ')
        {
            first--;
        }

        return first == 0 || line[first] is >= 'a' and <= 'z';
    }

    private static bool EndsHeading(ReadOnlySpan<char> heading)
    {
        int word = heading.LastIndexOf(' ') + 1;
        if (CharClasses.Of(heading[word]) == CharClass.Letter)
        {
            // An ordinary word in small letters: 'Queen of The hill' has a small word before it.
            return heading.Length - word >= ShortestOrdinary && IsOrdinary(TextHash.Lower(heading[word..]));
        }

        return word == 0 ? Sections.Contains(TextHash.Lower(heading)) : AllCapitals(heading);
    }

    private static bool IsOrdinary(ulong word) =>
        (LineWordLexicon.Find(word) & (LineWords.Function | LineWords.Verb)) == 0 && !SentenceStarters.IsStarter(word) && !CandidateReader.IsSpeechVerb(word);

    private static bool AllCapitals(ReadOnlySpan<char> heading)
    {
        int capitals = 0;
        foreach (char c in heading)
        {
            if (CharClasses.Of(c) == CharClass.Letter)
            {
                return false;
            }

            capitals += CharClasses.IsUpper(c) ? 1 : 0;
        }

        return capitals >= FewestCapitals;
    }
}
