using System.Collections;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>A growing list of tokens in text order. The pipeline reuses it from article to article; copy what must outlive the run.</summary>
/// <threadsafety>Not safe while a stage writes to it; one article's run is on one thread at a time.</threadsafety>
public sealed class TokenList : IReadOnlyList<Token>
{
    private readonly List<Token> _tokens = new(1024);

    /// <summary>Number of tokens.</summary>
    public int Count => _tokens.Count;

    /// <summary>The tokens, without a copy; valid until the next change of the list.</summary>
    public ReadOnlySpan<Token> Span => CollectionsMarshal.AsSpan(_tokens);

    /// <inheritdoc/>
    public Token this[int index] => _tokens[index];

    /// <summary>Appends a token.</summary>
    public void Add(in Token token) => _tokens.Add(token);

    /// <summary>Removes all tokens, keeping the memory.</summary>
    public void Clear() => _tokens.Clear();

    /// <summary>Replaces one token.</summary>
    public void Replace(int index, in Token token) => _tokens[index] = token;

    /// <summary>Puts a token in before <paramref name="index"/>.</summary>
    public void Insert(int index, in Token token) => _tokens.Insert(index, token);

    /// <summary>Removes the tokens from <paramref name="count"/> on.</summary>
    internal void Truncate(int count) => CollectionsMarshal.SetCount(_tokens, count);

    /// <inheritdoc/>
    public IEnumerator<Token> GetEnumerator() => _tokens.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Index of the first token that starts at or after <paramref name="offset"/>; <see cref="Count"/> where there is none.</summary>
    public int FirstAtOrAfter(int offset)
    {
        ReadOnlySpan<Token> tokens = Span;
        int low = 0;
        int high = tokens.Length;
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            if (tokens[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
