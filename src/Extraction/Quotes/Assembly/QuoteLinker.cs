using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Takes for each piece the likeliest of its readings, and so joins pieces, cues and sources to quotes.</summary>
internal sealed class QuoteLinker
{
    private readonly QuoteDraft _draft;
    private readonly SourceFinder _sources;
    private readonly LinkReadings _readings = new();
    private readonly ReadingCollector _collector;
    private readonly ReadingDescriber _describer;
    private readonly List<float> _scores = [];

    public QuoteLinker(QuoteDraft draft, SourceFinder sources, AdjacentCues adjacent)
    {
        _draft = draft;
        _sources = sources;
        _collector = new ReadingCollector(draft, _readings, sources, adjacent);
        _describer = new ReadingDescriber(draft, _readings);
    }

    /// <summary>Takes for each piece the likeliest of its readings.</summary>
    public void Join(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, LinkModel model, LinkTeacher? teacher)
    {
        int firstCue = 0;
        for (int p = 0; p < _draft.Pieces.Count; p++)
        {
            QuotePiece piece = _draft.Pieces[p];
            while (firstCue < _draft.Cues.Count && _draft.View.BlockOf[_draft.Cues[firstCue].First] < piece.Block)
            {
                firstCue++;
            }

            int span = _draft.View.SpanOf[piece.First];
            int continued = span >= 0 && _draft.View.Spans[span].Continues && _draft.View.Spans[span].FirstToken == piece.First && _draft.LastPiece >= 0 && _draft.Pieces[_draft.LastPiece].Block == piece.Block - 1 ? _draft.GroupOfPiece[_draft.LastPiece] : -1;
            if (continued >= 0 && _draft.Groups[continued].Source >= 0)
            {
                Give(p, continued);
                continue;
            }

            _collector.Collect(text, tokens, p, firstCue);
            _describer.Describe(text, tokens, piece);
            int best = Choose(piece, model, teacher);
            LinkOption option = _readings.Options[best];
            if (option.Kind == LinkKind.NotSpeech && continued < 0)
            {
                Give(p, -1);
                continue;
            }

            int group = option.Kind == LinkKind.NotSpeech ? continued : GroupOf(option, piece, model, best, continued);
            if (continued < 0 && piece.Kind == QuoteKind.Direct && _draft.Groups[group].Pieces.Count > 0 && StandsApart(_draft.Pieces[_draft.Groups[group].Pieces[^1]], piece))
            {
                // Smith said the vote was a farce. "I will not go.": a quotation of its own, the source that of the sentence before.
                int apart = _draft.NewGroup();
                _draft.Groups[apart].Source = _draft.Groups[group].Source;
                _draft.Groups[apart].Cue = _draft.View.SentenceOf[_draft.Pieces[_draft.Groups[group].Pieces[^1]].End - 1] == _draft.View.SentenceOf[piece.First] ? _draft.Groups[group].Cue : -1;
                _draft.Groups[apart].Confidence = _draft.Groups[group].Confidence * 0.95f;
                _draft.Groups[apart].Reason = "goes on after an indirect quote";
                group = apart;
            }

            Give(p, group);
        }
    }

    private void Give(int p, int group)
    {
        _draft.GroupOfPiece.Add(group);
        if (group >= 0)
        {
            _draft.Groups[group].Pieces.Add(p);
            _draft.LastPiece = p;
        }
    }

    private int Choose(in QuotePiece piece, LinkModel model, LinkTeacher? teacher)
    {
        if (teacher is not null)
        {
            _scores.Clear();
            return teacher.Choose(piece, _readings);
        }

        _scores.Clear();
        for (int o = 0; o < _readings.Count; o++)
        {
            _scores.Add(model.Score(piece.Kind, _readings.FeaturesOf(o)));
        }

        return LinkModel.Normalize(CollectionsMarshal.AsSpan(_scores));
    }

    /// <summary>Probability of the source: that of all readings that share it.</summary>
    private float Likelihood(int chosen)
    {
        if (_scores.Count == 0)
        {
            return 1;
        }

        float sum = 0;
        ReadOnlySpan<LinkOption> options = _readings.Options;
        for (int o = 0; o < options.Length; o++)
        {
            sum += options[o].Source == options[chosen].Source && options[o].Kind != LinkKind.NotSpeech ? _scores[o] : 0;
        }

        return Math.Min(1, sum);
    }

    /// <summary>The quote that a reading makes or joins; <paramref name="continued"/> is the quote over paragraphs that still lacks a source, or -1.</summary>
    private int GroupOf(in LinkOption option, in QuotePiece piece, LinkModel model, int chosen, int continued)
    {
        if (option.Kind == LinkKind.GoesOn)
        {
            _draft.Groups[option.Group].Confidence = Math.Min(_draft.Groups[option.Group].Confidence, Likelihood(chosen));
            return option.Group;
        }

        int cue = option.CueIndex;
        for (int g = _draft.GroupCount - 1; g >= 0 && g > _draft.GroupCount - 20 && continued < 0 && cue >= 0; g--)
        {
            if (_draft.Groups[g].Cue == cue)
            {
                return g;
            }
        }

        int group = continued >= 0 ? continued : _draft.NewGroup();
        if (cue < 0 && option.Cue.Length > 0)
        {
            cue = _draft.Cues.Count;
            _draft.Cues.Add(option.Cue);
            _draft.SourceOfCue.Add(-1);
        }

        _draft.Groups[group].Cue = cue;
        _draft.Groups[group].Source = !option.HasSource ? -1 : option.SourceIndex >= 0 ? option.SourceIndex : _sources.AddSource(option.Source);
        _draft.Groups[group].Reason = $"{NameOf(option)}: {(_scores.Count > 0 ? model.Reason(piece.Kind, _readings.FeaturesOf(chosen)) : default)}";
        _draft.Groups[group].Confidence = Likelihood(chosen);
        return group;
    }

    private static string NameOf(in LinkOption option) => option.Kind switch
    {
        LinkKind.Cue => "cue",
        LinkKind.Mark => option.Rank == 0 ? "dash" : "colon",
        LinkKind.ColonBefore => "colon of the paragraph before",
        LinkKind.Introduced => "named in the sentence before",
        _ => "no cue",
    };

    private bool StandsApart(in QuotePiece before, in QuotePiece piece) =>
        before.Kind != QuoteKind.Direct && (piece.Words >= 4 || _draft.View.SentenceOf[before.End - 1] != _draft.View.SentenceOf[piece.First]);
}
