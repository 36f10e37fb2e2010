namespace Extraction;

/// <summary>What stands before the first sentence of a paragraph and ends without a mark: a picture's number, a letter's salutation or close, a date.</summary>
internal static partial class ParagraphHeads
{
    private const int LongestWord = 12;
    private const int LongestNumber = 8;
    private const int LongestClose = 40;
    private const int MostWordsBefore = 3;

    private static readonly HashLexicon Labels = HashLexicon.OfWords("figure fig table box map chart exhibit plate photo graph");
    private static readonly HashLexicon Closes = HashLexicon.OfWords("sincerely regards respectfully cordially faithfully truly wishes");
    private static readonly ulong Dear = TextHash.Lower("dear");

    /// <summary>The end of what stands before the first sentence of a paragraph, or -1: <c>Figure 1.5 The castle at dusk.</c>, <c>Dear Ms Obi, We thank you</c>, <c>June 5, 2019 Voters in Lund went</c>.</summary>
    public static int End(ReadOnlySpan<char> text, int start, int end)
    {
        if (CharClasses.IsDigit(text[start]))
        {
            return DateEnd(text, start, end);
        }

        if (text[start] is '"' or '“')
        {
            return QuotedEnd(text, start, end);
        }

        if (!CharClasses.IsUpper(text[start]))
        {
            return -1;
        }

        ulong first = WordAt(text, end, start, out int after);
        int found = first == 0 ? -1
            : Labels.Contains(first) ? LabelEnd(text, after, end)
            : first == Dear ? SalutationEnd(text, start, end)
            : AddressFields.Contains(first) ? AddressFieldEnd(text, start, end)
            : Weekdays.Contains(first) || Months.Contains(first) ? DateEnd(text, start, end)
            : -1;
        return found > 0 ? found : CloseEnd(text, start, end);
    }

    /// <summary>The end of a letter's close that begins at the offset, or -1: up to four words, the last of which closes letters, a comma, a name (<c>Kind regards, Ada Obi</c>).</summary>
    public static int CloseEnd(ReadOnlySpan<char> text, int start, int end)
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

        return word < comma && IsClose(TextHash.Lower(head[word..comma])) && head[..word].Count(' ') <= MostWordsBefore ? start + comma + 1 : -1;
    }

    /// <summary>The word is the last one of letters' closes: <c>regards</c>.</summary>
    public static bool IsClose(ulong word) => Closes.Contains(word);

    // 'Figure 1.5 The castle': the number after the label.
    private static int LabelEnd(ReadOnlySpan<char> text, int label, int end)
    {
        int digits = label + 1 < end && text[label] == ' ' ? label + 1 : end;
        int number = digits;
        while (number < end && (CharClasses.IsDigit(text[number]) || (text[number] == '.' && number + 1 < end && CharClasses.IsDigit(text[number + 1]))))
        {
            number++;
        }

        return number > digits && number - digits <= LongestNumber && number + 1 < end && text[number] == ' ' && CharClasses.IsUpper(text[number + 1]) ? number : -1;
    }

    // The letters up to an apostrophe: of "That's" the hash of 'that'.
    public static ulong WordAt(ReadOnlySpan<char> text, int end, int start, out int after)
    {
        after = start;
        while (after < end && after - start <= LongestWord && CharClasses.IsLetter(text[after]))
        {
            after++;
        }

        return after - start > LongestWord ? 0 : TextHash.Lower(text[start..after]);
    }
}
