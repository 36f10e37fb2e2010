namespace Extraction;

/// <summary>Features of a piece that may be speech of nobody in sight, or none.</summary>
internal sealed class PieceDescriber(QuoteDraft draft, LinkReadings readings)
{
    // Who speaks says so; titles and nicknames seldom do: "I will stay", "We can't wait", "Your move".
    private static readonly HashLexicon SpeechWords = HashLexicon.OfWords("i we me us my our mine ours you your yours i'm i've i'll we're we've we'll 'm n't don't can't won't let's");

    public void DescribePiece(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        float sum = 0;
        int words = 0;
        int capital = 0;
        int single = 0;
        bool person = false;
        int first = -1;
        int end = piece.End;
        for (int i = piece.First; i < piece.End; i++)
        {
            if (tokens[i].Kind is TokenKind.Punctuation or TokenKind.Symbol || (piece.Quoted > 0 && draft.View.SpanOf[i] < 0))
            {
                continue;
            }

            first = first < 0 ? i : first;
            sum += draft.Tagged.Content[i];
            words++;
            capital += tokens[i].Has(TokenFlags.Capitalized) ? 1 : 0;
            single += draft.View.Quoted[i] == 2 ? 1 : 0;
            person |= SpeechWords.Contains(tokens[i].LowerHash);
        }

        if (words == 0)
        {
            return;
        }

        float mean = sum / words;
        readings.Feature(LinkFeature.Likelihood, mean switch { < 0.2f => 0, < 0.35f => 1, < 0.5f => 2, < 0.65f => 3, < 0.8f => 4, < 0.9f => 5, < 0.97f => 6, _ => 7 });
        readings.Feature(LinkFeature.QuotedWords, piece.Quoted switch { 0 => 0, 1 => 1, 2 => 2, <= 5 => 3, <= 10 => 4, _ => 5 });
        readings.FeatureIf(words >= 2 && capital >= words - (words >= 4 ? 2 : 0), LinkFeature.TitleCase);
        readings.FeatureIf(single > 0, LinkFeature.SingleMarks);
        readings.FeatureIf(person, LinkFeature.FirstOrSecondPerson);
        readings.FeatureIf(draft.IsFirstOfBlock(piece.First), LinkFeature.FirstOfBlock);
        readings.FeatureIf(end < tokens.Length && draft.View.BlockOf[end] == piece.Block && text[tokens[end].Start] == ':', LinkFeature.ColonAfter);
        int kind = piece.Block < draft.View.Blocks.Length ? (int)draft.View.Blocks[piece.Block].Kind : 0;
        readings.Feature(LinkFeature.BlockIs, Math.Min(15, kind));
        readings.FeatureIf(IsWholeBlock(piece), LinkFeature.WholeBlock);
        char inside = LastInside(text, piece);
        readings.FeatureIf(inside is ',', LinkFeature.EndsWithCommaInside);
        readings.FeatureIf(inside is '.' or '?' or '!' or '\u2026', LinkFeature.EndsWithStopInside);
        readings.FeatureIf(end < tokens.Length && draft.View.BlockOf[end] == piece.Block && tokens[end].Kind == TokenKind.Word && !tokens[end].Has(TokenFlags.Capitalized), LinkFeature.NounFollows);
        if (piece.First > 0 && draft.View.BlockOf[piece.First - 1] == piece.Block)
        {
            int before = piece.First - 1;
            WordRole role = SourceWords.RoleOf(tokens[before].LowerHash);
            readings.FeatureIf((role & (WordRole.Definite | WordRole.Indefinite | WordRole.Possessive)) != 0, LinkFeature.DeterminerBefore);
            readings.FeatureIf(text[tokens[before].Start] == ':', LinkFeature.ColonBefore);
            readings.FeatureIf(text[tokens[before].Start] == ',', LinkFeature.CommaBefore);
            readings.Feature(LinkFeature.WordBefore, Bucket(draft.View.Word[before]));
        }

        readings.Feature(LinkFeature.WordAfter, end < tokens.Length && draft.View.BlockOf[end] == piece.Block ? Bucket(draft.View.Word[end]) : 0);
        readings.FeatureIf(!tokens[first].Has(TokenFlags.Capitalized), LinkFeature.FirstWordSmall);
        DescribeSentence(tokens, piece);
    }

    private void DescribeSentence(ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        bool any = false;
        bool strong = false;
        int sentence = draft.View.SentenceOf[piece.First];
        for (int i = piece.First - 1; i >= 0 && i > piece.First - 30 && draft.View.SentenceOf[i] == sentence; i--)
        {
            any |= (draft.Role[i] & 7) == 3;
            strong |= CueLexicon.Find(tokens[i].LowerHash).Strength >= 2;
        }

        bool follows = false;
        for (int i = piece.End; i < draft.View.Count && i < piece.End + 12 && draft.View.BlockOf[i] == piece.Block; i++)
        {
            follows |= (draft.Role[i] & 7) == 3;
        }

        readings.FeatureIf(strong, LinkFeature.StrongCueInSentence);
        readings.FeatureIf(!any && !follows, LinkFeature.NoCueInSentence);
        readings.FeatureIf(follows, LinkFeature.CueFollows);
    }

    /// <summary>The character before the closing mark that ends the piece.</summary>
    public char LastInside(ReadOnlySpan<char> text, in QuotePiece piece)
    {
        int span = draft.View.SpanOf[piece.End - 1];
        return span < 0 ? ' ' : text[Math.Max(draft.View.Spans[span].Span.Start, draft.View.Spans[span].Span.End - 2)];
    }

    private static int Bucket(ulong word) => (int)((word * 0x9E37_79B9_7F4A_7C15UL) >> 56);

    public bool IsWholeBlock(in QuotePiece piece) =>
        piece.Block >= draft.View.Blocks.Length || (piece.First - draft.View.Blocks[piece.Block].FirstToken <= 1 && draft.View.Blocks[piece.Block].EndToken - piece.End <= 1);
}
