using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

internal sealed partial class QuoteView
{
    /// <summary>
    /// Looks at the words between quotation marks as at texts of their own, each a block: their outer marks are gone, inner ones count. What does not change with the marks is the outer view's own memory.
    /// </summary>
    /// <param name="outer">The article as filled last.</param>
    /// <param name="text">The article's text.</param>
    /// <param name="tokens">The article's tokens.</param>
    /// <param name="insides">The stretches between the marks, in text order, disjoint.</param>
    /// <param name="vocabulary">Words that mark quotes.</param>
    public void EnterInsides(QuoteView outer, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Block> insides, QuoteVocabulary vocabulary)
    {
        Count = outer.Count;
        Sentences = outer.Sentences;
        Blocks = ImmutableArray.Create(insides);
        Word = outer.Word;
        Clusters = outer.Clusters;
        Suffix2 = outer.Suffix2;
        Suffix3 = outer.Suffix3;
        SentenceOf = outer.SentenceOf;
        Entity = outer.Entity;
        Shape = outer.Shape;
        Commas = outer.Commas;
        Thats = outer.Thats;
        if (SpanOf.Length < Word.Length)
        {
            SpanOf = new int[Word.Length];
            Quoted = new byte[Word.Length];
            Cue = new byte[Word.Length];
            BlockOf = new int[Word.Length];
            LeftCue = new int[Word.Length];
            RightCue = new int[Word.Length];
        }

        FillSpans(text, tokens);
        Array.Fill(BlockOf, -1, 0, Count);
        Array.Clear(Cue, 0, Count);
        for (int b = 0; b < insides.Length; b++)
        {
            for (int i = insides[b].FirstToken; i < insides[b].EndToken; i++)
            {
                BlockOf[i] = b;
                Cue[i] = CueOf(tokens[i], i, vocabulary);
            }
        }

        FillCues();
    }
}
