using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Text and tokens to units with shapes: everything before the labelling, shared by the library and the training program.</summary>
internal static class UnitPages
{
    private const int ShortestRepeat = 3;
    private const int MostLinesAboveStory = 48;

    /// <summary>Fills units, shapes and stamps of the scratch memory. Splits a token where a header is glued to the first word (<c>EnglishUnion</c>).</summary>
    public static PageShape Read(ReadOnlySpan<char> text, TokenList tokens, LayoutScratch scratch, CancellationToken cancellation)
    {
        UnitReader.Read(text, tokens.Span, scratch.Units, cancellation);
        SplitHeader(text, tokens, scratch.Units);
        scratch.Shapes.Clear();
        scratch.Stamps.Clear();
        scratch.Seen.Clear(scratch.Units.Count);
        Span<LayoutUnit> units = CollectionsMarshal.AsSpan(scratch.Units);
        for (int i = 0; i < units.Length; i++)
        {
            UnitShape shape = UnitShaper.Shape(text, tokens.Span, ref units[i], scratch.Stamps);
            shape.IsRepeat = shape.Tokens >= ShortestRepeat && !IsNew(scratch.Seen, shape.Hash);
            scratch.Shapes.Add(shape);
        }

        Span<UnitShape> shapes = CollectionsMarshal.AsSpan(scratch.Shapes);
        scratch.Story.Read(units, shapes, tokens.Span);
        for (int i = 0; i < units.Length; i++)
        {
            (shapes[i].Echo, shapes[i].NameEcho, shapes[i].Said) = scratch.Story.Echo(units[i], shapes[i], tokens.Span);
        }

        RankTopics(shapes);

        return PageShape.Of(units, shapes);
    }

    // Of the lines above the running text the headline is mostly the one that says most of what it says; kickers, menus and other stories' headlines say less.
    private static void RankTopics(Span<UnitShape> shapes)
    {
        int first = -1;
        int second = -1;
        for (int i = 0; i < Math.Min(shapes.Length, MostLinesAboveStory) && !shapes[i].IsBody; i++)
        {
            if (shapes[i].StampCount > 0 || shapes[i].FirstWord == LineWordLexicon.By || shapes[i].Said == 0)
            {
                continue;
            }

            if (first < 0 || shapes[i].Said > shapes[first].Said)
            {
                second = first;
                first = i;
            }
            else if (second < 0 || shapes[i].Said > shapes[second].Said)
            {
                second = i;
            }
        }

        if (first >= 0)
        {
            shapes[first].TopicRank = 1;
        }

        if (second >= 0)
        {
            shapes[second].TopicRank = (byte)(second > first ? 2 : 3);
        }
    }

    private static bool IsNew(KeyNumbers seen, ulong hash)
    {
        seen.Add(hash, out bool added);
        return added;
    }

    private static void SplitHeader(ReadOnlySpan<char> text, TokenList tokens, List<LayoutUnit> units)
    {
        if (units.Count == 0 || !TimestampGrammar.TryReadHeader(text, units[0].Span, out _, out int end))
        {
            return;
        }

        LayoutUnit first = units[0];
        if (end >= first.End)
        {
            first.IsHeader = true;
            units[0] = first;
            return;
        }

        int split = tokens.FirstAtOrAfter(end);
        Token before = tokens[split - 1];
        if (before.End > end)
        {
            // 'date 2023-10-14 EnglishUnion Minister': the tokenizer could not know.
            tokens.Replace(split - 1, Token.Create(text, before.Start, end - before.Start, TokenKind.Word, before.Flags & TokenFlags.SpaceBefore));
            tokens.Insert(split, Token.Create(text, end, before.End - end, TokenKind.Word, TokenFlags.None));
            for (int i = 1; i < units.Count; i++)
            {
                LayoutUnit unit = units[i];
                unit.FirstToken++;
                unit.EndToken++;
                units[i] = unit;
            }

            first.EndToken++;
        }

        LayoutUnit rest = first;
        first.End = tokens[split - 1].End;
        first.EndToken = split;
        first.IsHeader = true;
        rest.FirstToken = split;
        rest.Start = tokens[split].Start;
        rest.BlankBefore = false;
        units[0] = first;
        units.Insert(1, rest);
    }
}
