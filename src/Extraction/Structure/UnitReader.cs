namespace Extraction;

/// <summary>Tokens to units: one a line, or one a paragraph where the text is hard-wrapped. One pass.</summary>
internal static class UnitReader
{
    /// <summary>Deeper indents count as this one.</summary>
    public const int DeepestIndent = 16;

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

        bool wrapped = LineWraps.AreWraps(text);
        int width = wrapped ? Width(tokens) : 0;
        int first = 0;
        var unit = new LayoutUnit();
        // Start of the last line of the unit, for its length.
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

            if (i < tokens.Length && !tokens[i].Has(TokenFlags.ParagraphStart) && GoesOn(text, tokens, line, i, wrapped, width))
            {
                line = i;
                continue;
            }

            unit.FirstToken = first;
            unit.EndToken = i;
            unit.Start = tokens[first].Start;
            unit.End = tokens[i - 1].End;
            unit.BlankBefore = tokens[first].Has(TokenFlags.ParagraphStart);
            unit.Indent = (byte)Indent(text, tokens[first].Start);
            units.Add(unit);
            first = i;
            line = i;
        }
    }

    // Does the line that starts at token 'line' go on in the line that starts at token 'next'?
    private static bool GoesOn(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int line, int next, bool wrapped, int width)
    {
        int lineStart = tokens[line].Start;
        int lineEnd = tokens[next - 1].End;
        char first = text[tokens[next].Start];
        if (!wrapped)
        {
            // 'It was a cold ⏎ night in the city.', but not the list 'features ⏎ contact manager', and not '… for teachers ⏎ email'.
            return char.IsLower(first) && next - line > 3 && !EndsInStop(text, lineStart, lineEnd) && IsNoFurniture(tokens[next]);
        }

        int indent = Indent(text, tokens[next].Start);
        if (indent > Indent(text, lineStart) + 1)
        {
            return false;
        }

        // The next word would not have fitted into the line: the break is a wrap. A line that had room for it was ended by the writer.
        int room = width - (lineEnd - lineStart) - 1;
        bool full = room < WordLength(tokens, next) + (width / 10);
        return full || (char.IsLower(first) && lineEnd - lineStart > width / 2);
    }

    private static bool IsNoFurniture(Token token)
    {
        LineWords words = LineWordLexicon.Find(token.LowerHash);
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

    // The longest line that is followed by another of its paragraph, but for one in fifty.
    private static int Width(ReadOnlySpan<Token> tokens)
    {
        Span<int> lengths = stackalloc int[128];
        lengths.Clear();
        int inner = 0;
        int line = 0;
        for (int i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Has(TokenFlags.LineStart))
            {
                if (!tokens[i].Has(TokenFlags.ParagraphStart))
                {
                    lengths[Math.Min(tokens[i - 1].End - tokens[line].Start, 127)]++;
                    inner++;
                }

                line = i;
            }
        }

        int width = 127;
        int longer = 0;
        while (width > 1 && longer + lengths[width] <= inner / 50)
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
