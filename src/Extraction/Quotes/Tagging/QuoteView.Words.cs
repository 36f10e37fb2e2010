namespace Extraction;

internal sealed partial class QuoteView
{
    private static readonly ulong That = TextHash.Lower("that");

    private void FillWords(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, QuoteVocabulary vocabulary)
    {
        int commas = 0;
        int thats = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            ref readonly Token token = ref tokens[i];
            byte shape = ShapeOf(token, text);
            Shape[i] = shape;
            ulong lower = token.LowerHash;
            bool masked = shape >= 2 && shape <= 6 && !token.Has(TokenFlags.EndsWithStop) && !vocabulary.Knows(lower);
            Word[i] = shape is 10 or 11 ? 0x5D1F3A91UL + shape : masked ? 0x77A1C3E5UL + shape : Unified(text, token);
            Clusters[i] = masked ? default : vocabulary.ClustersOf(lower);
            Commas[i] = commas;
            Thats[i] = thats;
            if (token.Length == 1 && text[token.Start] is ',' or ';')
            {
                commas++;
            }

            thats += lower == That ? 1 : 0;
            if (token.Length > 3 && !masked && token.Kind == TokenKind.Word)
            {
                Suffix3[i] = TextHash.Lower(text.Slice(token.End - 3, 3));
                Suffix2[i] = TextHash.Lower(text.Slice(token.End - 2, 2));
            }
            else
            {
                Suffix3[i] = shape;
                Suffix2[i] = shape;
            }

            Cue[i] = CueOf(token, i, vocabulary);
        }
    }

    private byte CueOf(in Token token, int i, QuoteVocabulary vocabulary)
    {
        if (Quoted[i] != 0 || !token.Has(TokenFlags.HasLower))
        {
            return 0;
        }

        int strength = vocabulary.CueBin(token.LowerHash);
        return (byte)(strength < 2 && CueLexicon.Find(token.LowerHash).Strength >= 2 ? 2 : strength);
    }

    // Every double mark is one word to the model: it learnt from curly and straight pages alike and meets guillemets only now.
    private static ulong Unified(ReadOnlySpan<char> text, in Token token)
    {
        char c = text[token.Start];
        if (token.Length <= 2 && (QuotationMark.IsDouble(c) || (token.Length == 2 && c is '\'' or '`' && text[token.Start + 1] == c)))
        {
            return 0x22;
        }

        return token.Length == 1 && QuotationMark.OpensSingle(c) | QuotationMark.ClosesSingle(c) ? 0x27 : token.LowerHash;
    }

    private static byte ShapeOf(in Token token, ReadOnlySpan<char> text)
    {
        switch (token.Kind)
        {
            case TokenKind.Number: return token.Has(TokenFlags.AllDigits) ? (byte)10 : (byte)11;
            case TokenKind.Handle: return 6;
            case TokenKind.Hashtag or TokenKind.Url or TokenKind.Email: return 9;
            case TokenKind.Clitic: return 8;
            case TokenKind.Punctuation or TokenKind.Symbol: return token.Length == 1 && QuotationMark.IsAny(text[token.Start]) ? (byte)13 : (byte)12;
        }

        if (token.Has(TokenFlags.AllCaps))
        {
            return token.Length > 4 ? (byte)4 : (byte)3;
        }

        if (token.Has(TokenFlags.Capitalized))
        {
            return token.Has(TokenFlags.InnerCapital) ? (byte)5 : token.Has(TokenFlags.HasLower) ? (byte)2 : (byte)7;
        }

        return token.Has(TokenFlags.HasDigit) ? (byte)14 : token.Has(TokenFlags.HasHyphen) ? (byte)1 : (byte)0;
    }

    private void FillCues()
    {
        int last = -1;
        for (int i = 0; i < Count; i++)
        {
            LeftCue[i] = last >= 0 && SentenceOf[last] == SentenceOf[i] ? last : -1;
            last = Cue[i] >= 2 ? i : last;
        }

        last = -1;
        for (int i = Count - 1; i >= 0; i--)
        {
            RightCue[i] = last >= 0 && SentenceOf[last] == SentenceOf[i] ? last : -1;
            last = Cue[i] >= 2 ? i : last;
        }
    }
}
