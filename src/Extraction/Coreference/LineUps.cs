namespace Extraction;

/// <summary>
/// Reads line-ups: 'Leeds: Meslier, Bogle, Rodon; Ampadu, Tanaka; Piroe.' A list of bare names behind a team's has nothing that tells a recogniser what they are; where enough of them were read as
/// people, all are.
/// </summary>
internal static class LineUps
{
    private const int LeastNames = 8;
    private const int LeastPeople = 3;
    private const int MostTokens = 160;

    /// <summary>Makes people of the other names in line-ups.</summary>
    public static void Settle(LinkScratch scratch)
    {
        for (int m = 0; m < scratch.Mentions.Count; m++)
        {
            Mention mention = scratch.Mentions[m];
            if (mention.Type != EntityType.Person && mention.FirstToken < scratch.Tokens.Count && scratch.Opens[mention.FirstToken])
            {
                int list = ListAfter(scratch, mention.EndToken);
                if (list > 0)
                {
                    SettleList(scratch, m + 1, list);
                }
            }
        }
    }

    // 'Leeds:', 'Leeds (4-2-3-1):'
    private static int ListAfter(LinkScratch scratch, int t)
    {
        const int LongestFormation = 10;
        int end = Math.Min(scratch.Tokens.Count, t + LongestFormation);
        for (bool bracket = false; t < end; t++)
        {
            char c = scratch.Text[scratch.Tokens[t].Start];
            if (c == ':' && !bracket)
            {
                return t + 1;
            }

            bracket = c == '(' || (bracket && c != ')');
            if (!bracket && c != ')')
            {
                break;
            }
        }

        return -1;
    }

    private static void SettleList(LinkScratch scratch, int firstMention, int from)
    {
        TokenList tokens = scratch.Tokens;
        int names = 0;
        int end = from;
        for (int depth = 0; end < tokens.Count && end < from + MostTokens && !(tokens[end].Has(TokenFlags.LineStart) && scratch.Opens[end]); end++)
        {
            char c = scratch.Text[tokens[end].Start];
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            names += depth == 0 && IsItem(scratch, end, end + 1) ? 1 : 0;
        }

        int people = 0;
        int others = 0;
        int last = firstMention;
        for (; last < scratch.Mentions.Count && scratch.Mentions[last].FirstToken < end; last++)
        {
            bool item = IsItem(scratch, scratch.Mentions[last].FirstToken, scratch.Mentions[last].EndToken);
            people += item && scratch.Mentions[last].Type == EntityType.Person ? 1 : 0;
            others += item && scratch.Mentions[last].Type != EntityType.Person ? 1 : 0;
        }

        if (names < LeastNames || people < LeastPeople || others > 3 * people)
        {
            return;
        }

        Span<NameForm> forms = scratch.FormSpan;
        for (int m = firstMention; m < last; m++)
        {
            ref NameForm form = ref forms[scratch.FormOf[m]];
            if (form.Class is NameClass.Thing or NameClass.Group && IsItem(scratch, scratch.Mentions[m].FirstToken, scratch.Mentions[m].EndToken))
            {
                form.Class = NameClass.Person;
            }
        }
    }

    /// <summary>Whether the tokens stand between separators: a comma, a semicolon, a colon, the brackets of a substitution, a minute.</summary>
    private static bool IsItem(LinkScratch scratch, int first, int end)
    {
        TokenList tokens = scratch.Tokens;
        char before = scratch.Text[tokens[first - 1].Start];
        return tokens[first].Has(TokenFlags.Capitalized) && before is ',' or ';' or ':' or '-' or '–'
            && (end >= tokens.Count || tokens[end].Kind is not (TokenKind.Word or TokenKind.Clitic) || scratch.Opens[end]);
    }
}
