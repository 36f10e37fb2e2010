namespace Extraction;

/// <summary>Labels an article's pieces with the trained chain and reads the mentions off.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class ChainRecognizer(EntityModel model)
{
    /// <summary>Longest stretch labelled in one go; a longer one (a page of capitals) is cut, so that memory stays bounded.</summary>
    private const int LongestStretch = 200;

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

    /// <summary>Finds the mentions of the pieces read.</summary>
    public void Recognize(ReadOnlySpan<char> text, EntityScratch scratch, CancellationToken cancellation)
    {
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
                Label(text, scratch, first, end, start, stop);
                from = stop;
            }
        }
    }

    /// <summary>Fills the chain's scores for a stretch.</summary>
    public void Score(ReadOnlySpan<char> text, EntityScratch scratch, int first, int end, int start, int stop)
    {
        scratch.Chain.Begin(model.Weights, stop - start);
        for (int i = start; i < stop; i++)
        {
            EntityFeatures.Extract(text, scratch, first, end, i, scratch.Features);
            Span<float> row = scratch.Chain.Row(i - start);
            foreach (ulong feature in scratch.Features.Items)
            {
                model.Weights.Add(feature, row);
            }
        }
    }

    private void Label(ReadOnlySpan<char> text, EntityScratch scratch, int first, int end, int start, int stop)
    {
        Score(text, scratch, first, end, start, stop);
        int n = stop - start;
        if (scratch.Labels.Length < n)
        {
            scratch.Labels = new byte[n * 2];
        }

        Span<byte> labels = scratch.Labels.AsSpan(0, n);
        model.Weights.Decode(scratch.Chain, labels);
        bool marginals = false;
        for (int i = 0; i < n; i++)
        {
            if (labels[i] == EntityLabels.Outside)
            {
                continue;
            }

            int close = i;
            while (close + 1 < n && !EntityLabels.Closes(labels[close]))
            {
                close++;
            }

            if (!marginals)
            {
                model.Weights.ComputeMarginals(scratch.Chain);
                marginals = true;
            }

            float p = model.Weights.PathProbability(scratch.Chain, i, labels[i..(close + 1)]);
            scratch.Found.Add(new FoundMention(start + i, start + close + 1, EntityLabels.TypeOf(labels[i]), p));
            i = close;
        }
    }
}
