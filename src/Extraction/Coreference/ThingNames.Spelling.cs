namespace Extraction;

// Slips in the names of things.
internal static partial class ThingNames
{
    /// <summary>Joins names that differ by a slip in one long word: 'Untied Nations', 'Afganistan'.</summary>
    private static void JoinMisspelled(LinkScratch scratch, LinkingLexicons lexicons)
    {
        Span<NameWord> room = stackalloc NameWord[MostCores];
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        Span<ulong> keys = stackalloc ulong[NearSpelling.MostKeys];
        scratch.Near.Clear();
        scratch.NearIsFull = false;
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            if (scratch.Forms[f].Class != NameClass.Thing)
            {
                continue;
            }

            // Keyed by the letters of the first two words, so that a slip in either is met.
            ReadOnlySpan<NameWord> words = scratch.CoresOf(f, room);
            for (int w = 0; w < Math.Min(words.Length, 2); w++)
            {
                int count = words[w].Letters < ShortestMisspelled || IsKnown(lexicons, words[w]) && words.Length == 1 ? 0 : NearSpelling.Keys(scratch.Text, words[w], keys);
                for (int k = 0; k < count; k++)
                {
                    bool joined = false;
                    WordIndex.Reader reader = scratch.Near.Read(keys[k], NearSpelling.MostCandidates);
                    while (!joined && reader.Next(out int other))
                    {
                        if (scratch.Root(other) != scratch.Root(f) && DifferBySlip(scratch, lexicons, words, scratch.CoresOf(other, otherRoom)))
                        {
                            scratch.Join(other, f);
                            joined = true;
                        }
                    }

                    if (joined)
                    {
                        break;
                    }
                }

                if (words[w].Letters >= ShortestMisspelled)
                {
                    NearSpelling.AddKeys(scratch.Text, words[w], f, scratch.Near);
                }
            }
        }
    }

    private const int ShortestMisspelled = 6;

    private static bool IsKnown(LinkingLexicons lexicons, in NameWord word) => lexicons.TraitsOf(word.Hash) != 0 || lexicons.IsFirstName(word.Hash, out _);

    private static bool DifferBySlip(LinkScratch scratch, LinkingLexicons lexicons, ReadOnlySpan<NameWord> a, ReadOnlySpan<NameWord> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        int slips = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i].Hash != b[i].Hash)
            {
                // One of the two must be no word of its own: 'Slovakia' and 'Slovenia' are both right.
                if (++slips > 1 || Math.Min(a[i].Letters, b[i].Letters) < ShortestMisspelled || (IsKnown(lexicons, a[i]) && IsKnown(lexicons, b[i])) || !NearSpelling.Are(scratch.Text, a[i], b[i]))
                {
                    return false;
                }
            }
        }

        return slips == 1;
    }
}
