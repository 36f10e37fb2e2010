using System.Collections.Immutable;

namespace Extraction;

/// <summary>Quotes inside quotes: '"The mayor told me, 'Go home,'" said Ana Lopes.' holds what the mayor said, too. The words between the marks are tagged and put together as a text of their own.</summary>
internal sealed class NestedQuotes
{
    /// <summary>Fewest words that hold somebody, a verb and what he said.</summary>
    private const int FewestWords = 5;

    private readonly QuoteView _view = new();
    private readonly TaggerScratch _tagged = new();
    private readonly QuoteAssembler _assembler = new();
    private readonly List<Block> _insides = [];

    /// <summary>The quotes together with those that others say in them.</summary>
    public ImmutableArray<Attribution> AddTo(
        ImmutableArray<Attribution> attributions, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, QuoteView view, QuoteTagger tagger, QuoteSettings settings, CancellationToken cancellationToken)
    {
        _insides.Clear();
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Kind == QuoteKind.Direct)
            {
                foreach (TextSpan span in attribution.Content)
                {
                    AddInside(tokens, span);
                }
            }
        }

        if (_insides.Count == 0)
        {
            return attributions;
        }

        _insides.Sort(static (x, y) => x.FirstToken.CompareTo(y.FirstToken));
        _view.EnterInsides(view, text, tokens, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_insides), tagger.Vocabulary);
        tagger.Tag(_view, _tagged, cancellationToken);
        ImmutableArray<Attribution>.Builder? result = null;
        foreach (Attribution nested in _assembler.Assemble(text, tokens, _view, _tagged, tagger.Links, settings))
        {
            if (IsOfSomebodyElse(tokens, nested))
            {
                result ??= attributions.ToBuilder();
                result.Add(nested with { IsNested = true });
            }
        }

        if (result is null)
        {
            return attributions;
        }

        result.Sort(static (x, y) => x.Content[0].CompareTo(y.Content[0]) is var place && place != 0 ? place : x.IsNested.CompareTo(y.IsNested));
        return result.DrainToImmutable();
    }

    /// <summary>Keeps the stretch between the marks where a verb of speaking stands in it.</summary>
    private void AddInside(ReadOnlySpan<Token> tokens, TextSpan span)
    {
        int first = TokenSearch.TokenAt(tokens, span.Start);
        int end = first;
        int words = 0;
        bool verb = false;
        while (end < tokens.Length && tokens[end].End <= span.End)
        {
            if (tokens[end].Kind == TokenKind.Word)
            {
                words++;
                CueWord cue = CueLexicon.Find(tokens[end].LowerHash);
                verb |= cue.Strength >= 2 && cue.Class != CueClass.Belief;
            }

            end++;
        }

        // The marks themselves stay outside.
        first += first < end && tokens[first].Kind == TokenKind.Punctuation ? 1 : 0;
        end -= first < end && tokens[end - 1].Kind == TokenKind.Punctuation ? 1 : 0;
        if (verb && words >= FewestWords)
        {
            _insides.Add(new Block(BlockKind.Paragraph, new TextSpan(tokens[first].Start, tokens[end - 1].End), first, end));
        }
    }

    /// <summary>'I said' and 'we told them' within a quotation tell nothing of anybody else; nor does what nobody says.</summary>
    private static bool IsOfSomebodyElse(ReadOnlySpan<Token> tokens, Attribution nested) =>
        nested is { Source: { } source, Cue: not null } && nested.Confidence >= LeastConfidence && !SourceWords.Is(tokens[TokenSearch.TokenAt(tokens, source.Start)].LowerHash, WordRole.I);

    // Within a quotation half of the doubtful finds are wrong.
    private const float LeastConfidence = 0.5f;
}
