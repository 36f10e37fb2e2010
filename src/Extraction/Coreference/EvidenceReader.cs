using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Finds the tokens of the mentions and reads what stands around them.</summary>
internal static class EvidenceReader
{
    public static void Read(LinkScratch scratch, LinkingLexicons lexicons)
    {
        TokenList tokens = scratch.Tokens;
        CollectionsMarshal.SetCount(scratch.MentionAt, tokens.Count);
        Span<int> mentionAt = CollectionsMarshal.AsSpan(scratch.MentionAt);
        mentionAt.Fill(-1);
        Span<Mention> mentions = CollectionsMarshal.AsSpan(scratch.Mentions);
        for (int m = 0; m < mentions.Length; m++)
        {
            Place(tokens, ref mentions[m]);
            for (int t = mentions[m].FirstToken; t < mentions[m].EndToken; t++)
            {
                mentionAt[t] = m;
            }
        }

        ReadOnlySpan<char> text = scratch.Text;
        if (scratch.Opens.Count != tokens.Count)
        {
            GuessSentences(scratch, text);
        }

        for (int m = 0; m < mentions.Length; m++)
        {
            scratch.Evidence.Add(new MentionEvidence(
                HonorificBefore(tokens, mentions[m].FirstToken, lexicons, out bool titled),
                m > 0 && InBrackets(text, tokens, mentions[m - 1], mentions[m]),
                titled));
        }
    }

    // Without sentences: a paragraph, or a capital after a stop.
    private static void GuessSentences(LinkScratch scratch, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<Token> tokens = scratch.Tokens.Span;
        scratch.Opens.Clear();
        for (int t = 0; t < tokens.Length; t++)
        {
            bool afterStop = t > 0 && tokens[t - 1].Length == 1 && text[tokens[t - 1].Start] is '.' or '!' or '?';
            scratch.Opens.Add(tokens[t].Has(TokenFlags.ParagraphStart) || (afterStop && tokens[t].Has(TokenFlags.Capitalized)));
        }
    }

    // A mention may come without tokens (a user's own) or cover a part of one ('U.S.-led').
    private static void Place(TokenList tokens, ref Mention mention)
    {
        if (mention.FirstToken >= 0 && mention.EndToken <= tokens.Count && mention.FirstToken < mention.EndToken)
        {
            return;
        }

        int first = tokens.FirstAtOrAfter(mention.Span.Start);
        if (first > 0 && tokens[first - 1].End > mention.Span.Start)
        {
            first--;
        }

        int end = Math.Max(first, tokens.FirstAtOrAfter(mention.Span.End));
        mention = mention with { FirstToken = first, EndToken = end };
    }

    private static Gender HonorificBefore(TokenList tokens, int first, LinkingLexicons lexicons, out bool titled)
    {
        for (int t = first - 1; t >= 0 && t >= first - 2; t--)
        {
            if (lexicons.IsHonorific(tokens[t].LowerHash, out Gender gender))
            {
                titled = true;
                return gender;
            }

            if (tokens[t].Kind != TokenKind.Punctuation || tokens[t].Length > 1 || tokens[t].Has(TokenFlags.SpaceBefore))
            {
                break;
            }
        }

        titled = false;
        return Gender.Unknown;
    }

    private static bool InBrackets(ReadOnlySpan<char> text, TokenList tokens, in Mention before, in Mention mention) =>
        mention.FirstToken == before.EndToken + 1
        && mention.EndToken < tokens.Count
        && text[tokens[before.EndToken].Start] is '(' or '['
        && text[tokens[mention.EndToken].Start] is ')' or ']';
}
