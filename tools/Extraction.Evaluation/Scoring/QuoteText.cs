namespace Extraction.Evaluation.Scoring;

/// <summary>A text in code points with its words, and its quotation-mark ranges.</summary>
internal sealed class QuoteText
{
    private const string Stripped = " \t\r\n\u00a0\"'\u201c\u201d\u2018\u2019\u201e\u201f\u00ab\u00bb`,.\u2060";

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
        Ranges = QuotedRanges.Of(_points);
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
    internal static int ByStartThenEnd(TextSpan a, TextSpan b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End);

    internal static string PointToString(int point) => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);

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
}
