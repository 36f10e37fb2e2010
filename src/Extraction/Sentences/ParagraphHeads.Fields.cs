namespace Extraction;

/// <content>Heads that open letters, messages and reports: a salutation, a field of the header, a date; a heading in quotation marks.</content>
internal static partial class ParagraphHeads
{
    private const int LongestSalutation = 48;
    private const int LongestField = 90;
    private const int LongestQuoted = 70;
    private const int YearDigits = 4;

    private static readonly HashLexicon AddressFields = HashLexicon.OfWords("email e from");
    private static readonly HashLexicon Weekdays = HashLexicon.OfWords("monday tuesday wednesday thursday friday saturday sunday");
    private static readonly HashLexicon Months = HashLexicon.OfWords("january february march april may june july august september october november december");

    // 'Dear Ms Obi, We thank you': no mark but the comma or the colon within a few words, then a capital.
    private static int SalutationEnd(ReadOnlySpan<char> text, int start, int end)
    {
        int limit = Math.Min(end, start + LongestSalutation);
        int i = start;
        while (i < limit && (CharClasses.IsWordChar(text[i]) || text[i] is ' ' or '-' or '\'' or '’' or '&' || (text[i] == '.' && AbbreviatesTitle(text, i))))
        {
            i++;
        }

        return i < limit && text[i] is ',' or ':' && i + 2 < end && text[i + 1] == ' ' && CharClasses.IsUpper(text[i + 2]) ? i + 1 : -1;
    }

    private static bool AbbreviatesTitle(ReadOnlySpan<char> text, int stop)
    {
        int word = stop;
        while (word > 0 && CharClasses.IsLetter(text[word - 1]) && stop - word < LongestWord)
        {
            word--;
        }

        return (AbbreviationLexicon.Find(TextHash.Lower(text[word..stop])) & AbbreviationKinds.Title) != 0;
    }

    // 'From: "Ada Obi" <ada.obi@example.org> The hall is free': the word with the '@' ends the field.
    private static int AddressFieldEnd(ReadOnlySpan<char> text, int start, int end)
    {
        int limit = Math.Min(end, start + LongestField);
        int colon = text[start..limit].IndexOf(':');
        int at = text[start..limit].IndexOf('@');
        if (colon < 0 || colon > LongestWord || at < colon)
        {
            return -1;
        }

        int i = start + at;
        while (i < limit && !CharClasses.IsSpace(text[i]))
        {
            i++;
        }

        return i < limit && i + 1 < end && text[i - 1] is not (',' or ';') && text[i + 1] is not ('<' or '(' or ',' or ';') ? i : -1;
    }

    // 'Thursday, June 6, 2019 Voters in Lund went', '6 June 2019 Voters went': a whole date, then a capital and a word in small letters. 'June 6, 2019 World Cup' is a phrase.
    private static int DateEnd(ReadOnlySpan<char> text, int start, int end)
    {
        int i = start;
        if (Weekdays.Contains(WordAt(text, end, i, out int after)) && after + 1 < end && text[after] is ',' or ' ')
        {
            i = text[after] == ',' && text[after + 1] == ' ' ? after + 2 : after + 1;
        }

        if (!TryDayAndMonth(text, end, ref i))
        {
            return -1;
        }

        i += i < end && text[i] == ',' ? 1 : 0;
        int year = i + 1;
        int last = year;
        while (last < end && CharClasses.IsDigit(text[last]))
        {
            last++;
        }

        if (last - year != YearDigits || text[i] != ' ' || last + 1 >= end || text[last] != ' ' || !CharClasses.IsUpper(text[last + 1]))
        {
            return -1;
        }

        int word = last + 1;
        while (word < end && CharClasses.IsWordChar(text[word]))
        {
            word++;
        }

        bool small = word + 1 < end && text[word] == ' ' && CharClasses.Of(text[word + 1]) == CharClass.Letter;
        return small || SentenceStarters.IsCertain(TextHash.Lower(text[(last + 1)..word])) ? last : -1;
    }

    private static bool TryDayAndMonth(ReadOnlySpan<char> text, int end, ref int i)
    {
        bool dayFirst = i < end && CharClasses.IsDigit(text[i]);
        int day = i;
        if (!dayFirst)
        {
            if (!Months.Contains(WordAt(text, end, i, out day)) || day + 1 >= end || text[day] != ' ')
            {
                return false;
            }

            day++;
        }

        int last = day;
        while (last < end && last - day < 3 && CharClasses.IsDigit(text[last]))
        {
            last++;
        }

        if (last == day || last - day > 2)
        {
            return false;
        }

        i = last;
        return !dayFirst || (last + 1 < end && text[last] == ' ' && Months.Contains(WordAt(text, end, last + 1, out i)));
    }

    // '"The Long Tide" The novel of a fishing town': nothing but a title in the marks, no stop or comma, then a word that begins sentences.
    private static int QuotedEnd(ReadOnlySpan<char> text, int start, int end)
    {
        int limit = Math.Min(end, start + LongestQuoted);
        int close = text[(start + 1)..limit].IndexOfAny('"', '”') + start + 1;
        if (close <= start + 2 || close + 1 >= end || !CharClasses.IsWordChar(text[close - 1]) || text[close + 1] != ' ')
        {
            return -1;
        }

        if (close + 2 >= end || !CharClasses.IsUpper(text[close + 2]) || !RunInHeadings.Begins(text, close + 2, end))
        {
            return -1;
        }

        // '"We shall win" She said': a comma is missing.
        WordAt(text, end, close + 2, out int after);
        return CandidateReader.IsSpeechVerb(WordAt(text, end, after + 1, out _)) ? -1 : close + 1;
    }
}
