namespace Extraction;

/// <summary>Joins handles with the people they belong to: '@SecBlinken', '@narendramodi', and with a slip '@SecBlinke'.</summary>
internal static class HandleNames
{
    private const int ShortestName = 4;
    private const int LongestHandle = 32;

    public static void Link(LinkScratch scratch)
    {
        Span<NameWord> room = stackalloc NameWord[24];
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            if (scratch.Forms[f].Class != NameClass.Person || !scratch.Forms[f].Handle || scratch.Forms[f].WordCount == 0)
            {
                continue;
            }

            NameWord word = scratch.WordsOf(scratch.Forms[f])[^1];
            int bearer = Find(scratch, word, near: false, room);
            if (bearer < 0)
            {
                bearer = Find(scratch, word, near: false, room, anyWord: true);
            }

            if (bearer < 0)
            {
                PersonNames.IndexSpellings(scratch);
                bearer = Find(scratch, word, near: true, room);
            }

            if (bearer >= 0)
            {
                scratch.Join(bearer, f);
            }
        }
    }

    // The longest end, then the longest beginning, of the handle that is a family name of the article.
    private static int Find(LinkScratch scratch, in NameWord handle, bool near, Span<NameWord> room, bool anyWord = false)
    {
        int length = Math.Min(handle.Length, LongestHandle);
        int shortest = near || anyWord ? ShortestName + 1 : ShortestName;
        for (int size = length; size >= shortest; size--)
        {
            int found = Named(scratch, Slice(handle, handle.Length - size, size), near, anyWord, room);
            if (found >= 0)
            {
                return found;
            }
        }

        for (int size = length - 1; size >= shortest; size--)
        {
            int found = Named(scratch, Slice(handle, 0, size), near, anyWord, room);
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;

        NameWord Slice(in NameWord word, int from, int size) =>
            word with { Start = word.Start + from, Length = size, Letters = size, Hash = NameFold.Hash(scratch.Text.AsSpan(word.Start + from, size)) };
    }

    private static int Named(LinkScratch scratch, in NameWord part, bool near, bool anyWord, Span<NameWord> room)
    {
        Span<ulong> keys = stackalloc ulong[NearSpelling.MostKeys];
        keys[0] = part.Hash;
        int count = near ? NearSpelling.Keys(scratch.Text, part, keys) : 1;
        for (int k = 0; k < count; k++)
        {
            WordIndex.Reader reader = near ? scratch.Near.Read(keys[k], NearSpelling.MostCandidates) : scratch.People.Read(keys[k]);
            while (reader.Next(out int other))
            {
                NameWord family = scratch.CoresOf(other, room)[^1];
                if (!scratch.Forms[other].Handle && (anyWord || (near ? NearSpelling.Are(scratch.Text, part, family) : family.Hash == part.Hash || PersonNames.IsPart(scratch.Text, part, family))))
                {
                    return other;
                }
            }
        }

        return -1;
    }
}
