namespace Extraction;

/// <summary>
/// Finds what stands between quotation marks, block by block, in one pass and a bounded second one: straight, curly, doubled apostrophes, guillemets, single marks told from apostrophes.
/// A stray mark costs at most its own paragraph.
/// </summary>
internal static partial class MarkScanner
{
    /// <summary>Appends the quoted spans of a block to <paramref name="into"/>, in text order, disjoint.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="block">Where the block stands.</param>
    /// <param name="index">The block's index.</param>
    /// <param name="into">What was found so far; its last entry tells whether a quotation is still open.</param>
    /// <param name="work">Memory for the second pass.</param>
    public static void Scan(ReadOnlySpan<char> text, TextSpan block, int index, List<QuotedSpan> into, List<QuotedSpan> work)
    {
        // A quotation left open by the paragraph before goes on here only where this one starts with a mark again:
        // "We won. / "And we shall win again," she said. Otherwise the open mark was a stray one.
        bool open = into.Count > 0 && !into[^1].IsClosed && into[^1].Block >= index - 2;
        bool openSingle = open && into[^1].IsSingle;
        work.Clear();
        ScanDouble(text, block, index, open && !openSingle, work);
        ScanSingle(text, block, index, openSingle, work, into);
    }

    private static void ScanDouble(ReadOnlySpan<char> text, TextSpan block, int index, bool open, List<QuotedSpan> into)
    {
        int start = -1;
        int remaining = -1;
        bool continues = false;
        for (int i = block.Start; i < block.End; i++)
        {
            char c = text[i];
            int width = 1;
            bool opens;
            bool closes;
            if (QuotationMark.OpensDouble(c))
            {
                opens = true;
                // »Ja«, as German and some hard-set pages have it, opens with what closes elsewhere.
                closes = c == '\u00AB' && start >= 0 && text[start] == '\u00BB';
            }
            else if (QuotationMark.ClosesDouble(c))
            {
                opens = start < 0 && OpensHere(text, i, 1, block);
                closes = true;
            }
            else if (QuotationMark.IsStraightDouble(c) || IsDoubled(text, i, block.End, out width))
            {
                bool mayOpen = OpensHere(text, i, width, block);
                bool mayClose = ClosesHere(text, i, width, block);
                opens = mayOpen || !mayClose || (start < 0 && i > block.Start && text[i - 1] is ',' or ':' && Remaining(text, i, block.End, ref remaining) % 2 == 0);
                remaining -= remaining > 0 && width == 1 ? 1 : 0;
                closes = mayClose || !mayOpen;
            }
            else
            {
                continue;
            }

            if (start < 0)
            {
                if (opens)
                {
                    start = i;
                    continues = open && IsBlank(text[block.Start..i]);
                }
            }
            else if (closes)
            {
                into.Add(new QuotedSpan(new TextSpan(start, i + width), index, false, true, continues));
                start = -1;
            }

            i += width - 1;
        }

        if (start >= 0 && block.End - start > 1)
        {
            into.Add(new QuotedSpan(new TextSpan(start, block.End), index, false, false, continues));
        }
    }

    /// <summary>Number of straight marks from here on; counted once a block. Said," [He] liked it": where an even number is left, this one opens though it looks like a closing one.</summary>
    private static int Remaining(ReadOnlySpan<char> text, int i, int end, ref int remaining)
    {
        if (remaining < 0)
        {
            remaining = 0;
            foreach (char c in text[i..end])
            {
                remaining += QuotationMark.IsStraightDouble(c) ? 1 : 0;
            }
        }

        return remaining;
    }

    // ''No,'' he said: the wires and The New York Times of the nineties; ``No'' from TeX-like feeds.
    private static bool IsDoubled(ReadOnlySpan<char> text, int i, int end, out int width)
    {
        width = 2;
        return text[i] is '\'' or '`' or '\u2018' or '\u2019' && i + 1 < end && text[i + 1] == text[i] && (i + 2 >= end || text[i + 2] != text[i]);
    }

    private static bool OpensHere(ReadOnlySpan<char> text, int i, int width, TextSpan block)
    {
        char before = i > block.Start ? text[i - 1] : ' ';
        char after = i + width < block.End ? text[i + width] : ' ';
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '{' or '-' or '\u2013' or '\u2014' or '/' or '\u2018' or '\'' or '\u201C' or ':' or ';' or ',' or '>')
            && !char.IsWhiteSpace(after);
    }

    private static bool ClosesHere(ReadOnlySpan<char> text, int i, int width, TextSpan block)
    {
        char before = i > block.Start ? text[i - 1] : ' ';
        char after = i + width < block.End ? text[i + width] : ' ';
        return !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
    }

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }
}
