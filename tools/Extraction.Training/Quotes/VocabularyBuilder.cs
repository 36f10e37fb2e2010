namespace Extraction.Training.Quotes;

/// <summary>
/// Counts words: which may be known by name though capitalised (a fifth of their occurrences in small letters: 'President', never a surname), and how often each is a cue.
/// </summary>
internal static class VocabularyBuilder
{
    public static (ulong[] Keys, byte[] Values) Build(IEnumerable<TrainingDocument> documents)
    {
        var counts = new Dictionary<ulong, (float Lower, float Upper, float Cue, float All)>();
        var view = new QuoteView();
        var none = new QuoteVocabulary([], [], ClusterTable.Read(ModelFile.OpenEmbedded(EntityModel.Resource), EntityModel.Clusters));
        foreach (TrainingDocument document in documents)
        {
            document.Fill(view, none);
            for (int i = 0; i < document.Tokens.Length; i++)
            {
                Token token = document.Tokens[i];
                if (!token.Has(TokenFlags.HasLetter))
                {
                    continue;
                }

                counts.TryGetValue(token.LowerHash, out (float Lower, float Upper, float Cue, float All) count);
                if (token.Has(TokenFlags.Capitalized))
                {
                    count.Upper += document.Weight;
                }
                else
                {
                    count.Lower += document.Weight;
                }

                if (view.Quoted[i] == 0)
                {
                    count.All += document.Weight;
                    count.Cue += document.Labels[i] >= (byte)QuoteLabel.BeginCue ? document.Weight : 0;
                }

                counts[token.LowerHash] = count;
            }
        }

        var keys = new List<ulong>();
        var values = new List<byte>();
        foreach ((ulong key, (float lower, float upper, float cue, float all)) in counts.OrderBy(c => c.Key))
        {
            float share = cue / (all + 2);
            int bin = cue < 3 ? 0 : share > 0.7f ? 5 : share > 0.4f ? 4 : share > 0.15f ? 3 : share > 0.05f ? 2 : 1;
            bool known = lower >= 3 && lower >= 0.2f * (lower + upper);
            if (bin > 0 || (known && upper >= 1))
            {
                keys.Add(key);
                values.Add((byte)(bin | (known ? 8 : 0)));
            }
        }

        return ([.. keys], [.. values]);
    }
}
