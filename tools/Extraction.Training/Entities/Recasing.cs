using Extraction.Corpora;

namespace Extraction.Training.Entities;

/// <summary>Copies of a document with some of its lines as headlines: every word capitalised, or all capitals. Lengths do not change, so marks stay.</summary>
internal static class Recasing
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal) { "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "as", "but", "with", "from", "after", "over", "into", "is" };

    public static CorpusDocument Of(CorpusDocument document, int seed)
    {
        char[] text = document.Text.ToCharArray();
        int start = 0;
        int line = 0;
        while (start < text.Length)
        {
            int end = Array.IndexOf(text, '\n', start);
            end = end < 0 ? text.Length : end;
            uint draw = (uint)(((line++ * 7919) + (seed * 104729)) * 2654435761L >> 8) % 10;
            Span<char> span = text.AsSpan(start, end - start);
            if (draw < 2)
            {
                Title(span);
            }
            else if (draw == 2)
            {
                for (int i = 0; i < span.Length; i++)
                {
                    span[i] = char.ToUpperInvariant(span[i]);
                }
            }

            start = end + 1;
        }

        return document with { Text = new string(text) };
    }

    private static void Title(Span<char> line)
    {
        int i = 0;
        while (i < line.Length)
        {
            int end = i;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '\'' or '’'))
            {
                end++;
            }

            if (end > i)
            {
                if (i == 0 || !Small.Contains(line[i..end].ToString()))
                {
                    line[i] = char.ToUpperInvariant(line[i]);
                }

                i = end;
            }
            else
            {
                i++;
            }
        }
    }
}
