using System.Text.RegularExpressions;

namespace Extraction.Evaluation.Scoring;

/// <summary>A text in code points with its words, and its quotation-mark ranges, found the same way on the gold and on the predicted side (<c>quote_marks.py</c>).</summary>
internal sealed partial class QuoteText
{
    private const int Filler = 0x2060;
    private const string Stripped = " \t\r\n\u00a0\"'\u201c\u201d\u2018\u2019\u201e\u201f\u00ab\u00bb`,.\u2060";
    private const string BeforeOpening = " \t\u00a0([{-\u2013\u2014/\u2018'\u201c:;,";

    private readonly int[] _points;
    private readonly int[]? _fromUtf16;
    private readonly int[] _tokenAt;
    private readonly List<bool> _isWord = [];

    public QuoteText(string text)
    {
        var points = new List<int>(text.Length);
        var map = new int[text.Length + 1];
        bool astral = false;
        for (int i = 0; i < text.Length; i++)
        {
            map[i] = points.Count;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                points.Add(char.ConvertToUtf32(text[i], text[i + 1]));
                map[++i] = 0;
                astral = true;
            }
            else
            {
                points.Add(text[i]);
            }
        }

        map[text.Length] = points.Count;
        _points = [.. points];
        _fromUtf16 = astral ? map : null;
        _tokenAt = Tokenize();
        Ranges = QuotedRanges();
    }

    /// <summary>Spans between quotation marks, marks included, in order.</summary>
    public List<TextSpan> Ranges { get; }

    /// <summary>Content spans in code points, cut at line breaks, trimmed, in order.</summary>
    public List<TextSpan> Spans(IReadOnlyList<TextSpan> spans)
    {
        var cut = new List<TextSpan>();
        foreach (TextSpan span in spans)
        {
            int start = Math.Max(0, Map(span.Start)), end = Math.Min(_points.Length, Map(span.End));
            for (int i = start; i < end; i++)
            {
                int line = i;
                while (i < end && _points[i] != '\n')
                {
                    i++;
                }

                (int a, int b) = (line, i);
                while (a < b && PythonText.IsSpace(_points[a]))
                {
                    a++;
                }

                while (b > a && PythonText.IsSpace(_points[b - 1]))
                {
                    b--;
                }

                if (a < b)
                {
                    cut.Add(new TextSpan(a, b));
                }
            }
        }

        cut.Sort(ByStartThenEnd);
        return cut;
    }

    /// <summary>The span without quotation marks, commas, full stops and spaces at its ends.</summary>
    public TextSpan Norm(TextSpan span)
    {
        (int start, int end) = (span.Start, span.End);
        while (start < end && _points[start] <= 0xFFFF && Stripped.Contains((char)_points[start], StringComparison.Ordinal))
        {
            start++;
        }

        while (end > start && _points[end - 1] <= 0xFFFF && Stripped.Contains((char)_points[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>The tokens, or only the words, of spans.</summary>
    public HashSet<int> Tokens(IEnumerable<TextSpan> spans, bool words)
    {
        var tokens = new HashSet<int>();
        foreach (TextSpan span in spans)
        {
            for (int i = span.Start; i < span.End; i++)
            {
                int token = _tokenAt[i];
                if (token >= 0 && (!words || _isWord[token]))
                {
                    tokens.Add(token);
                }
            }
        }

        return tokens;
    }

    public string Slice(TextSpan span) => string.Concat(_points.Skip(span.Start).Take(span.Length).Select(PointToString));

    public string Slice(IEnumerable<TextSpan> spans) => string.Join(' ', spans.Select(Slice));

    // Python sorts pairs; TextSpan's own order puts the longer span first.
    private static int ByStartThenEnd(TextSpan a, TextSpan b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End);

    private static string PointToString(int point) => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);

    private int Map(int offset) => _fromUtf16 is null ? offset : offset >= 0 && offset < _fromUtf16.Length ? _fromUtf16[offset] : 0;

    private static bool IsLatin(int c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or >= 0xC0 and <= 0x24F;

    private int[] Tokenize()
    {
        var at = new int[_points.Length + 1];
        Array.Fill(at, -1);
        int i = 0;
        while (i < _points.Length)
        {
            if (PythonText.IsSpace(_points[i]))
            {
                i++;
                continue;
            }

            int start = i++;
            if (IsLatin(_points[start]))
            {
                while (i < _points.Length && (IsLatin(_points[i]) || (_points[i] is 0x2019 or '\'' or '-' or '.' && i + 1 < _points.Length && IsLatin(_points[i + 1]))))
                {
                    i++;
                }
            }

            Array.Fill(at, _isWord.Count, start, i - start);
            _isWord.Add(PythonText.IsAlnum(_points[start]));
        }

        return at;
    }

    private List<TextSpan> QuotedRanges()
    {
        int[] t = [.. _points];
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

        ranges.Sort(ByStartThenEnd);
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
            if (!opens || (t[i] == '\'' && Clipped().IsMatch(string.Concat(t.Skip(i).Take(7).Select(PointToString)))))
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
