using System.Globalization;

namespace Extraction;

/// <summary>Named days and the rules that give their dates.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class HolidayTable
{
    /// <summary>Longest name, in atoms.</summary>
    public const int MaxAtoms = 6;

    private readonly HashLexicon _names; // of each name the place of its rule, from 1
    private readonly HolidayRule[] _rules;
    private readonly bool[] _capital;

    private HolidayTable(HashLexicon names, HolidayRule[] rules, bool[] capital, ulong[] firstWords)
    {
        _names = names;
        _rules = rules;
        _capital = capital;
        FirstWords = firstWords;
    }

    /// <summary>The hash of each name's first atom, some of them more than once.</summary>
    public ulong[] FirstWords { get; }

    public HolidayRule this[int index] => _rules[index];

    /// <summary>Index of the holiday whose atoms' hashes combine to <paramref name="key"/>, or -1.</summary>
    public int Find(ulong key) => _names.Find(key) - 1;

    /// <summary>True where the name in small letters means something else: <c>an epiphany</c>, <c>election day</c>.</summary>
    public bool NeedsCapital(int index) => _capital[index];

    public static ulong Extend(ulong key, ulong atom) => TextHash.Combine(key, atom);

    public static HolidayTable Load()
    {
        var tables = new Dictionary<string, DateOnly[]>(StringComparer.Ordinal);
        var names = new HashLexicon();
        var firstWords = new List<ulong>();
        var rules = new List<HolidayRule>();
        var capital = new List<bool>();
        foreach (string[] fields in DateLexicon.ReadResource("holidays.txt"))
        {
            if (fields[0][0] == '@')
            {
                tables[fields[0][1..]] = Days(fields[1]);
                continue;
            }

            ulong key = 0;
            bool first = true;
            foreach (string atom in Atoms(fields[0]))
            {
                ulong hash = TextHash.Lower(atom);
                if (first)
                {
                    firstWords.Add(hash);
                    first = false;
                }

                key = Extend(key, hash);
            }

            rules.Add(HolidayRule.Parse(fields[1], tables));
            capital.Add(fields.Length > 2);
            if (!names.TryAdd(key, (ushort)rules.Count))
            {
                throw new InvalidOperationException($"The holidays list '{fields[0]}' twice.");
            }
        }

        return new HolidayTable(names, [.. rules], [.. capital], [.. firstWords]);
    }

    // '2005-11-01 2006-10-21 …'
    private static DateOnly[] Days(string list)
    {
        string[] words = list.Split(' ');
        var days = new DateOnly[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            ReadOnlySpan<char> word = words[i];
            days[i] = new DateOnly(
                int.Parse(word[..4], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(word[5..7], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(word[8..], NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return days;
    }

    // As the lexer cuts: at spaces and hyphens, and before an apostrophe.
    private static IEnumerable<string> Atoms(string name)
    {
        foreach (string word in name.Split(' ', '-'))
        {
            int apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
            if (apostrophe > 0)
            {
                yield return word[..apostrophe];
                yield return word[apostrophe..];
            }
            else
            {
                yield return word;
            }
        }
    }
}
