namespace Extraction;

/// <summary>Tokens to units: one a line, or one a paragraph where the text is hard-wrapped. One pass.</summary>
internal static class UnitReader
{
    /// <summary>Deeper indents count as this one.</summary>
    public const int DeepestIndent = 16;

    /// <summary>No one wraps at so many characters.</summary>
    private const int MostWidth = 120;

    private const int LongestByline = 30;
    private const int LongestSignOff = 8;

    /// <summary>A line of fewer tokens is no sentence that was cut off.</summary>
    private const int ShortestCutOff = 4;

    /// <summary>Tokens between two looks at the cancellation token.</summary>
    private const int CheckEvery = 4096;

    /// <summary>Fills <paramref name="units"/>.</summary>
    public static void Read(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, List<LayoutUnit> units, CancellationToken cancellation)
    {
        units.Clear();
        if (tokens.IsEmpty)
        {
            return;
        }

        bool wrapped = IsWrapped(text, tokens, out int width);
        int first = 0;
        // First token of the unit's last line.
        int line = 0;
        for (int i = 1; i <= tokens.Length; i++)
        {
            if (i % CheckEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (i < tokens.Length && !tokens[i].Has(TokenFlags.LineStart))
            {
                continue;
            }

            if (i < tokens.Length && !tokens[i].Has(TokenFlags.ParagraphStart) && GoesOn(text, tokens, first, line, i, wrapped, width))
            {
                line = i;
                continue;
            }

            int dateline = RunInDateline(text, tokens, first, i);
            if (dateline > first)
            {
                units.Add(Unit(text, tokens, first, dateline));
                first = dateline;
            }

            units.Add(Unit(text, tokens, first, i));
            first = i;
            line = i;
        }
    }

    private static LayoutUnit Unit(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end) => new()
    {
        FirstToken = first,
        EndToken = end,
        Start = tokens[first].Start,
        End = tokens[end - 1].End,
        BlankBefore = tokens[first].Has(TokenFlags.ParagraphStart),
        Indent = (byte)Indent(text, tokens[first].Start),
    };

    // 'By AMAL HADDAD, Associated Press Writer MOSUL, Iraq (AP)': where the dateline begins that ran into the byline's line; -1 else.
    private static int RunInDateline(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (tokens[first].LowerHash != LineWordLexicon.By || end - first is < 8 or > LongestByline || text[tokens[end - 1].End - 1] is not (')' or '-' or '—'))
        {
            return -1;
        }

        for (int i = first + 3; i < end - 3; i++)
        {
            if (tokens[i].Has(TokenFlags.AllCaps) && tokens[i].Length > 3 && tokens[i - 1].Has(TokenFlags.HasLower)
                && DatelineScanner.Scan(text, new TextSpan(tokens[i].Start, tokens[end - 1].End), end - i, out _) == 2)
            {
                return i;
            }
        }

        return -1;
    }

    // Does the line that starts at token 'line' go on in the line that starts at token 'next'?
    private static bool GoesOn(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int unitStart, int line, int next, bool wrapped, int width)
    {
        int lineStart = tokens[line].Start;
        int lineEnd = tokens[next - 1].End;
        char first = text[tokens[next].Start];
        if (!wrapped)
        {
            // 'It was a cold ⏎ night in the city.', 'said on Friday ⏎ that the plant', but not the list 'features ⏎ contact manager', and not '… for teachers ⏎ email'.
            bool open = IsSmallWord(tokens[next]) || (!tokens[next - 1].Has(TokenFlags.Capitalized) && !tokens[next - 1].Has(TokenFlags.HasDigit));
            return open && char.IsLower(first) && next - line >= ShortestCutOff && !EndsInStop(text, lineStart, lineEnd) && tokens[next].LowerHash != LineWordLexicon.By && IsNoFurniture(tokens[next]);
        }

        // 'By Amal Haddad'; in running text a line may begin with 'by', too.
        if (Indent(text, tokens[next].Start) > Indent(text, lineStart) + 1 || (tokens[next].LowerHash == LineWordLexicon.By && (char.IsUpper(first) || EndsInStop(text, lineStart, lineEnd))))
        {
            return false;
        }

        // 'str-hn/rb/dk', 'Ends': what an editor puts below the last sentence.
        if (EndsInStop(text, lineStart, lineEnd) && IsSignOff(text, tokens, next))
        {
            return false;
        }

        // The next word would not have fitted into the line: the break is a wrap. A line that had room for it was ended by the writer.
        int length = lineEnd - lineStart;
        if (width - length - 1 < WordLength(tokens, next) + (width / 10))
        {
            return true;
        }

        // '… provincial council from the ⏎ Assyrian Democratic Movement': some wrap loosely, but no paragraph ends in a small word without a stop.
        return length > width / 2 && !EndsInStop(text, lineStart, lineEnd)
            && (char.IsLower(first) || (tokens[next - 1].Kind == TokenKind.Word && !tokens[next - 1].Has(TokenFlags.Capitalized) && (char.IsLetterOrDigit(first) || first is '"' or '“')
                && (line > unitStart || length > width * 3 / 5)));
    }

    // One or two tokens on a line of their own, without a stop.
    private static bool IsSignOff(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int line)
    {
        int end = line + 1;
        while (end < tokens.Length && end - line <= LongestSignOff && !tokens[end].Has(TokenFlags.LineStart))
        {
            end++;
        }

        bool ends = end == tokens.Length || tokens[end].Has(TokenFlags.ParagraphStart) || tokens[end].Has(TokenFlags.LineStart);
        return ends && (end - line == 1 || HasStroke(text, tokens[line].Start, tokens[end - 1].End)) && !EndsInStop(text, tokens[line].Start, tokens[end - 1].End);
    }

    private static bool HasStroke(ReadOnlySpan<char> text, int start, int end) => text[start..end].Contains('/') && !text[start..end].Contains(' ');

    // Single breaks are wraps where the lines are of one length, and also where a good part of them goes on in lower case: '… counties in the ⏎ 1999 examinations'.
    private static bool IsWrapped(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, out int width)
    {
        width = Width(tokens, out int inner, out int lowers);
        return inner >= 2 && width is >= 36 and < MostWidth && lowers * 8 > inner && (LineWraps.AreWraps(text) || (inner >= 5 && lowers * 10 > inner * 3));
    }

    private static bool IsSmallWord(Token token) => (LineWordLexicon.Find(token.LowerHash) & (LineWords.Function | LineWords.Verb)) != 0;

    private static bool IsNoFurniture(Token token)
    {
        LineWords words = LineWordLexicon.Find(token.LowerHash) & ~(LineWords.Contact | LineWords.Place);
        return words == LineWords.None || (words & (LineWords.Function | LineWords.Verb)) != 0;
    }

    private static bool EndsInStop(ReadOnlySpan<char> text, int start, int end)
    {
        while (end - 1 > start && text[end - 1] is '"' or '”' or '’' or '\'' or ')' or ']')
        {
            end--;
        }

        return text[end - 1] is '.' or '!' or '?' or ':' or ';' or '…';
    }

    // Characters from a token to the next space.
    private static int WordLength(ReadOnlySpan<Token> tokens, int i)
    {
        int end = i + 1;
        while (end < tokens.Length && end < i + 8 && !tokens[end].Has(TokenFlags.SpaceBefore))
        {
            end++;
        }

        return tokens[end - 1].End - tokens[i].Start;
    }

    // The longest line that is followed by another of its paragraph, but for one in twenty; and how many lines are, and go on in lower case.
    private static int Width(ReadOnlySpan<Token> tokens, out int inner, out int lowers)
    {
        Span<int> lengths = stackalloc int[MostWidth + 1];
        lengths.Clear();
        inner = 0;
        lowers = 0;
        int line = 0;
        for (int i = 1; i < tokens.Length; i++)
        {
            if (!tokens[i].Has(TokenFlags.LineStart))
            {
                continue;
            }

            if (!tokens[i].Has(TokenFlags.ParagraphStart))
            {
                lengths[Math.Min(tokens[i - 1].End - tokens[line].Start, MostWidth)]++;
                inner++;
                lowers += tokens[i].Has(TokenFlags.HasLetter) && !tokens[i].Has(TokenFlags.Capitalized) ? 1 : 0;
            }

            line = i;
        }

        int width = MostWidth;
        int longer = 0;
        while (width > 1 && longer + lengths[width] <= inner / 20)
        {
            longer += lengths[width--];
        }

        return width;
    }

    private static int Indent(ReadOnlySpan<char> text, int start)
    {
        int i = start;
        while (i > 0 && start - i < DeepestIndent && CharClasses.Of(text[i - 1]) == CharClass.Space)
        {
            i--;
        }

        return start - i;
    }
}
