namespace Extraction;

/// <summary>Transcripts: 'LOPES: The bridge stays shut.' A line's name before its colon says all that follows, with marks or without.</summary>
internal sealed class Transcripts(QuoteDraft draft)
{
    private const int MostLabelWords = 4;

    /// <summary>Set in the role of a colon behind a speaker's label.</summary>
    public const byte TurnColon = 16;

    private static readonly HashLexicon NoNames = HashLexicon.OfWords(
        "update updated updates breaking watch read live video photo photos picture image note editor warning alert correction related more source sources date time where when what why how who price cost "
        + "headline advertisement exclusive opinion analysis review interview subject re cc to from ps nb faq tip tips fact facts result results score goals lineup weather contact address tel email phone");

    private readonly Dictionary<ulong, int> _labels = [];

    public void MarkTranscripts(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        // One line alone may be a heading ('WHERE: Town hall'); two people who take turns are a conversation.
        _labels.Clear();
        int turns = 0;
        foreach (Block block in draft.View.Blocks)
        {
            int colon = block.Kind == BlockKind.Other ? -1 : LabelEnd(text, tokens, block);
            if (colon >= 0)
            {
                turns++;
                _labels[tokens[colon - 1].LowerHash] = _labels.GetValueOrDefault(tokens[colon - 1].LowerHash) + 1;
            }
        }

        if (turns < 3 || _labels.Count < 2 || turns == _labels.Count)
        {
            return;
        }

        foreach (Block block in draft.View.Blocks)
        {
            int colon = block.Kind == BlockKind.Other ? -1 : LabelEnd(text, tokens, block);
            if (colon >= 0)
            {
                MarkTurn(tokens, block, LabelStart(text, tokens, block), colon);
            }
        }
    }

    private void MarkTurn(ReadOnlySpan<Token> tokens, in Block block, int first, int colon)
    {
        Span<byte> roles = draft.Roles;
        for (int i = block.FirstToken; i < block.EndToken; i++)
        {
            roles[i] = i < first ? (byte)0 : i < colon ? (byte)2 : i == colon ? (byte)(11 | TurnColon) : (byte)1;
        }

        roles[first] = 10;
        if (colon + 1 < block.EndToken)
        {
            roles[colon + 1] = 9;
        }

        draft.Tagged.Certainty[colon] = 1;
    }

    private static int LabelStart(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in Block block) =>
        block.FirstToken + (block.FirstToken < block.EndToken && QuotationMark.IsAny(text[tokens[block.FirstToken].Start]) ? 1 : 0);

    /// <summary>Place of the colon behind a label in capitals at a block's start, or -1.</summary>
    private static int LabelEnd(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in Block block)
    {
        int first = LabelStart(text, tokens, block);
        for (int i = first; i < block.EndToken && i <= first + MostLabelWords; i++)
        {
            if (tokens[i].Length == 1 && text[tokens[i].Start] == ':')
            {
                return i > first && i + 2 < block.EndToken && NoNames.Find(tokens[first].LowerHash) == 0 && NoNames.Find(tokens[i - 1].LowerHash) == 0 && tokens[i - 1].Length > 1 ? i : -1;
            }

            if (!tokens[i].Has(TokenFlags.AllCaps) && !(i > first && tokens[i].Kind == TokenKind.Punctuation))
            {
                return -1;
            }
        }

        return -1;
    }
}
