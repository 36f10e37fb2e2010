using Extraction.Corpora;

namespace Extraction.Training.Entities;

/// <summary>The labels each piece may bear by a corpus's marks.</summary>
internal static class GoldLabels
{
    private static readonly ulong The = TextHash.Lower("the");
    private const ulong Any = (1UL << EntityLabels.LabelCount) - 1;

    public static ulong[] Of(CorpusDocument document, Scheme scheme, EntityScratch scratch)
    {
        Piece[] pieces = scratch.Pieces;
        var allowed = new ulong[scratch.Count];
        ulong open = 1;
        for (int t = 0; t < EntityLabels.TypeCount; t++)
        {
            open |= (scheme.Open >> t & 1) != 0 ? 0b1111UL << EntityLabels.Of(t, EntityLabels.First) : 0;
        }

        const uint Function = 1u << (int)GazetteerList.Function;
        for (int i = 0; i < allowed.Length; i++)
        {
            bool plain = (pieces[i].Flags & (PieceFlags.Capital | PieceFlags.Handle)) == 0 || (pieces[i].Alone & Function) != 0;
            allowed[i] = plain && pieces[i].RunStart == pieces[i].RunEnd && (pieces[i].Flags & PieceFlags.First) != 0 ? 1 : open;
            if ((pieces[i].Alone & Function) != 0 && (pieces[i].Flags & PieceFlags.First) != 0)
            {
                allowed[i] = 1;
            }
        }

        int at = 0;
        foreach (CorpusEntity entity in document.Entities.OrderBy(e => e.Span.Start).ThenByDescending(e => e.Span.End))
        {
            while (at < allowed.Length && pieces[at].End <= entity.Span.Start)
            {
                at++;
            }

            int end = at;
            while (end < allowed.Length && pieces[end].Start < entity.Span.End)
            {
                end++;
            }

            if (end == at)
            {
                continue;
            }

            int first = scheme.Trims ? Trimmed(entity, pieces, at, end) : at;
            if (first > at)
            {
                allowed.AsSpan(at, first - at).Fill(1);
            }

            Mark(document, scheme, entity, pieces, allowed, first, end, first > at ? pieces[first].Start : entity.Span.Start);
            at = end;
        }

        return allowed;
    }

    /// <summary>Other corpora mark titles and articles as part of the name; our guidelines do not ('King [Willem]', 'the [Senate]').</summary>
    private static int Trimmed(CorpusEntity entity, Piece[] pieces, int first, int end)
    {
        if (entity.Type == "Person")
        {
            const uint Title = 1u << (int)GazetteerList.Title;
            const uint Names = (1u << (int)GazetteerList.First) | (1u << (int)GazetteerList.Last);
            while (end - first > 1 && (pieces[first].Alone & Title) != 0 && (pieces[first].Alone & Names) == 0 && (pieces[first + 1].Flags & PieceFlags.Candidate) != 0
                && (pieces[first + 1].Flags & PieceFlags.Mark) == 0)
            {
                first++;
            }
        }
        else if (entity.Type is "Organization" or "Facility" or "Event" or "Product" && end - first > 1 && pieces[first].Lower == The)
        {
            first++;
        }

        return first;
    }

    private static void Mark(CorpusDocument document, Scheme scheme, CorpusEntity entity, Piece[] pieces, ulong[] allowed, int first, int end, int start)
    {
        uint types = scheme.TypesOf(entity, document.Text);
        bool whole = types != 0;
        for (int i = first; i < end && whole; i++)
        {
            whole = (pieces[i].Flags & PieceFlags.Candidate) != 0;
        }

        // The tokenizer and the mark disagree within a piece, or the name holds words the recogniser never labels: nothing is taught here.
        if (!whole || pieces[first].Start != start || pieces[end - 1].End != entity.Span.End)
        {
            for (int i = first; i < end; i++)
            {
                allowed[i] = types == 0 ? allowed[i] | OutOf(scheme) : Any;
            }

            return;
        }

        for (int i = first; i < end; i++)
        {
            int place = end - first == 1 ? EntityLabels.Single : i == first ? EntityLabels.First : i == end - 1 ? EntityLabels.Last : EntityLabels.Inner;
            ulong labels = 0;
            for (int t = 0; t < EntityLabels.TypeCount; t++)
            {
                labels |= (types >> t & 1) != 0 ? 1UL << EntityLabels.Of(t, place) : 0;
            }

            allowed[i] = labels;
        }
    }

    private static ulong OutOf(Scheme scheme) => scheme.Open == 0 ? Any : 1;
}
