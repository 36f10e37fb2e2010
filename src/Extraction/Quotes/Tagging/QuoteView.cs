using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>
/// What the tagger looks at: for each token of the article its masked word, where it stands in quotation marks, sentence and block, the nearest cue words, its entity type.
/// Filled once an article in one pass each way; arrays are kept from run to run.
/// </summary>
internal sealed partial class QuoteView
{
    private readonly List<QuotedSpan> _spans = [];
    private readonly List<QuotedSpan> _work = [];

    /// <summary>Quoted spans of the article, in text order, disjoint.</summary>
    public ReadOnlySpan<QuotedSpan> Spans => CollectionsMarshal.AsSpan(_spans);

    public int Count { get; private set; }

    /// <summary>Word identity as the model may see it: names are masked by their shape.</summary>
    public ulong[] Word { get; private set; } = [];

    /// <summary>Words used alike share clusters, coarse ones more of them; none for masked names and unknown words.</summary>
    public ClusterPath[] Clusters { get; private set; } = [];

    /// <summary>Index into <see cref="Spans"/>, or -1.</summary>
    public int[] SpanOf { get; private set; } = [];

    /// <summary>0 outside quotation marks, 1 inside double, 2 inside single ones.</summary>
    public byte[] Quoted { get; private set; } = [];

    /// <summary>Strength of the word as a cue, 0 to 5; 0 inside quotation marks.</summary>
    public byte[] Cue { get; private set; } = [];

    /// <summary>Index of the sentence.</summary>
    public int[] SentenceOf { get; private set; } = [];

    /// <summary>Index of the block; -1 for a token in none, where the blocks are the insides of quotations.</summary>
    public int[] BlockOf { get; private set; } = [];

    /// <summary>Nearest cue word to the left in the sentence, or -1.</summary>
    public int[] LeftCue { get; private set; } = [];

    /// <summary>Nearest cue word to the right in the sentence, or -1.</summary>
    public int[] RightCue { get; private set; } = [];

    /// <summary>0, or twice the entity type's code, plus one where a mention begins.</summary>
    public byte[] Entity { get; private set; } = [];

    /// <summary>Shape of the token, 0 to 15.</summary>
    public byte[] Shape { get; private set; } = [];

    /// <summary>Number of commas and semicolons before the token.</summary>
    public int[] Commas { get; private set; } = [];

    /// <summary>Number of 'that' before the token.</summary>
    public int[] Thats { get; private set; } = [];

    public ulong[] Suffix2 { get; private set; } = [];

    public ulong[] Suffix3 { get; private set; } = [];

    public ImmutableArray<Sentence> Sentences { get; private set; } = [];

    public ImmutableArray<Block> Blocks { get; private set; } = [];

    /// <summary>Reads an article's layers.</summary>
    public void Fill(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Block> blocks, ReadOnlySpan<Mention> mentions, ReadOnlySpan<DateExpression> dates, QuoteVocabulary vocabulary)
    {
        Count = tokens.Length;
        Sentences = sentences;
        Blocks = blocks.IsEmpty && Count > 0 ? [new Block(BlockKind.Paragraph, new TextSpan(tokens[0].Start, tokens[^1].End), 0, Count)] : blocks;
        Grow();
        FillSpans(text, tokens);
        FillPlaces();
        FillWords(text, tokens, vocabulary);
        FillMentions(tokens, mentions, dates);
        FillCues();
    }

    private void Grow()
    {
        if (Word.Length >= Count)
        {
            return;
        }

        int size = Math.Max(1024, Count + (Count / 2));
        Word = new ulong[size];
        Clusters = new ClusterPath[size];
        Suffix2 = new ulong[size];
        Suffix3 = new ulong[size];
        SpanOf = new int[size];
        Quoted = new byte[size];
        Cue = new byte[size];
        SentenceOf = new int[size];
        BlockOf = new int[size];
        LeftCue = new int[size];
        RightCue = new int[size];
        Entity = new byte[size];
        Shape = new byte[size];
        Commas = new int[size];
        Thats = new int[size];
    }

    private void FillSpans(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        _spans.Clear();
        for (int b = 0; b < Blocks.Length; b++)
        {
            if (Blocks[b].Kind != BlockKind.Other)
            {
                MarkScanner.Scan(text, Blocks[b].Span, b, _spans, _work);
            }
        }

        Array.Fill(SpanOf, -1, 0, Count);
        Array.Clear(Quoted, 0, Count);
        int t = 0;
        Span<QuotedSpan> spans = CollectionsMarshal.AsSpan(_spans);
        for (int s = 0; s < spans.Length; s++)
        {
            while (t < Count && tokens[t].End <= spans[s].Span.Start)
            {
                t++;
            }

            int first = t;
            int words = 0;
            while (t < Count && tokens[t].Start < spans[s].Span.End)
            {
                SpanOf[t] = s;
                Quoted[t] = spans[s].IsSingle ? (byte)2 : (byte)1;
                words += tokens[t].Kind is TokenKind.Punctuation or TokenKind.Symbol or TokenKind.Clitic ? 0 : 1;
                t++;
            }

            spans[s] = spans[s] with { FirstToken = first, EndToken = t, Words = words };
        }
    }

    private void FillPlaces()
    {
        Array.Clear(SentenceOf, 0, Count);
        Array.Clear(BlockOf, 0, Count);
        for (int s = 0; s < Sentences.Length; s++)
        {
            Array.Fill(SentenceOf, s, Sentences[s].FirstToken, Sentences[s].EndToken - Sentences[s].FirstToken);
        }

        for (int b = 0; b < Blocks.Length; b++)
        {
            Array.Fill(BlockOf, b, Blocks[b].FirstToken, Blocks[b].EndToken - Blocks[b].FirstToken);
        }
    }

    private void FillMentions(ReadOnlySpan<Token> tokens, ReadOnlySpan<Mention> mentions, ReadOnlySpan<DateExpression> dates)
    {
        Array.Clear(Entity, 0, Count);
        foreach (Mention mention in mentions)
        {
            int code = EntityCode(mention.Type) * 2;
            for (int i = Math.Max(0, mention.FirstToken); i < mention.EndToken && i < Count; i++)
            {
                Entity[i] = (byte)(i == mention.FirstToken ? code + 1 : code);
            }
        }

        int t = 0;
        foreach (DateExpression date in dates)
        {
            while (t < Count && tokens[t].End <= date.Span.Start)
            {
                t++;
            }

            for (int k = t; k < Count && tokens[k].Start < date.Span.End; k++)
            {
                if (Entity[k] == 0)
                {
                    Entity[k] = (byte)(k == t ? 15 : 14);
                }
            }
        }
    }

    private static int EntityCode(EntityType type) => type.Name switch
    {
        "person" => 1,
        "organization" => 2,
        "gpe" => 3,
        "location" or "facility" => 4,
        "norp" => 5,
        _ => 6,
    };
}
