using System.Collections.Immutable;

namespace Extraction;

/// <summary>Splits raw text into sentences without a pipeline: no tokens, no layout, allocation for the result only.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class SentenceSplitter
{
    private readonly SentenceSettings _settings;
    private readonly BoundaryModel _model;
    private SentenceScratch? _idle;

    /// <summary>A splitter with options of its own.</summary>
    public SentenceSplitter(SentenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _settings = new SentenceSettings(options);
        _model = BoundaryModel.Embedded;
    }

    internal SentenceSplitter(SentenceSettings settings, BoundaryModel model)
    {
        _settings = settings;
        _model = model;
    }

    /// <summary>The splitter with default options.</summary>
    public static SentenceSplitter Default { get; } = new(new SentenceOptions());

    /// <summary>The sentences in text order, disjoint, trimmed of white space; every character that is no white space lies in one. Never throws for what the text is.</summary>
    public ImmutableArray<TextSpan> Split(ReadOnlySpan<char> text)
    {
        SentenceScratch scratch = Rent();
        new SentenceFinder(text, _settings, _model, scratch, CancellationToken.None).SplitText();
        ImmutableArray<TextSpan> sentences = [.. scratch.Sentences];
        _idle = scratch;
        return sentences;
    }

    /// <summary>Clears <paramref name="into"/> and fills it with the sentences: <see cref="Split(ReadOnlySpan{char})"/> without an allocation where the list is large enough.</summary>
    public void Split(ReadOnlySpan<char> text, ICollection<TextSpan> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        SentenceScratch scratch = Rent();
        new SentenceFinder(text, _settings, _model, scratch, CancellationToken.None).SplitText();
        into.Clear();
        foreach (TextSpan sentence in scratch.Sentences)
        {
            into.Add(sentence);
        }

        _idle = scratch;
    }

    private SentenceScratch Rent()
    {
        SentenceScratch scratch = Interlocked.Exchange(ref _idle, null) ?? new SentenceScratch();
        scratch.Clear();
        return scratch;
    }
}
