using System.Text.RegularExpressions;

namespace Extraction.Evaluation.Scoring;

/// <summary>Reads quotation marks, the same way on the gold and on the predicted side (<c>quote_marks.py</c>).</summary>
internal static partial class QuotedRanges
{
    // Stands for the second of two apostrophes that were one mark.
    private const int Filler = 0x2060;
    private const string BeforeOpening = " \t\u00a0([{-\u2013\u2014/\u2018'\u201c:;,";

    /// <summary>Spans between quotation marks, marks included, in order.</summary>
    /// <param name="points">The text in code points.</param>
    public static List<TextSpan> Of(ReadOnlySpan<int> points)
    {
        int[] t = [.. points];
        for (int i = 0; i + 1 < t.Length; i++)
        {
            if ((t[i] == '\'' && t[i + 1] == '\'') || (t[i] == '`' && t[i + 1] == '`'))
            {
                t[i] = t[i] == '\'' ? '"' : 0x201C;
                t[++i] = Filler;
            }
        }

        var ranges = new List<TextSpan>();
        List<TextSpan> paragraphs = Paragraphs(t);
        foreach (TextSpan paragraph in paragraphs)
        {
            AddDouble(t, paragraph, ranges);
        }

        var inside = new bool[t.Length + 1];
        foreach (TextSpan range in ranges)
        {
            Array.Fill(inside, true, range.Start, range.Length);
        }

        foreach (TextSpan paragraph in paragraphs)
        {
            AddSingle(t, paragraph, inside, ranges);
        }

        ranges.Sort(QuoteText.ByStartThenEnd);
        return ranges;
    }

    private static List<TextSpan> Paragraphs(int[] t)
    {
        var paragraphs = new List<TextSpan>();
        int start = 0;
        for (int i = 0; i <= t.Length; i++)
        {
            if (i == t.Length || t[i] == '\n')
            {
                if (i > start)
                {
                    paragraphs.Add(new TextSpan(start, i));
                }

                start = i + 1;
            }
        }

        return paragraphs;
    }

    private static void AddDouble(int[] t, TextSpan paragraph, List<TextSpan> ranges)
    {
        int start = -1;
        for (int i = paragraph.Start; i < paragraph.End; i++)
        {
            bool closes = false;
            switch (t[i])
            {
                case 0x201C or 0x201F or 0x201E or 0xAB:
                    start = start < 0 ? i : start;
                    break;
                case 0x201D or 0xBB:
                    closes = start >= 0;
                    start = start < 0 && Opens(t, i, paragraph.Start) ? i : start;
                    break;
                case '"' or 0x2033:
                    if (start < 0)
                    {
                        start = Opens(t, i, paragraph.Start) || !Closes(t, i, paragraph.End) ? i : -1;
                    }
                    else
                    {
                        closes = Closes(t, i, paragraph.End) || !Opens(t, i, paragraph.Start);
                    }

                    break;
            }

            if (closes)
            {
                ranges.Add(new TextSpan(start, i + 1 < t.Length && t[i + 1] == Filler ? i + 2 : i + 1));
                start = -1;
            }
        }

        if (start >= 0 && paragraph.End - start > 1)
        {
            ranges.Add(new TextSpan(start, paragraph.End));
        }
    }

    private static void AddSingle(int[] t, TextSpan paragraph, bool[] inside, List<TextSpan> ranges)
    {
        int end = paragraph.End;
        for (int i = paragraph.Start; i < end; i++)
        {
            bool opens = !inside[i] && t[i] is '\'' or 0x2018 && Opens(t, i, paragraph.Start) && i + 1 < end && (PythonText.IsAlnum(t[i + 1]) || t[i + 1] is '$' or '#' or '@' or '[');
            if (!opens || (t[i] == '\'' && Clipped().IsMatch(string.Concat(t.Skip(i).Take(7).Select(QuoteText.PointToString)))))
            {
                continue;
            }

            int best = -1;
            for (int j = i + 1; j < end && !inside[j]; j++)
            {
                if (t[j] is '\'' or 0x2019 && Closes(t, j, end))
                {
                    // "voters' anger" may be a possessive: only punctuation, or no later mark, makes it a closing one.
                    best = j;
                    int next = j + 1 < end ? t[j + 1] : ' ';
                    bool sure = ".,;:!?)\u2014-".Contains((char)next, StringComparison.Ordinal) || j + 1 >= end || t[j - 1] is '.' or ',' or '!' or '?';
                    if (sure || t[j - 1] != 's')
                    {
                        break;
                    }
                }
            }

            if (best >= 0 && best - i > 1)
            {
                ranges.Add(new TextSpan(i, best + 1));
                i = best;
            }
        }
    }

    private static bool Opens(int[] t, int i, int paragraphStart)
    {
        int previous = i > paragraphStart ? t[i - 1] : ' ', next = i + 1 < t.Length ? t[i + 1] : ' ';
        return (PythonText.IsSpace(previous) || (previous <= 0xFFFF && BeforeOpening.Contains((char)previous, StringComparison.Ordinal))) && !PythonText.IsSpace(next);
    }

    private static bool Closes(int[] t, int i, int paragraphEnd)
    {
        int previous = i > 0 ? t[i - 1] : ' ', next = i + 1 < paragraphEnd ? t[i + 1] : ' ';
        return !PythonText.IsSpace(previous) && !PythonText.IsAlnum(next);
    }

    [GeneratedRegex(@"^(?:'\d0s|'em\b|'til\b|'cause\b|'\d\d\b)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clipped();
}
