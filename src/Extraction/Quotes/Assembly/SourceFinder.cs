using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>The source that each cue most likely has, and sources that the tagger doubted.</summary>
internal sealed class SourceFinder(QuoteDraft draft)
{
    private const int LongestSubject = 10;

    // As the view codes it.
    private const int Person = 1;

    /// <summary>For each cue the nearest source of its sentence that no other cue stands before.</summary>
    public void FindSources(ReadOnlySpan<Token> tokens)
    {
        draft.SortedSources = draft.Sources.Count;
        int s = 0;
        for (int c = 0; c < draft.Cues.Count; c++)
        {
            TokenRun cue = draft.Cues[c];
            int sentence = draft.View.SentenceOf[cue.First];
            while (s < draft.Sources.Count && draft.View.SentenceOf[draft.Sources[s].First] < sentence)
            {
                s++;
            }

            int best = -1;
            int bestCost = int.MaxValue;
            for (int k = s; k < draft.Sources.Count && k < s + 40 && draft.View.SentenceOf[draft.Sources[k].First] == sentence; k++)
            {
                TokenRun source = draft.Sources[k];
                int gap = source.First >= cue.End ? source.First - cue.End : cue.First - source.End;
                int cost = gap * 2;
                cost += source.First >= cue.End && gap > 0 ? 3 : 0;
                if (c > 0 && draft.Cues[c - 1].First >= source.End && source.End <= cue.First)
                {
                    cost += 4;
                }

                // 'an architect who said he was stiffed …, saying': a relative pronoun speaks the next verb alone.
                cost += gap > 1 && source.Length == 1 && SourceWords.Is(tokens[source.First].LowerHash, WordRole.Relative) ? 20 : 0;
                if (c + 1 < draft.Cues.Count && draft.Cues[c + 1].End <= source.First)
                {
                    cost += 30;
                }

                if (cost < bestCost)
                {
                    bestCost = cost;
                    best = k;
                }
            }

            draft.SourceOfCue.Add(best >= 0 ? best : SourceBeside(tokens, cue));
        }
    }

    /// <summary>
    /// A source that the tagger doubted, for a cue without one: the stretch beside the cue where sources are likeliest, else the name or pronoun beside it.
    /// </summary>
    private int SourceBeside(ReadOnlySpan<Token> tokens, TokenRun cue)
    {
        int subject = SubjectBefore(tokens, cue);
        if (subject >= 0)
        {
            return subject;
        }

        int sentence = draft.View.SentenceOf[cue.First];
        int block = draft.View.BlockOf[cue.First];
        int best = -1;
        float bestScore = 0.08f;
        for (int side = -1; side <= 1; side += 2)
        {
            int i = side < 0 ? cue.First - 1 : cue.End;
            for (int steps = 0; steps < 25 && i >= 0 && i < draft.View.Count && draft.View.SentenceOf[i] == sentence && draft.View.BlockOf[i] == block; steps++, i += side)
            {
                if ((draft.Role[i] & 7) is 1 or 3)
                {
                    break;
                }

                float distance = 1f / (1 + (steps * 0.1f));
                float likely = draft.Tagged.Source[i] + (draft.View.Entity[i] != 0 ? 0.1f : 0);
                if (likely * distance > bestScore)
                {
                    bestScore = likely * distance;
                    best = i;
                }
            }
        }

        return best < 0 ? -1 : AddSource(best, sentence, block);
    }

    /// <summary>'[Michael Young of the drivers' union] said': the name that begins the sentence, and what a preposition hangs on it.</summary>
    private int SubjectBefore(ReadOnlySpan<Token> tokens, TokenRun cue)
    {
        int first = cue.First;
        while (first > 0 && cue.First - first <= LongestSubject && !draft.IsFirstOfSentence(first) && !draft.IsFirstOfBlock(first) && IsPhrase(tokens, first - 1))
        {
            first--;
        }

        int name = first;
        while (name < cue.First && draft.View.Entity[name] / 2 == Person)
        {
            name++;
        }

        return name > first && draft.IsFirstOfSentence(first) && (name == cue.First || SourceWords.Is(tokens[name].LowerHash, WordRole.Preposition)) ? AddSource(new TokenRun(first, cue.First)) : -1;
    }

    private bool IsPhrase(ReadOnlySpan<Token> tokens, int i) =>
        draft.Role[i] == 0 && draft.View.SpanOf[i] < 0 && tokens[i].Kind is TokenKind.Word or TokenKind.Clitic && !SourceWords.Is(tokens[i].LowerHash, WordRole.Conjunction | WordRole.Be | WordRole.Relative);

    private int AddSource(int at, int sentence, int block) => AddSource(Widen(at, sentence, block));

    public int AddSource(TokenRun run)
    {
        for (int i = run.First; i < run.End; i++)
        {
            draft.Role[i] = (byte)(i == run.First ? 10 : 2);
        }

        draft.Sources.Add(run);
        return draft.Sources.Count - 1;
    }

    /// <summary>Widens a likely word to the noun phrase around it.</summary>
    public TokenRun Widen(int at, int sentence, int block)
    {
        int first = at;
        int end = at + 1;
        while (first > 0 && Belongs(first - 1, first))
        {
            first--;
        }

        while (end < draft.View.Count && Belongs(end, end - 1))
        {
            end++;
        }

        return new TokenRun(first, end);

        bool Belongs(int i, int beside) =>
            draft.View.SentenceOf[i] == sentence && draft.View.BlockOf[i] == block && draft.Role[i] == 0 && draft.View.SpanOf[i] < 0
            && (draft.Tagged.Source[i] > (draft.View.Commas[Math.Min(i + 1, draft.View.Count - 1)] > draft.View.Commas[i] ? 0.3f : 0.06f) || (draft.View.Entity[i] != 0 && draft.View.Entity[beside] / 2 == draft.View.Entity[i] / 2));
    }

    public int ExistingSource(int token)
    {
        // The sorted ones do not overlap: the last that begins at the token or before it, or none of them.
        int known = TokenSearch.FirstFrom<TokenRun>(CollectionsMarshal.AsSpan(draft.Sources)[..draft.SortedSources], token + 1) - 1;
        if (known >= 0 && token < draft.Sources[known].End)
        {
            return known;
        }

        // Those added since stand behind the sorted ones; the last few are the near ones.
        for (int s = draft.Sources.Count - 1; s >= draft.SortedSources && s > draft.Sources.Count - 32; s--)
        {
            if (draft.Sources[s].First <= token && token < draft.Sources[s].End)
            {
                return s;
            }
        }

        draft.Sources.Add(new TokenRun(token, token + 1));
        return draft.Sources.Count - 1;
    }
}
