namespace Extraction;

/// <summary>What a piece may be taken for without a cue of its own: signed, after a paragraph's colon, of whom the sentence before named.</summary>
internal sealed class OtherReadings(QuoteDraft draft, SourceFinder sources)
{
    /// <summary>"A diamond is a chunk of coal." — Anonymous; "My village has no cinema": Parviz Qashqavi.</summary>
    public bool AfterMark(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece, out LinkOption option)
    {
        option = default;
        int mark = piece.End;
        if (mark >= tokens.Length)
        {
            return false;
        }

        bool sameBlock = draft.View.BlockOf[mark] == piece.Block;
        char c = text[tokens[mark].Start];
        bool dash = c is '\u2014' or '\u2013' or '\u2015' or '-' or '~';
        if (!(dash && (sameBlock || tokens[mark].Has(TokenFlags.LineStart))) && !(c == ':' && sameBlock))
        {
            return false;
        }

        int first = mark + 1;
        int block = draft.View.BlockOf[mark];
        int end = first;
        while (end < tokens.Length && end < first + 14 && draft.View.BlockOf[end] == block && draft.View.SpanOf[end] < 0 && (draft.Role[end] & 7) != 1
            && !(end > first && tokens[end].Has(TokenFlags.LineStart)) && text[tokens[end].Start] is not ('.' or ';' or '!' or '?' or ':' or '"' or '\u201C'))
        {
            end++;
        }

        while (end > first && tokens[end - 1].Kind == TokenKind.Punctuation && text[tokens[end - 1].Start] is not (')' or ']'))
        {
            end--;
        }

        int named = FirstPerson(tokens, first, end);
        if (named >= 0 && NextOutside(named) is var after && after < end && tokens[after].Kind == TokenKind.Word && !tokens[after].Has(TokenFlags.Capitalized) && SourceWords.RoleOf(tokens[after].LowerHash) == WordRole.None)
        {
            // '"I will stay" - Tom Hale defiant after defeat', '"I am safe": Prime Minister Lena Brandt speaks': the headline tells what the person does; in running text that is no signature.
            if (!dash && !draft.IsFirstOfBlock(piece.First))
            {
                return false;
            }

            end = after;
        }
        else if (!dash && (named != first || (NextOutside(first) is var next && next < end && tokens[next].Kind == TokenKind.Word)))
        {
            // '"We are 4 to a room": Arviat families wait'
            return false;
        }

        if (end <= first || !(named >= 0 || draft.View.Entity[first] != 0 || tokens[first].Kind == TokenKind.Handle || (dash && tokens[first].Has(TokenFlags.Capitalized))))
        {
            return false;
        }

        option = new LinkOption(LinkKind.Mark, new TokenRun(mark, mark + 1), new TokenRun(first, end), Rank: dash ? 0 : 1);
        return true;
    }

    /// <summary>'Caddell continued:' ends the paragraph before.</summary>
    public bool AfterColonParagraph(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece, out LinkOption option)
    {
        option = default;
        int last = piece.First - 1;
        if (last < 1 || text[tokens[last].Start] != ':')
        {
            return false;
        }

        int sentence = draft.View.SentenceOf[last];
        int cue = -1;
        for (int i = last - 1; i >= 0 && i > last - 40 && draft.View.SentenceOf[i] == sentence && cue < 0; i--)
        {
            cue = (draft.Role[i] & 7) == 3 || CueLexicon.Find(tokens[i].LowerHash).Strength >= 2 ? i : -1;
        }

        int source = -1;
        float best = 0.05f;
        for (int i = last - 1; i >= 0 && i > last - 40 && draft.View.SentenceOf[i] == sentence && (draft.Role[i] & 7) != 1; i--)
        {
            float likely = draft.Tagged.Source[i] + (draft.View.Entity[i] != 0 ? 0.3f : 0) + (SourceWords.Is(tokens[i].LowerHash, WordRole.He | WordRole.She | WordRole.They) && !SourceWords.Is(tokens[i].LowerHash, WordRole.Possessive) ? 0.5f : 0);
            likely -= cue >= 0 ? Math.Abs(i - cue) * 0.01f : (last - i) * 0.005f;
            if (likely > best)
            {
                best = likely;
                source = i;
            }
        }

        if (source < 0)
        {
            return false;
        }

        TokenRun run = (draft.Role[source] & 7) == 2 ? draft.Sources[sources.ExistingSource(source)] : sources.Widen(source, sentence, draft.View.BlockOf[source]);
        option = new LinkOption(LinkKind.ColonBefore, cue < 0 ? new TokenRun(last, last + 1) : new TokenRun(cue, cue + 1), run);
        return true;
    }

    /// <summary>'The mayor of Huancayo, Basilio Auqui Huaytalla, put it better. "…"': who was named last in the sentence before, or meant by 'she' ('Why did she come? "It is a legend."').</summary>
    public bool IntroducedBefore(ReadOnlySpan<Token> tokens, in QuotePiece piece, out LinkOption option)
    {
        option = default;
        int last = piece.First - 1;
        if (last < 0 || draft.View.BlockOf[last] != piece.Block)
        {
            return false;
        }

        int sentence = draft.View.SentenceOf[last];
        int best = -1;
        float bestLikely = 0.15f;
        for (int i = last; i >= 0 && i > last - 60 && draft.View.SentenceOf[i] == sentence && (draft.Role[i] & 7) != 1; i--)
        {
            float likely = draft.Tagged.Source[i] + (draft.View.Entity[i] / 2 == 1 ? 0.3f : 0) + (draft.View.Entity[i] == 3 && draft.IsFirstOfSentence(i) ? 0.1f : 0);
            WordRole role = SourceWords.RoleOf(tokens[i].LowerHash);
            likely += (role & (WordRole.He | WordRole.She)) != 0 && (role & WordRole.Possessive) == 0 ? 0.2f : 0;
            if (likely >= bestLikely)
            {
                bestLikely = likely;
                best = i;
            }
        }

        if (best < 0)
        {
            return false;
        }

        int known = (draft.Role[best] & 7) == 2 ? sources.ExistingSource(best) : -1;
        option = new LinkOption(LinkKind.Introduced, default, known >= 0 ? draft.Sources[known] : sources.Widen(best, sentence, piece.Block), -1, known);
        return true;
    }

    /// <summary>Where a person is named, capitalised words before the name passed over ('Prime Minister [Lena Brandt]'), or -1.</summary>
    private int FirstPerson(ReadOnlySpan<Token> tokens, int first, int end)
    {
        int i = first;
        while (i < end && i < first + 4 && draft.View.Entity[i] == 0 && tokens[i].Has(TokenFlags.Capitalized))
        {
            i++;
        }

        return i < end && draft.View.Entity[i] / 2 == 1 ? i : -1;
    }

    private int NextOutside(int i)
    {
        while (i < draft.View.Count && draft.View.Entity[i] != 0)
        {
            i++;
        }

        return i;
    }
}
