namespace Extraction;

/// <summary>Computes the shapes of units. Of a long unit only head and tail are looked at, so that the cost does not depend on paragraphs' lengths.</summary>
internal static class UnitShaper
{
    /// <summary>Units longer than this hold no stamp: they are running text.</summary>
    public const int LongestWithStamp = 40;

    private const int LongestSource = 8;
    private const int Head = 32;
    private const int Tail = 8;

    public static UnitShape Shape(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ref LayoutUnit unit, List<Timestamp> stamps)
    {
        var shape = new UnitShape { Tokens = unit.Length };
        ReadOnlySpan<Token> own = tokens[unit.FirstToken..unit.EndToken];
        bool digits = false;
        ulong hash = 0;
        bool names = true;
        int run = 0;
        int longestRun = 0;
        for (int k = 0; k < own.Length; k++)
        {
            if (k == Head && own.Length > Head + Tail)
            {
                k = own.Length - Tail;
                names = false;
            }

            ref readonly Token token = ref own[k];
            hash = TextHash.Combine(hash, token.Hash);
            digits |= token.Has(TokenFlags.HasDigit);
            Marks(text, own, k, ref shape);
            if (!token.Has(TokenFlags.HasLetter))
            {
                shape.Numbers += token.Has(TokenFlags.HasDigit) ? 1 : 0;
                names &= text[token.Start] is ',' or '&' or '.' or '-';
                longestRun = Math.Max(longestRun, run);
                run = text[token.Start] == '.' ? run : 0;
                continue;
            }

            shape.Words++;
            LineWords classes = Classes(text, token, own.Length);
            shape.Classes |= classes;
            shape.Counts = Add(shape.Counts, classes);
            shape.FirstClasses = shape.Words == 1 ? classes : shape.FirstClasses;
            shape.LastClasses = classes;
            shape.SecondWord = shape.Words == 2 ? token.LowerHash : shape.SecondWord;
            shape.FirstWord = shape.Words == 1 ? token.LowerHash : shape.FirstWord;
            shape.LastWord = token.LowerHash;
            bool capital = token.Has(TokenFlags.Capitalized);
            shape.Capitalized += capital ? 1 : 0;
            shape.AllCaps += token.Has(TokenFlags.AllCaps) ? 1 : 0;
            if (capital)
            {
                run++;
            }
            else
            {
                longestRun = Math.Max(longestRun, run);
                run = 0;
                names = names && IsParticle(text, token);
            }

            names = names && token.Kind == TokenKind.Word && !token.Has(TokenFlags.HasDigit) && (classes & ~(LineWords.Company | LineWords.Place)) is LineWords.None or LineWords.Function;
        }

        longestRun = Math.Max(longestRun, run);
        shape.Hash = hash;
        shape.IsNameLike = names && longestRun is >= 2 and <= 4 && shape.Words <= 12;
        shape.StartEdge = UnitEdges.First(text[unit.Start], own[0]);
        shape.EndEdge = UnitEdges.Last(text, own);
        Whole(text, unit, ref shape);
        unit.FirstStamp = stamps.Count;
        unit.StampCount = 0;
        shape.OutsideStamps = shape.Words;
        bool prose = shape.EndEdge is 1 or 2 && shape.Tokens >= 16 && (shape.Classes & (LineWords.Verb | LineWords.Function)) != 0;
        if (digits && own.Length <= LongestWithStamp && !(prose && (shape.Classes & LineWords.Verb) != 0))
        {
            Stamps(text, own, ref unit, ref shape, stamps);
        }

        shape.IsBody = prose && shape.StampCount == 0;
        shape.Dateline = unit.IsHeader ? (byte)0 : (byte)DatelineScanner.Scan(text, unit.Span, shape.Tokens, out _);
        return shape;
    }

    private static void Marks(ReadOnlySpan<char> text, ReadOnlySpan<Token> own, int k, ref UnitShape shape)
    {
        ref readonly Token token = ref own[k];
        switch (token.Kind)
        {
            case TokenKind.Url:
                shape.Marks |= UnitMarks.Url;
                break;
            case TokenKind.Email:
                shape.Marks |= UnitMarks.Email;
                break;
            case TokenKind.Handle:
                shape.Marks |= UnitMarks.Handle;
                break;
            case TokenKind.Hashtag:
                shape.Marks |= UnitMarks.Hashtag;
                break;
            case TokenKind.Punctuation or TokenKind.Symbol:
                bool inside = k > 0 && k + 1 < own.Length;
                shape.Marks |= text[token.Start] switch
                {
                    '|' or '·' or '•' when inside => UnitMarks.Bar,
                    '>' or '»' or '/' or '›' when inside => UnitMarks.Path,
                    ':' when k < 4 && inside => UnitMarks.Label,
                    ':' when !inside => UnitMarks.EndsInColon,
                    '©' => UnitMarks.Copyright,
                    _ => UnitMarks.None,
                };
                break;
            default:
                break;
        }
    }

    private static void Whole(ReadOnlySpan<char> text, in LayoutUnit unit, ref UnitShape shape)
    {
        (char first, char last) = (text[unit.Start], text[unit.End - 1]);
        if ((first, last) is ('(', ')') or ('[', ']'))
        {
            shape.Marks |= UnitMarks.Bracketed;
        }

        if ((first, last) is ('"', '"') or ('“', '”') or ('‘', '’') or ('\'', '\''))
        {
            shape.Marks |= UnitMarks.Quoted;
        }

        if (shape.StartEdge == 5)
        {
            shape.Marks |= UnitMarks.Bullet;
        }

        if (last == '?')
        {
            shape.Marks |= UnitMarks.Question;
        }

        if (IsInitials(text[unit.Start..unit.End]))
        {
            shape.Marks |= UnitMarks.Initials;
        }

        if (shape.Words == 0 && shape.Numbers == 0)
        {
            shape.Marks |= UnitMarks.Wordless;
        }
    }

    // Runs of at most four letters or digits around strokes and hyphens; two strokes, or one and nothing but small letters.
    private static bool IsInitials(ReadOnlySpan<char> line)
    {
        if (line.Length > 32)
        {
            return false;
        }

        int strokes = 0;
        int run = 0;
        int capitals = 0;
        foreach (char c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                capitals += char.IsUpper(c) ? 1 : 0;
                if (++run > 4)
                {
                    return false;
                }

                continue;
            }

            strokes += c == '/' ? 1 : 0;
            run = 0;
            if (c is not ('/' or '-'))
            {
                return false;
            }
        }

        return strokes > 1 || (strokes == 1 && capitals == 0);
    }

    private static void Stamps(ReadOnlySpan<char> text, ReadOnlySpan<Token> own, ref LayoutUnit unit, ref UnitShape shape, List<Timestamp> stamps)
    {
        Span<Timestamp> found = stackalloc Timestamp[4];
        int count;
        if (unit.IsHeader)
        {
            count = TimestampGrammar.TryReadHeader(text, unit.Span, out found[0], out _) ? 1 : 0;
        }
        else
        {
            count = TimestampGrammar.Read(text, unit.Span, found);
        }

        if (count == 0)
        {
            return;
        }

        unit.StampCount = (byte)count;
        int outside = 0;
        bool names = true;
        int at = 0;
        foreach (ref readonly Token token in own)
        {
            while (at < count && token.Start >= found[at].Span.End)
            {
                at++;
            }

            if (token.Has(TokenFlags.HasLetter) && !(at < count && token.Start >= found[at].LabelledSpan.Start))
            {
                outside++;
                names &= token.Has(TokenFlags.Capitalized) && (LineWordLexicon.Find(token.LowerHash) & ~LineWords.Place) == LineWords.None;
            }
        }

        shape.IsNameBesideStamp = names && outside is >= 2 and <= 4;

        shape.OutsideStamps = outside;
        shape.StartsWithStamp = found[0].LabelledSpan.Start <= unit.Start + 1;
        foreach (ref readonly Timestamp stamp in found[..count])
        {
            stamps.Add(stamp);
            shape.StampCount += stamp.Role == TimestampRole.Copyright ? (byte)0 : (byte)1;
            shape.HasClock |= stamp.HasClock;
            shape.StampRole = stamp.Role != TimestampRole.None ? stamp.Role : shape.StampRole;
        }
    }

    // On a short line an agency and its place may be one word: 'APA-Nouakchott (Mauritania)'.
    private static LineWords Classes(ReadOnlySpan<char> text, in Token token, int tokens)
    {
        LineWords classes = LineWordLexicon.Find(token.LowerHash);
        if (classes != LineWords.None || tokens > LongestSource || !token.Has(TokenFlags.HasHyphen))
        {
            return classes;
        }

        ReadOnlySpan<char> word = token.In(text);
        int hyphen = word.IndexOf('-');
        return hyphen > 1 && !word[..hyphen].ContainsAnyExceptInRange('A', 'Z') ? LineWordLexicon.Find(TextHash.Lower(word[..hyphen])) & LineWords.Agency : classes;
    }

    // Small words inside names and between them: 'Ana de la Cruz and Piet van Dam'.
    private static bool IsParticle(ReadOnlySpan<char> text, Token token) =>
        token.In(text) is var word && (word is "and" or "e" || BylineReader.IsParticle(word));

    private static ulong Add(ulong counts, LineWords classes)
    {
        for (uint rest = (uint)classes; rest != 0; rest &= rest - 1)
        {
            int shift = 4 * System.Numerics.BitOperations.TrailingZeroCount(rest);
            counts += ((counts >> shift) & 15) < 15 ? 1UL << shift : 0;
        }

        return counts;
    }
}
