namespace Extraction;

/// <summary>From the scores of a stretch to its mentions: the best path, and how likely each of its names is.</summary>
internal static class NameDecoder
{
    /// <summary>Adds the mentions of a stretch, and notes what each of its pieces may be.</summary>
    public static void ReadFirst(LinearChainModel chain, EntityScratch scratch, int start, int length)
    {
        Span<byte> labels = Decode(chain, scratch, length);
        int mention = scratch.Found.Count;
        for (int i = 0; i < length; i++)
        {
            scratch.First[start + i].Read(scratch.Chain, i, labels[i], mention);
            mention += labels[i] != EntityLabels.Outside && EntityLabels.Closes(labels[i]) ? 1 : 0;
        }

        AddMentions(chain, scratch, start, labels);
    }

    /// <summary>Adds the mentions of a stretch.</summary>
    public static void Read(LinearChainModel chain, EntityScratch scratch, int start, int length) => AddMentions(chain, scratch, start, Decode(chain, scratch, length));

    private static Span<byte> Decode(LinearChainModel chain, EntityScratch scratch, int length)
    {
        if (scratch.Labels.Length < length)
        {
            scratch.Labels = new byte[length * 2];
        }

        Span<byte> labels = scratch.Labels.AsSpan(0, length);
        chain.Decode(scratch.Chain, labels);
        chain.ComputeMarginals(scratch.Chain);
        return labels;
    }

    private static void AddMentions(LinearChainModel chain, EntityScratch scratch, int start, Span<byte> labels)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == EntityLabels.Outside)
            {
                continue;
            }

            int close = i;
            while (close + 1 < labels.Length && !EntityLabels.Closes(labels[close]))
            {
                close++;
            }

            int type = EntityLabels.TypeOf(labels[i]);
            int end = start + close + 1;
            Span<byte> path = labels[i..(close + 1)];
            float p = chain.PathProbability(scratch.Chain, i, path);
            float support = EntityLabels.IsPlace(type) ? PlaceProbability(chain, scratch.Chain, i, path) : p;
            int first = SpanRules.Start(scratch.Pieces, start + i, end, type);
            int before = scratch.Found.Count > 0 ? scratch.Found[^1].End : 0;
            first -= first > before && SpanRules.BeginsBefore(scratch.Pieces, first, type) ? 1 : 0;
            scratch.Found.Add(new FoundMention(first, end, type, p, support));
            i = close;
        }
    }

    /// <summary>The probability of a name's being a place of any kind: whether a district is a gpe or a location often stays open where the place itself does not. Writes over the path.</summary>
    private static float PlaceProbability(LinearChainModel chain, LinearChainScratch scratch, int position, Span<byte> path)
    {
        float sum = 0;
        for (int type = EntityLabels.Gpe; type <= EntityLabels.Facility; type++)
        {
            for (int k = 0; k < path.Length; k++)
            {
                path[k] = (byte)EntityLabels.Of(type, EntityLabels.PlaceOf(path[k]));
            }

            sum += chain.PathProbability(scratch, position, path);
        }

        return MathF.Min(1, sum);
    }
}
