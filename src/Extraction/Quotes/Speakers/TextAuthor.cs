namespace Extraction;

/// <summary>Finds whose text a source is: 'the Home Office letter', 'a statement issued by the ministry'; who has it before him ('a letter seen by Sky News') did not write it.</summary>
internal static class TextAuthor
{
    private static readonly ulong By = TextHash.Lower("by");
    private static readonly ulong From = TextHash.Lower("from");
    private static readonly ulong Of = TextHash.Lower("of");
    private static readonly HashLexicon Readers = HashLexicon.OfWords("seen obtained reviewed viewed received published cited quoted carried aired broadcast leaked read posted shared translated run printed monitored");

    /// <summary>The author's mention, or -1 where the source is no text or names no author.</summary>
    /// <param name="tokens">The article's tokens.</param>
    /// <param name="view">Mentions and places.</param>
    /// <param name="first">The source's first token.</param>
    /// <param name="end">The token after it.</param>
    public static int Find(ReadOnlySpan<Token> tokens, SpeakerView view, int first, int end)
    {
        if (!IsText(tokens, first, end))
        {
            return -1;
        }

        int author = -1;
        bool isBy = false;
        ReadOnlySpan<PlacedMention> mentions = view.Mentions;
        for (int m = view.FirstMentionAt(first); m < mentions.Length && mentions[m].First < end; m++)
        {
            PlacedMention mention = mentions[m];
            if (mention.Kind is not (MentionKind.Name or MentionKind.Handle) || mention.End > end)
            {
                continue;
            }

            bool isPerson = view.IsPerson(mention.Entity);
            int preposition = SourceReader.PrepositionBefore(tokens, first, mention.First);
            if (preposition < 0)
            {
                author = author < 0 && Owns(tokens, view, mention, end) ? m : author;
                continue;
            }

            if ((mention.Is(MentionPlace.Possessive) && mention.End + 1 < end) || (isPerson && SourceReader.IsOffice(tokens, preposition, mention.First)))
            {
                continue;
            }

            // 'the statement released by the State Department spokesperson Ned Price', 'an analysis of Treasury figures by Crowdpac'
            ulong word = tokens[preposition].LowerHash;
            if (Governs(tokens, word, mention, end) && SourceReader.CanSpeak(view.Entities[mention.Entity].Type) && Readers.Find(tokens[preposition - 1].LowerHash) == 0
                && (author < 0 || isPerson || (word == By && !isBy)))
            {
                author = m;
                isBy |= word == By;
            }
        }

        return author;
    }

    // 'The Home Office letter', "Ruiz's tweet": whose text it is says what it says; but not 'Texas law'.
    private static bool Owns(ReadOnlySpan<Token> tokens, SpeakerView view, in PlacedMention mention, int end)
    {
        int noun = mention.End + (mention.Is(MentionPlace.Possessive) ? 1 : 0);
        return mention.End != end && view.Entities[mention.Entity].Type != EntityType.Gpe && noun < end && IsTextNoun(tokens, noun, end);
    }

    // 'a report of the ministry', but not 'a report of ministry figures'.
    private static bool Governs(ReadOnlySpan<Token> tokens, ulong preposition, in PlacedMention mention, int end) =>
        preposition == By || preposition == From || (preposition == Of && (mention.End == end || SourceReader.IsFree(tokens[mention.End])));

    /// <summary>A text noun within the next three words.</summary>
    private static bool IsTextNoun(ReadOnlySpan<Token> tokens, int at, int end)
    {
        for (int i = at; i < end && i < at + 3 && tokens[i].Kind is TokenKind.Word or TokenKind.Number; i++)
        {
            if (SourceWords.NounOf(tokens[i].LowerHash) == NounClass.Text)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>'a statement issued by': a text noun before the first preposition.</summary>
    private static bool IsText(ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (int i = first; i < end && !SourceWords.Is(tokens[i].LowerHash, WordRole.Preposition); i++)
        {
            if (SourceWords.NounOf(tokens[i].LowerHash) == NounClass.Text)
            {
                return true;
            }
        }

        return false;
    }
}
