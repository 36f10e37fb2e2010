using System.Collections.Immutable;

namespace Extraction;

/// <summary>Keywords out of a line of tags: without the label, the hashes and the separators.</summary>
internal static class TagReader
{
    /// <summary>Appends the tags of one unit.</summary>
    public static void Read(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ImmutableArray<TextSpan>.Builder into)
    {
        int i = SkipLabel(text, tokens);
        bool hashes = false;
        foreach (ref readonly Token token in tokens[i..])
        {
            hashes |= text[token.Start] == '#';
        }

        int start = -1;
        for (; i <= tokens.Length; i++)
        {
            bool last = i == tokens.Length;
            // '#Antony Blinken #Russia': a tag lasts to the next hash.
            bool hash = !last && text[tokens[i].Start] == '#';
            bool separator = !last && !hashes && IsSeparator(text, tokens[i]);
            if (start >= 0 && (last || hash || separator))
            {
                int end = i - 1;
                while (end > start && tokens[end].Length == 1 && text[tokens[end].Start] is ',' or ';' or '|')
                {
                    end--;
                }

                if (tokens[end].End > tokens[start].Start)
                {
                    into.Add(new TextSpan(tokens[start].Start, tokens[end].End));
                }

                start = -1;
            }

            if (last || separator)
            {
                continue;
            }

            if (hash)
            {
                // The hash may be a token of its own, or one with the word after it.
                if (tokens[i].Length == 1)
                {
                    continue;
                }

                int end = i + 1;
                while (end < tokens.Length && text[tokens[end].Start] != '#' && !IsSeparator(text, tokens[end]))
                {
                    end++;
                }

                into.Add(new TextSpan(tokens[i].Start + 1, tokens[end - 1].End));
                i = end - 1;
                continue;
            }

            start = start < 0 ? i : start;
        }
    }

    // 'Tags:', 'Related Topics', 'Read more on:', 'Filed under:'
    private static int SkipLabel(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        for (int i = 0; i < Math.Min(4, tokens.Length); i++)
        {
            if (text[tokens[i].Start] == ':')
            {
                return i + 1;
            }
        }

        int label = 0;
        while (label < Math.Min(2, tokens.Length) && (LineWordLexicon.Find(tokens[label].LowerHash) & (LineWords.Tags | LineWords.Related)) != 0)
        {
            label++;
        }

        return label > 0 && (LineWordLexicon.Find(tokens[label - 1].LowerHash) & LineWords.Tags) != 0 ? label : 0;
    }

    private static bool IsSeparator(ReadOnlySpan<char> text, Token token) =>
        token.Length == 1 && text[token.Start] is ',' or ';' or '|' or '·' or '•' or '/' or '›' or '>';
}
