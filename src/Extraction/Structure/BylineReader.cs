using System.Collections.Immutable;

namespace Extraction;

/// <summary>Writers' names out of a byline, the agency's name out of an agency line.</summary>
internal static class BylineReader
{
    private const int MostNames = 16;

    /// <summary>Appends the names of one byline.</summary>
    public static void Read(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Timestamp> stamps, ImmutableArray<TextSpan>.Builder into)
    {
        // Names begin after 'By', after 'Story:', else at the line's start.
        int i = 0;
        for (int k = 0; k < Math.Min(tokens.Length, 12); k++)
        {
            if (tokens[k].LowerHash == LineWordLexicon.By || (k < 4 && text[tokens[k].Start] == ':'))
            {
                i = k + 1;
            }
        }

        // 'By business reporter Nadia El-Sayegh': what the writer is stands in small letters before the name.
        int names = 0;
        bool first = true;
        while (i < tokens.Length && names < MostNames)
        {
            int start = i;
            int words = 0;
            bool plain = true;
            while (i < tokens.Length && IsNamePart(text, tokens, i, i == start))
            {
                LineWords classes = LineWordLexicon.Find(tokens[i].LowerHash);
                plain &= (classes & (LineWords.Role | LineWords.Company | LineWords.Agency | LineWords.Nav | LineWords.Share)) == 0;
                words++;
                i++;
            }

            bool inStamp = words > 0 && InStamp(stamps, tokens[start].Start);
            if (words is >= 2 and <= 5 && plain && !inStamp)
            {
                into.Add(new TextSpan(tokens[start].Start, tokens[i - 1].End));
                names++;
            }
            else if (words > 0 && names > 0 && !inStamp && !first)
            {
                // 'Hamish Rennie, Daily Mirror': what follows is where he works.
                break;
            }

            first = words == 0 && first;
            if (i < tokens.Length)
            {
                // 'in Tari', 'at the Liberty Stadium', '(The Freeman)' and '@handle' end the names.
                ReadOnlySpan<char> word = tokens[i].In(text);
                if (names > 0 && (word is "in" or "at" or "for" or "from" or "with" || word[0] is '(' or '/' or '|' or '–' or '—' or '·' or '•' || tokens[i].Kind is TokenKind.Email or TokenKind.Handle or TokenKind.Number or TokenKind.Url))
                {
                    if (word[0] == '|' && i + 1 < tokens.Length && !InStamp(stamps, tokens[i + 1].Start))
                    {
                        i++;
                        continue;
                    }

                    break;
                }

                i++;
            }
        }
    }

    /// <summary>The agency's name in an agency line, without brackets, dashes and stamp; null where nothing is left.</summary>
    public static TextSpan? Agency(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Timestamp> stamps)
    {
        int start = 0;
        while (start < tokens.Length && !tokens[start].Has(TokenFlags.HasLetter))
        {
            start++;
        }

        int end = start;
        while (end < tokens.Length && text[tokens[end].Start] is not ('|' or ',' or ')' or ';') && !InStamp(stamps, tokens[end].Start))
        {
            end++;
        }

        return end > start ? new TextSpan(tokens[start].Start, tokens[end - 1].End) : null;
    }

    /// <summary>A small word inside names: <c>Ana de la Cruz</c>, <c>Hubert van der Werf</c>.</summary>
    public static bool IsParticle(ReadOnlySpan<char> word) =>
        word is "de" or "la" or "da" or "dos" or "del" or "van" or "der" or "den" or "von" or "bin" or "al" or "el" or "ibn" or "di" or "ter" or "du" or "le" or "y";

    private static bool InStamp(ReadOnlySpan<Timestamp> stamps, int offset)
    {
        foreach (ref readonly Timestamp stamp in stamps)
        {
            if (stamp.LabelledSpan.Contains(offset))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamePart(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int i, bool first)
    {
        ref readonly Token token = ref tokens[i];
        if (token.Kind is not (TokenKind.Word or TokenKind.Clitic) || token.Has(TokenFlags.HasDigit))
        {
            return false;
        }

        ReadOnlySpan<char> word = token.In(text);
        if (word.Equals("and", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // 'Ana de la Cruz', 'Hubert van der Werf'; a name does not begin with the particle.
        return token.Has(TokenFlags.Capitalized) || (!first && IsParticle(word));
    }
}
