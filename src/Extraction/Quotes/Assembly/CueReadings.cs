using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>What a piece may be taken for where its block has cues: each near cue with each near source, and with none.</summary>
internal sealed class CueReadings(QuoteDraft draft, LinkReadings readings)
{
    private const int MostCues = 6;
    private const int MostSources = 3;
    private const int TooFar = 1000;

    public void AddCues(ReadOnlySpan<Token> tokens, in QuotePiece piece, int firstCue)
    {
        Span<int> near = stackalloc int[MostCues];
        Span<int> costs = stackalloc int[MostCues];
        int count = 0;
        for (int c = firstCue; c < draft.Cues.Count && c < firstCue + 60 && draft.View.BlockOf[draft.Cues[c].First] == piece.Block; c++)
        {
            int cost = Cost(tokens, piece, c);
            if (cost >= TooFar)
            {
                continue;
            }

            int at = count < MostCues ? count++ : MostCues;
            for (; at > 0 && costs[at - 1] > cost; at--)
            {
                if (at < MostCues)
                {
                    (near[at], costs[at]) = (near[at - 1], costs[at - 1]);
                }
            }

            if (at < MostCues)
            {
                (near[at], costs[at]) = (c, cost);
            }
        }

        for (int rank = 0; rank < count; rank++)
        {
            AddSources(tokens, near[rank], rank);
        }
    }

    /// <summary>The cue with the source chosen for it, with others near it, and with none.</summary>
    private void AddSources(ReadOnlySpan<Token> tokens, int c, int rank)
    {
        TokenRun cue = draft.Cues[c];
        int chosen = draft.SourceOfCue[c];
        if (chosen >= 0)
        {
            readings.Add(new LinkOption(LinkKind.Cue, cue, draft.Sources[chosen], c, chosen, -1, rank, 0));
        }

        if (rank < 3)
        {
            int sentence = draft.View.SentenceOf[cue.First];
            int from = TokenSearch.FirstFrom<TokenRun>(CollectionsMarshal.AsSpan(draft.Sources)[..draft.SortedSources], cue.First);
            int added = 1;
            for (int step = 0; step < 4 && added < MostSources; step++)
            {
                // Backwards, forwards, backwards again.
                int s = step % 2 == 0 ? from - 1 - (step / 2) : from + (step / 2);
                if (s >= 0 && s < draft.SortedSources && s != chosen && draft.View.SentenceOf[draft.Sources[s].First] == sentence && draft.View.BlockOf[draft.Sources[s].First] == draft.View.BlockOf[cue.First])
                {
                    readings.Add(new LinkOption(LinkKind.Cue, cue, draft.Sources[s], c, s, -1, rank, added++));
                }
            }
        }

        // '"…," mused Robert King': who is named right behind the verb says it.
        if (chosen < 0 || draft.Sources[chosen].First != cue.End || draft.View.Entity[cue.End] / 2 != 1)
        {
            readings.Add(new LinkOption(LinkKind.Cue, cue, default, c, -1, -1, rank, 3));
        }
    }

    private int Cost(ReadOnlySpan<Token> tokens, in QuotePiece piece, int c)
    {
        TokenRun cue = draft.Cues[c];
        bool after = cue.First >= piece.End;
        int from = after ? piece.End : cue.End;
        int to = after ? cue.First : piece.First;
        if (to < from)
        {
            return TooFar;
        }

        int gap = 0;
        int content = 0;
        for (int i = from; i < to && i < from + 80; i++)
        {
            int role = draft.Role[i] & 7;
            gap += role == 2 ? 0 : 1;
            content += role == 1 ? 1 : 0;
        }

        gap += Math.Max(0, to - from - 80);
        int cost = gap;
        cost += content > 0 ? 6 : 0;
        bool crosses = draft.View.SentenceOf[after ? cue.First : piece.First] != draft.View.SentenceOf[after ? piece.End - 1 : cue.End - 1];
        cost += crosses ? after ? 12 : 5 : 0;
        if (piece.Kind == QuoteKind.Indirect && crosses)
        {
            // An indirect quote stands in the sentence of its cue.
            return TooFar;
        }

        if (piece.Kind != QuoteKind.Indirect)
        {
            // 'She knows that "…", said Smith': of two cues the verb of speaking wins.
            cost += StrengthOf(tokens, cue) switch { 3 => 0, 2 => 1, 1 => 2, _ => 4 };
            cost += draft.SourceOfCue[c] < 0 ? 3 : 0;
        }

        return cost;
    }

    private static int StrengthOf(ReadOnlySpan<Token> tokens, TokenRun cue)
    {
        int strength = 0;
        for (int i = cue.First; i < cue.End; i++)
        {
            CueWord word = CueLexicon.Find(tokens[i].LowerHash);
            strength = word.Class == CueClass.Belief ? strength : Math.Max(strength, word.Strength);
        }

        return strength;
    }
}
