namespace Extraction;

/// <summary>
/// Joins two names of which the text itself says that they are one thing's: 'Teresa Ortuno, better known as La Paloma', 'Constanza (formerly Port Rosen)'. Only neighbours of one type
/// with nothing but small words between them are looked at, so that the cost is linear.
/// </summary>
internal static class ToldAliases
{
    // The longest phrase read between two names: ', who is better known to his fans as "the'.
    private const int MostTokens = 12;

    // What says it by itself, wherever it stands.
    private static readonly HashLexicon Sayings = HashLexicon.OfWords("aka alias née formerly");

    // What says it right after a comma, dash or bracket; without one it is a verb of its own ('Ortuno dubbed Reyes a fool').
    private static readonly HashLexicon Participles = HashLexicon.OfWords("nicknamed dubbed called renamed rebranded styled");

    private static readonly HashLexicon Fillers = HashLexicon.OfWords(
        "who which is was are were has been had now then once also and or otherwise better best more most commonly popularly locally widely usually generally simply formerly previously sometimes often officially " +
        "universally affectionately long a the to as by in his her its their my our fans friends family colleagues locals many some everyone everybody all most english short person man woman company firm group team");

    private static readonly ulong Known = TextHash.Lower("known");
    private static readonly ulong As = TextHash.Lower("as");

    public static void Link(LinkScratch scratch)
    {
        for (int m = 1; m < scratch.Mentions.Count; m++)
        {
            Mention first = scratch.Mentions[m - 1];
            Mention second = scratch.Mentions[m];
            int gap = second.FirstToken - first.EndToken;
            if (first.Type == second.Type && gap is > 0 and <= MostTokens && Says(scratch, first.EndToken, second.FirstToken))
            {
                scratch.Join(scratch.FormOf[m - 1], scratch.FormOf[m]);
            }
        }
    }

    private static bool Says(LinkScratch scratch, int from, int end)
    {
        bool said = false;
        bool known = false;
        bool aside = false;
        for (int t = from; t < end; t++)
        {
            Token token = scratch.Tokens[t];
            if (scratch.Opens[t])
            {
                return false;
            }

            if (token.Kind == TokenKind.Punctuation)
            {
                aside |= !said && IsAside(token.In(scratch.Text));
            }
            else if (Sayings.Contains(token.LowerHash))
            {
                said = true;
            }
            else if (Participles.Contains(token.LowerHash))
            {
                said |= aside;
            }
            else if (token.LowerHash == Known)
            {
                known = true;
            }
            else if (!Fillers.Contains(token.LowerHash))
            {
                return false;
            }

            said |= known && token.LowerHash == As;
        }

        return said;
    }

    private static bool IsAside(ReadOnlySpan<char> mark) => mark is "," or "(" or "[" or "-" or "--" or "\u2013" or "\u2014";
}
