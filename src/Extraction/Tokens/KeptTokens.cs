using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>
/// The tokens that a result keeps, made of those that the stages worked on: hyphenated words are split, and what counted in the layer's tokens is made to count in these.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class KeptTokens
{
    // For each token of the layer the index of its first part, and after them the number of parts; null where nothing was split.
    private readonly int[]? _firstPart;

    public KeptTokens(ReadOnlySpan<char> text, ReadOnlySpan<Token> words, bool splitHyphens)
    {
        int hyphenated = 0;
        foreach (ref readonly Token word in words)
        {
            hyphenated += splitHyphens && HyphenSplitter.Concerns(word) ? 1 : 0;
        }

        if (hyphenated == 0)
        {
            Tokens = [.. words];
            return;
        }

        var parts = new TokenList();
        _firstPart = new int[words.Length + 1];
        for (int i = 0; i < words.Length; i++)
        {
            _firstPart[i] = parts.Count;
            if (HyphenSplitter.Concerns(words[i]))
            {
                HyphenSplitter.Append(text, words[i], parts);
            }
            else
            {
                parts.Add(words[i]);
            }
        }

        _firstPart[^1] = parts.Count;
        Tokens = [.. parts.Span];
    }

    public ImmutableArray<Token> Tokens { get; }

    public ImmutableArray<Sentence> Renumber(ImmutableArray<Sentence> sentences) =>
        _firstPart is null ? sentences : Map(sentences, s => s with { FirstToken = At(s.FirstToken), EndToken = At(s.EndToken) });

    public ImmutableArray<Block> Renumber(ImmutableArray<Block> blocks) =>
        _firstPart is null ? blocks : Map(blocks, b => b with { FirstToken = At(b.FirstToken), EndToken = At(b.EndToken) });

    public ImmutableArray<Entity> Renumber(ImmutableArray<Entity> entities) =>
        _firstPart is null ? entities : Map(entities, e => e with { Mentions = Map(e.Mentions, Renumber) });

    // A mention may be a part of a word: 'London' in "London-based".
    private Mention Renumber(Mention mention)
    {
        int first = At(mention.FirstToken);
        int end = At(mention.EndToken);
        while (first + 1 < end && Tokens[first].End <= mention.Span.Start)
        {
            first++;
        }

        while (end - 1 > first && Tokens[end - 1].Start >= mention.Span.End)
        {
            end--;
        }

        return mention with { FirstToken = first, EndToken = end };
    }

    // A user's own stage may have put in indices that lead nowhere; they are left as they are.
    private int At(int index) => (uint)index < (uint)_firstPart!.Length ? _firstPart[index] : index;

    private static ImmutableArray<T> Map<T>(ImmutableArray<T> items, Func<T, T> renumber)
    {
        var mapped = new T[items.Length];
        for (int i = 0; i < mapped.Length; i++)
        {
            mapped[i] = renumber(items[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(mapped);
    }
}
