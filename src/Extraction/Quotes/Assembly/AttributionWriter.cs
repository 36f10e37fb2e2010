using System.Collections.Immutable;

namespace Extraction;

/// <summary>Writes the groups as attributions; leaves out what is no quote after all.</summary>
internal sealed class AttributionWriter(QuoteDraft draft)
{
    private static readonly ulong ClosingBracket = TextHash.Lower(")");

    // 2: always a name; 1: where nobody does the naming.
    private static readonly HashLexicon NamingWords = HashLexicon.OfWords("named titled entitled nicknamed", 2).AddWords("called known dubbed labelled labeled termed", 1);

    public ImmutableArray<Attribution> Write(ReadOnlySpan<Token> tokens, QuoteSettings settings)
    {
        var result = ImmutableArray.CreateBuilder<Attribution>(draft.GroupCount);
        for (int g = 0; g < draft.GroupCount; g++)
        {
            QuoteGroup group = draft.Groups[g];
            int words = 0;
            int quoted = 0;
            foreach (int p in group.Pieces)
            {
                words += draft.Pieces[p].Words;
                quoted += draft.Pieces[p].Quoted;
            }

            QuoteKind kind = quoted == 0 ? QuoteKind.Indirect : quoted == words ? QuoteKind.Direct : QuoteKind.Mixed;
            CueClass cueClass = ClassOf(tokens, group, kind);
            if (kind == QuoteKind.Indirect && words <= 1)
            {
                continue;
            }

            if (kind == QuoteKind.Indirect && (group.Cue < 0 || (cueClass == CueClass.Belief && !settings.IncludeBeliefs)))
            {
                continue;
            }

            if (kind != QuoteKind.Indirect && quoted <= 6 && group.Pieces.Count == 1 && IsName(tokens, group))
            {
                continue;
            }

            var content = ImmutableArray.CreateBuilder<TextSpan>(group.Pieces.Count);
            foreach (int p in group.Pieces)
            {
                content.Add(SpanOf(tokens, draft.Pieces[p]));
            }

            result.Add(new Attribution
            {
                Kind = kind,
                Content = content.DrainToImmutable(),
                Cue = group.Cue < 0 ? null : SpanOf(tokens, Trimmed(tokens, draft.Cues[group.Cue])),
                CueClass = cueClass,
                Source = group.Source < 0 ? null : SpanOf(tokens, Trimmed(tokens, draft.Sources[group.Source])),
                Confidence = group.Confidence,
                Reason = group.Reason,
            });
        }

        result.Sort(static (x, y) => x.Content[0].CompareTo(y.Content[0]));
        return result.DrainToImmutable();
    }

    /// <summary>a robot named "Better Idea", a screen print called "Cowboys and Indians": a title or name, not speech.</summary>
    private bool IsName(ReadOnlySpan<Token> tokens, QuoteGroup group)
    {
        if (group.Cue < 0)
        {
            return false;
        }

        TokenRun cue = draft.Cues[group.Cue];
        for (int i = cue.First; i < cue.End; i++)
        {
            ulong word = tokens[i].LowerHash;
            if (NamingWords.Find(word) == 2 || (NamingWords.Find(word) == 1 && group.Source < 0))
            {
                return true;
            }
        }

        return false;
    }

    private CueClass ClassOf(ReadOnlySpan<Token> tokens, QuoteGroup group, QuoteKind kind)
    {
        if (group.Cue < 0)
        {
            return CueClass.None;
        }

        CueWord best = default;
        for (int i = draft.Cues[group.Cue].First; i < draft.Cues[group.Cue].End; i++)
        {
            CueWord word = CueLexicon.Find(tokens[i].LowerHash);
            if (word.Strength > best.Strength || (word.Strength == best.Strength && best.Class == CueClass.Belief))
            {
                best = word;
            }
        }

        // Who is quoted word for word has spoken or written, whatever the verb: "unfair," he fumed.
        if (best.Strength == 0 && draft.Cues[group.Cue].Length == 1 && tokens[draft.Cues[group.Cue].First].Kind is TokenKind.Punctuation or TokenKind.Symbol)
        {
            // 'LOPES: The bridge stays shut.'
            return CueClass.Speech;
        }

        return best.Strength > 0 && !(kind != QuoteKind.Indirect && best.Class == CueClass.Belief) ? best.Class
            : kind != QuoteKind.Indirect ? CueClass.Speech
            : CueClass.Belief;
    }

    private TextSpan SpanOf(ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        int start = tokens[piece.First].Start;
        int end = tokens[piece.End - 1].End;
        int first = draft.View.SpanOf[piece.First];
        int last = draft.View.SpanOf[piece.End - 1];
        start = first >= 0 && draft.View.Spans[first].FirstToken == piece.First ? draft.View.Spans[first].Span.Start : start;
        end = last >= 0 && draft.View.Spans[last].EndToken == piece.End ? draft.View.Spans[last].Span.End : end;
        return new TextSpan(start, end);
    }

    /// <summary>Without commas and colons at its ends: 'said:' is 'said'.</summary>
    private static TokenRun Trimmed(ReadOnlySpan<Token> tokens, TokenRun run)
    {
        int end = run.End;
        while (end > run.First + 1 && tokens[end - 1].Kind == TokenKind.Punctuation && tokens[end - 1].Length == 1 && !EndsGroup(tokens, run.First, end - 1))
        {
            end--;
        }

        return new TokenRun(run.First, end);
    }

    // 'Gwen Moore (D-Wis.)' keeps its bracket.
    private static bool EndsGroup(ReadOnlySpan<Token> tokens, int first, int at) => tokens[at].LowerHash == ClosingBracket && at > first;

    private static TextSpan SpanOf(ReadOnlySpan<Token> tokens, TokenRun run) => new(tokens[run.First].Start, tokens[run.End - 1].End);
}
