namespace Extraction;

/// <summary>Splits text into tokens by the Penn Treebank and Universal Dependencies conventions, in one pass, without changing the text.</summary>
/// <threadsafety>Stateless; safe from any thread.</threadsafety>
public static class Tokenizer
{
    /// <summary>Clears <paramref name="into"/> and fills it with the tokens of <paramref name="text"/>.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TokenList into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        TokenFlags position = TokenFlags.SpaceBefore | TokenFlags.LineStart | TokenFlags.ParagraphStart;
        int breaks = 0;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                position |= TokenFlags.SpaceBefore;
                if (c is '\n' or '\u2028' or '\u2029' || (c == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
                {
                    position |= TokenFlags.LineStart;
                    if (++breaks > 1)
                    {
                        position |= TokenFlags.ParagraphStart;
                    }
                }

                i++;
                continue;
            }

            int end = i;
            TokenKind kind;
            if (char.IsLetter(c) || (c is '@' or '#' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
            {
                kind = c == '@' ? TokenKind.Handle : c == '#' ? TokenKind.Hashtag : TokenKind.Word;
                end++;
                while (end < text.Length && IsInner(text, end))
                {
                    end++;
                }

                ReadOnlySpan<char> word = text[i..end];
                if (word.Length > 2 && (word.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || word.EndsWith("’s", StringComparison.OrdinalIgnoreCase)))
                {
                    into.Add(Token.Create(text, i, word.Length - 2, kind, position));
                    i = end - 2;
                    kind = TokenKind.Clitic;
                    position = TokenFlags.None;
                }
                else if (word.Length > 3 && (word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase)))
                {
                    into.Add(Token.Create(text, i, word.Length - 3, kind, position));
                    i = end - 3;
                    kind = TokenKind.Clitic;
                    position = TokenFlags.None;
                }

                if (end < text.Length && text[end] == '.' && IsAbbreviation(text[i..end], text, end))
                {
                    end++;
                    position |= TokenFlags.EndsWithStop;
                }
            }
            else if (char.IsDigit(c))
            {
                kind = TokenKind.Number;
                end++;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '.' or ',' or ':' or '/' or '-' && end + 1 < text.Length && char.IsDigit(text[end + 1]))))
                {
                    end++;
                }
            }
            else
            {
                kind = char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol;
                end++;
                while (c is '.' or '-' && end < text.Length && text[end] == c)
                {
                    end++;
                }

                if (char.IsHighSurrogate(c) && end < text.Length && char.IsLowSurrogate(text[end]))
                {
                    end++;
                }
            }

            into.Add(Token.Create(text, i, end - i, kind, position));
            position = TokenFlags.None;
            breaks = 0;
            i = end;
        }
    }

    private static bool IsInner(ReadOnlySpan<char> text, int i)
    {
        char c = text[i];
        return char.IsLetterOrDigit(c) || c == '_' || (c is '-' or '\'' or '’' or '.' or '&' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]));
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word, ReadOnlySpan<char> text, int stop)
    {
        if (stop + 1 < text.Length && !char.IsWhiteSpace(text[stop + 1]) && text[stop + 1] is not (',' or ')' or ';' or ':' or '\'' or '"' or '’' or '”'))
        {
            return false;
        }

        return word.Contains('.') || (word.Length == 1 && char.IsUpper(word[0]))
            || word is "Mr" or "Mrs" or "Ms" or "Dr" or "Gen" or "Sen" or "Rep" or "Gov" or "Lt" or "Col" or "Sgt" or "Capt" or "St" or "Jr" or "Sr" or "Inc" or "Corp" or "Co" or "Ltd" or "No" or "Jan" or "Feb" or "Mar" or "Apr" or "Aug" or "Sept" or "Oct" or "Nov" or "Dec" or "vs" or "etc" or "Prof" or "Rev" or "Hon";
    }
}
