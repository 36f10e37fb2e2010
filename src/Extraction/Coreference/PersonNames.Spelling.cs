namespace Extraction;

// Slips in single names.
internal static partial class PersonNames
{
    /// <summary>Joins single names that met nobody with a name one slip away: 'Blinlken'.</summary>
    private static void JoinMisspelled(LinkScratch scratch)
    {
        ReadOnlySpan<char> text = scratch.Text;
        Span<NameWord> room = stackalloc NameWord[MostCores];
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        Span<ulong> keys = stackalloc ulong[NearSpelling.MostKeys];
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            NameForm form = scratch.Forms[f];
            if (form.Class != NameClass.Person || form.CoreCount != 1 || form.Ambiguous || form.Handle || form.Joined || form.Mentions > 3)
            {
                continue;
            }

            IndexSpellings(scratch);
            NameWord word = scratch.CoresOf(f, room)[0];
            int count = NearSpelling.Keys(text, word, keys);
            int best = -1;
            for (int k = 0; k < count && best < 0; k++)
            {
                WordIndex.Reader reader = scratch.Near.Read(keys[k], NearSpelling.MostCandidates);
                while (reader.Next(out int other))
                {
                    NameWord family = scratch.CoresOf(other, otherRoom)[^1];
                    if (scratch.Root(other) != scratch.Root(f) && (word.Hash == family.Hash ? ParticlesAgree(scratch, f, other) : !IsPlural(text, word, family) && NearSpelling.Are(text, word, family)))
                    {
                        best = other;
                        break;
                    }
                }
            }

            if (best >= 0)
            {
                scratch.Join(best, f);
            }
        }
    }

    // 'the Tarrants' are the family, no slip for 'Tarrant'.
    private static bool IsPlural(ReadOnlySpan<char> text, in NameWord word, in NameWord family) =>
        word.Letters == family.Letters + 1 && text[word.Start + word.Length - 1] is 's' or 'S' && text.Slice(word.Start, word.Length).StartsWith(text.Slice(family.Start, family.Length), StringComparison.OrdinalIgnoreCase);

    /// <summary>Indexes the family names by near spelling, once a run and only where it is asked for.</summary>
    public static void IndexSpellings(LinkScratch scratch)
    {
        if (scratch.NearIsFull)
        {
            return;
        }

        scratch.NearIsFull = true;
        Span<NameWord> room = stackalloc NameWord[MostCores];
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            if (scratch.Forms[f].Class == NameClass.Person && scratch.Forms[f].CoreCount > 0)
            {
                NearSpelling.AddKeys(scratch.Text, scratch.CoresOf(f, room)[^1], f, scratch.Near);
            }
        }
    }
}
