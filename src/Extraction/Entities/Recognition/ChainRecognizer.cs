namespace Extraction;

/// <summary>Labels an article's pieces with the trained chain and reads the mentions off.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class ChainRecognizer(EntityModel model)
{
    /// <summary>Longest stretch labelled in one go; a longer one (a page of capitals) is cut, so that memory stays bounded.</summary>
    private const int LongestStretch = 200;

    /// <summary>Most scores kept for the second pass (some 16,000 pieces, 3.6 MB); what comes after stays as the first pass left it, so that memory stays bounded.</summary>
    private const int MostKept = 1 << 20;

    /// <summary>Labels of this probability and more are left as they are.</summary>
    private const float Sure = 0.9f;

    /// <summary>Taken from the score of a label that cannot be.</summary>
    private const float Never = 1000f;

    private readonly PieceReader _reader = new(model.Lexicon);

    public EntityModel Model => model;

    /// <summary>Reads the article's sentences as pieces into the scratch, but for blocks of kind 'other', in which nothing is found.</summary>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<Block> blocks, EntityScratch scratch, CancellationToken cancellation)
    {
        scratch.Clear();
        int n = 0;
        foreach (Sentence sentence in sentences)
        {
            if ((++n & 63) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if ((uint)sentence.Block >= (uint)blocks.Length || blocks[sentence.Block].Kind != BlockKind.Other)
            {
                _reader.Read(text, tokens, sentence.FirstToken, sentence.EndToken, scratch);
            }
        }

        scratch.Evidence.Collect(scratch.Pieces, scratch.Sentences);
    }

    /// <summary>The stretches of candidate pieces in a sentence.</summary>
    public static bool NextStretch(Piece[] pieces, int from, int end, out int start, out int stop)
    {
        start = from;
        while (start < end && (pieces[start].Flags & PieceFlags.Candidate) == 0)
        {
            start++;
        }

        stop = start;
        while (stop < end && stop - start < LongestStretch && (pieces[stop].Flags & PieceFlags.Candidate) != 0)
        {
            stop++;
        }

        return start < stop;
    }

    /// <summary>Finds the mentions of the pieces read: a first pass over all stretches, then a second over those of whose words the article says more elsewhere.</summary>
    public void Recognize(ReadOnlySpan<char> text, EntityScratch scratch, CancellationToken cancellation)
    {
        FirstPass(text, scratch, cancellation);
        if (model.Second is { } second && scratch.KeptCount > 0)
        {
            scratch.Memory.Collect(text, scratch);
            SecondPass(text, scratch, second, cancellation);
        }
    }

    /// <summary>Labels each stretch by itself, keeping its scores and votes.</summary>
    public void FirstPass(ReadOnlySpan<char> text, EntityScratch scratch, CancellationToken cancellation)
    {
        scratch.PreparePasses();
        int n = 0;
        foreach ((int first, int end) in scratch.Sentences)
        {
            if ((++n & 63) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            int from = first;
            while (NextStretch(scratch.Pieces, from, end, out int start, out int stop))
            {
                Score(text, scratch, first, end, start, stop);
                int scores = scratch.KeptCount;
                int found = scratch.Found.Count;
                bool room = scores < MostKept;
                if (room)
                {
                    scratch.Keep(scratch.Chain.Scores.AsSpan(0, (stop - start) * model.Weights.Stride));
                }

                NameDecoder.ReadFirst(model.Weights, scratch, start, stop - start);
                scratch.Stretches.Add(new Stretch(first, end, start, stop, room ? scores : -1, found, scratch.Found.Count));
                from = stop;
            }
        }

        scratch.FirstFound.Clear();
        scratch.FirstFound.AddRange(scratch.Found);
    }

    /// <summary>Fills the chain's scores for a stretch.</summary>
    public void Score(ReadOnlySpan<char> text, EntityScratch scratch, int first, int end, int start, int stop)
    {
        scratch.Chain.Begin(model.Weights, stop - start);
        for (int i = start; i < stop; i++)
        {
            EntityFeatures.Extract(text, scratch, first, end, i, scratch.Features);
            model.Weights.Add(scratch.Features.Items, scratch.Chain.Row(i - start));
            if ((scratch.Pieces[i].Flags & PieceFlags.Handle) != 0)
            {
                NameAlone(scratch.Chain.Row(i - start));
            }
            else if (SpanRules.IsTitle(scratch.Pieces[i]))
            {
                NoPerson(scratch.Chain.Row(i - start));
            }
        }
    }

    /// <summary>A handle is always a name, and of nobody but itself: 'US Secretary of State [@SecBlinken]'.</summary>
    private static void NameAlone(Span<float> scores)
    {
        for (int label = 0; label < EntityLabels.LabelCount; label++)
        {
            if (label == EntityLabels.Outside || EntityLabels.PlaceOf(label) != EntityLabels.Single || EntityLabels.TypeOf(label) == EntityLabels.Misc)
            {
                scores[label] -= Never;
            }
        }
    }

    /// <summary>Of a title's words none is a person's name, even where what follows makes the model think so.</summary>
    private static void NoPerson(Span<float> scores)
    {
        for (int place = EntityLabels.First; place <= EntityLabels.Single; place++)
        {
            scores[EntityLabels.Of(EntityLabels.Person, place)] -= Never;
        }
    }

    private static void SecondPass(ReadOnlySpan<char> text, EntityScratch scratch, LinearChainModel second, CancellationToken cancellation)
    {
        scratch.Found.Clear();
        int n = 0;
        foreach (Stretch stretch in scratch.Stretches)
        {
            if ((++n & 255) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (IsOpen(scratch, stretch) && Rescore(text, scratch, second, stretch))
            {
                NameDecoder.Read(second, scratch, stretch.Start, stretch.Stop - stretch.Start);
            }
            else
            {
                for (int i = stretch.FirstFound; i < stretch.EndFound; i++)
                {
                    scratch.Found.Add(scratch.FirstFound[i]);
                }
            }
        }
    }

    /// <summary>Whether the second pass is to look at a stretch: the first pass is sure of most, and of the rest only as much is kept as there is room for.</summary>
    public static bool IsOpen(EntityScratch scratch, in Stretch stretch)
    {
        for (int i = stretch.Start; i < stretch.Stop; i++)
        {
            if (scratch.First[i].Certainty < Sure)
            {
                return stretch.Scores >= 0;
            }
        }

        return false;
    }

    /// <summary>The first pass's scores and the second's features; false where the article says nothing more of any of the words.</summary>
    private static bool Rescore(ReadOnlySpan<char> text, EntityScratch scratch, LinearChainModel second, in Stretch stretch)
    {
        int length = stretch.Stop - stretch.Start;
        scratch.Chain.Begin(second, length);
        scratch.Kept.AsSpan(stretch.Scores, length * second.Stride).CopyTo(scratch.Chain.Scores);
        bool told = false;
        for (int i = stretch.Start; i < stretch.Stop; i++)
        {
            if (MemoryFeatures.Extract(text, scratch, stretch, i, scratch.Features))
            {
                told = true;
                second.Add(scratch.Features.Items, scratch.Chain.Row(i - stretch.Start));
            }
        }

        return told;
    }
}
