using System.Text;

namespace Extraction.Tests.Robustness;

/// <summary>Seeded generators of texts that no reporter would write: the same seed gives the same text on every machine.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "said", " he ", "\"", "“", "”", "'", "''", "``", "Mr. ", "U.S. ", "Smith", "SMITH", "S.", "J.", "'s", "n't", "\n", "\n\n", "\r\n", " ", "  ", "\t", ", ", ". ", "...", "…", " - ", "—", ": ",
        "according to ", "told ", "the ", "President ", "By ", "Tags: ", "Updated: ", "first published: ", "(Reuters) - ", "PTI", "@handle", "#tag", "http://a.b/c?d=e&f", "a@b.cc", "May ", "who ", "she ",
        "O'Brien", "al-Haqq", "G20", "&", "Corp.", "é", "ß", "İ", "ǅ", "👩‍👩‍👧", "\ud83d", "\udc4d", "中文", "עברית", "العربية", "\u0301", "\u200d", "Q: ", "A: ", "SMITH: ", "«", "»", "* ", "• ",
    ];

    private static readonly string[] DatePieces =
    [
        "Monday", "May", "Feb. ", "February ", "30", "31", "29", " ", " ", "-", "/", ".", ":", "2022", "1900", "99", "'90s", "1990s", "T", "Z", "+05:30", "IST", " AM", "p.m.", "noon", "last ", "next ", "this ",
        "years ago", "two ", "third ", "quarter", "fiscal ", "week", "of ", "the ", "in ", "from ", "to ", "and ", ", ", "between ", "early ", "mid-", "a ", "half ", "every ", "today", "now", "\n", "12", "00", "59",
        "99999999999999999999", "0", "½", "century", "BC", "decade", "Christmas", "Easter", "summer", "(", ")", "&", "th", "st",
    ];

    /// <summary>A generator by name, for test names that say what went wrong.</summary>
    public static IReadOnlyDictionary<string, Func<Random, string>> Generators { get; } = new Dictionary<string, Func<Random, string>>(StringComparer.Ordinal)
    {
        ["random UTF-16"] = RandomUtf16,
        ["lone surrogates"] = LoneSurrogates,
        ["all scripts"] = AllScripts,
        ["punctuation alone"] = random => FromAlphabet(random, "\"'“”‘’«».,;:!?-–—()[]{}@#&/\\…\t \n\r\u00a0\u200b\ufeff\0"),
        ["words and marks"] = random => FromPieces(random, Pieces),
        ["dates and figures"] = random => FromPieces(random, DatePieces),
        ["mutated article"] = Mutated,
        ["truncated article"] = Truncated,
        ["shuffled lines"] = ShuffledLines,
        ["shuffled words"] = ShuffledWords,
        ["articles glued together"] = Glued,
        ["changed case"] = ChangedCase,
        ["changed spaces"] = ChangedSpaces,
        ["changed quotation marks"] = ChangedMarks,
    };

    private static string RandomUtf16(Random random)
    {
        var text = new char[random.Next(1, 3000)];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)random.Next(0x10000);
        }

        return new string(text);
    }

    private static string LoneSurrogates(Random random)
    {
        var text = new StringBuilder(Article(random));
        for (int i = random.Next(1, 60); i > 0; i--)
        {
            text.Insert(random.Next(text.Length + 1), (char)random.Next(0xD800, 0xE000));
        }

        return text.ToString();
    }

    private static string AllScripts(Random random)
    {
        var text = new StringBuilder();
        int length = random.Next(1, 2000);
        while (text.Length < length)
        {
            // A run of one block of 128 code points, as words: every script comes up, also those beyond the basic plane.
            int block = random.Next(0x110000 >> 7) << 7;
            for (int word = random.Next(1, 12); word > 0; word--)
            {
                for (int letter = random.Next(1, 9); letter > 0; letter--)
                {
                    int point = block + random.Next(128);
                    if (Rune.IsValid(point))
                    {
                        text.Append(new Rune(point).ToString());
                    }
                }

                text.Append(" .\n,\""[Math.Min(4, random.Next(12))]);
            }
        }

        return text.ToString();
    }

    private static string FromAlphabet(Random random, string alphabet)
    {
        var text = new char[random.Next(1, 3000)];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = alphabet[random.Next(alphabet.Length)];
        }

        return new string(text);
    }

    private static string FromPieces(Random random, string[] pieces)
    {
        var text = new StringBuilder();
        for (int i = random.Next(1, 500); i > 0; i--)
        {
            text.Append(pieces[random.Next(pieces.Length)]);
        }

        return text.ToString();
    }

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(Article(random));
        for (int i = random.Next(1, 80); i > 0 && text.Length > 2; i--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 40), text.Length - at)));
                    break;
                case 3:
                    text[at] = (char)random.Next(0x250);
                    break;
                default:
                    int other = random.Next(text.Length);
                    (text[at], text[other]) = (text[other], text[at]);
                    break;
            }
        }

        return text.ToString();
    }

    private static string Truncated(Random random)
    {
        string text = Article(random);
        int start = random.Next(2) == 0 ? 0 : random.Next(text.Length);
        return text[start..random.Next(start, text.Length + 1)];
    }

    private static string ShuffledLines(Random random)
    {
        string[] lines = Article(random).Split('\n');
        random.Shuffle(lines);
        return string.Join('\n', lines);
    }

    private static string ShuffledWords(Random random)
    {
        string[] words = Article(random).Split(' ');
        random.Shuffle(words);
        return string.Join(' ', words);
    }

    private static string Glued(Random random) => Truncated(random) + (random.Next(2) == 0 ? "" : "\n") + Truncated(random);

    private static string ChangedCase(Random random) => random.Next(2) == 0 ? Article(random).ToUpperInvariant() : Article(random).ToLowerInvariant();

    private static string ChangedSpaces(Random random)
    {
        string[] spaces = ["", "  ", "\n", "\r\n", "\r", "\t", "\u00a0", "\u2009", "\u3000", "\u2028", "\0", "\u0085", "\u001c"];
        string space = spaces[random.Next(spaces.Length)];
        return random.Next(2) == 0 ? Article(random).Replace(" ", space, StringComparison.Ordinal) : Article(random).Replace("\n", space, StringComparison.Ordinal);
    }

    private static string ChangedMarks(Random random)
    {
        const string Marks = "\"'“”‘’„‟«»`´";
        var text = new StringBuilder(Article(random));
        for (int i = 0; i < text.Length; i++)
        {
            if (Marks.Contains(text[i], StringComparison.Ordinal) && random.Next(3) == 0)
            {
                text[i] = random.Next(4) == 0 ? ' ' : Marks[random.Next(Marks.Length)];
            }
        }

        return text.ToString();
    }

    private static string Article(Random random) => Articles.Texts[random.Next(Articles.Texts.Count)];
}
