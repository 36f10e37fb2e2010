namespace Extraction;

/// <summary>Sentences that end without a mark of their own: a speaker breaks off at a dash, a caption begins with its picture's number.</summary>
internal static class RunIns
{
    private const int LongestWord = 12;
    private const int LongestLabel = 8;
    private const int LongestClose = 40;
    private const int MostWordsBefore = 3;

    /// <summary>A heading that ran into its text is no longer, in characters.</summary>
    private const int LongestHeading = 90;

    /// <summary>Heading and text together are longer than this.</summary>
    private const int ShortestStory = 120;
    private const int ShortestOrdinary = 3;

    private static readonly HashLexicon Labels = HashLexicon.OfWords("figure fig table box map chart exhibit plate photo graph");
    private static readonly HashLexicon Closes = HashLexicon.OfWords("sincerely regards respectfully cordially faithfully truly wishes");
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
    public static bool BreaksOff(ReadOnlySpan<char> text, int start, int end, int dash, out int resume)
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

        ulong word = WordAt(text, end, resume + 1, out int after);
        if (word == 0 || word == I || !SentenceStarters.IsCertain(word))
        {
            return false;
        }

        bool article = word == The || word == A || word == An;
        return !article || (after + 1 < end && CharClasses.Of(text[after + 1]) == CharClass.Letter);
    }

    /// <summary>The end of what stands before the first sentence of a paragraph, or -1: a picture's number (<c>Figure 1.5 The castle at dusk.</c>), a letter's close (<c>Kind regards, Ada Obi</c>).</summary>
    public static int HeadEnd(ReadOnlySpan<char> text, int start, int end)
    {
        if (!CharClasses.IsUpper(text[start]))
        {
            return -1;
        }

        int label = LabelEnd(text, start, end);
        label = label > 0 ? label : CloseEnd(text, start, end);
        return label > 0 ? label : HeadingEnd(text, start, end);
    }

    // 'Beauty borrowed from afar In one of his best essays the author says': a word that begins sentences, capitalised in mid-line after an ordinary word in small letters, before another
    // in small letters. 'She saw The Crown' goes on with a capital, 'Queen of The hill' has a small word before it.
    private static int HeadingEnd(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start < ShortestStory)
        {
            return -1;
        }

        int word = start;
        for (int i = start; i < start + LongestHeading; i++)
        {
            CharClass kind = CharClasses.Of(text[i]);
            if (kind is CharClass.Letter or CharClass.Upper)
            {
                continue;
            }

            if (text[i] is '-' or '\'' or '’' || CharClasses.IsDigit(text[i]))
            {
                continue;
            }

            if (text[i] != ' ')
            {
                return -1;
            }

            // The word before the space is done; the next begins behind it.
            bool small = i - word >= ShortestOrdinary && CharClasses.Of(text[word]) == CharClass.Letter;
            if (small && CharClasses.IsUpper(text[i + 1]) && IsOrdinary(TextHash.Lower(text[word..i])) && Begins(text, end, i + 1))
            {
                return i;
            }

            word = i + 1;
        }

        return -1;
    }

    private static bool IsOrdinary(ulong word) => (LineWordLexicon.Find(word) & (LineWords.Function | LineWords.Verb)) == 0 && !SentenceStarters.IsStarter(word);

    private static bool Begins(ReadOnlySpan<char> text, int end, int at)
    {
        // 'an annual IT show', 'a vitamin A pill' go on with a name.
        if (at + 1 >= end || CharClasses.Of(text[at + 1]) != CharClass.Letter)
        {
            return false;
        }

        ulong word = WordAt(text, end, at, out int after);
        return word != 0 && SentenceStarters.IsCertain(word) && after + 1 < end && text[after] == ' ' && CharClasses.Of(text[after + 1]) == CharClass.Letter;
    }

    private static int LabelEnd(ReadOnlySpan<char> text, int start, int end)
    {
        int i = start;
        while (i < end && i - start <= LongestLabel && CharClasses.IsLetter(text[i]))
        {
            i++;
        }

        if (i - start is < 3 or > LongestLabel || Labels.Find(TextHash.Lower(text[start..i])) == 0)
        {
            return -1;
        }

        int digits = i + 1 < end && text[i] == ' ' ? i + 1 : end;
        int number = digits;
        while (number < end && (CharClasses.IsDigit(text[number]) || (text[number] == '.' && number + 1 < end && CharClasses.IsDigit(text[number + 1]))))
        {
            number++;
        }

        return number > digits && number - digits <= LongestLabel && number + 1 < end && text[number] == ' ' && CharClasses.IsUpper(text[number + 1]) ? number : -1;
    }

    // One to four words, the last of which closes letters, a comma, a name.
    private static int CloseEnd(ReadOnlySpan<char> text, int start, int end)
    {
        ReadOnlySpan<char> head = text[start..Math.Min(end, start + LongestClose)];
        int comma = head.IndexOf(',');
        if (comma < 0 || comma + 2 >= head.Length || head[comma + 1] != ' ' || !CharClasses.IsUpper(head[comma + 2]))
        {
            return -1;
        }

        int word = comma;
        while (word > 0 && CharClasses.IsLetter(head[word - 1]))
        {
            word--;
        }

        return word < comma && Closes.Find(TextHash.Lower(head[word..comma])) != 0 && head[..word].Count(' ') <= MostWordsBefore ? start + comma + 1 : -1;
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

    // The letters up to an apostrophe: of "That's" the hash of 'that'.
    private static ulong WordAt(ReadOnlySpan<char> text, int end, int start, out int after)
    {
        after = start;
        while (after < end && after - start <= LongestWord && CharClasses.IsLetter(text[after]))
        {
            after++;
        }

        return after - start > LongestWord ? 0 : TextHash.Lower(text[start..after]);
    }
}
