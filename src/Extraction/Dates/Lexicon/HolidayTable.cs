using System.Collections.Frozen;
using System.Globalization;

namespace Extraction;

/// <summary>Named days and the rules that give their dates.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class HolidayTable
{
    /// <summary>Longest name, in atoms.</summary>
    public const int MaxAtoms = 6;

    private readonly FrozenDictionary<ulong, int> _names;
    private readonly HolidayRule[] _rules;
    private readonly bool[] _capital;

    private HolidayTable(Dictionary<ulong, int> names, HolidayRule[] rules, bool[] capital, HashSet<ulong> firstWords)
    {
        _names = names.ToFrozenDictionary();
        _rules = rules;
        _capital = capital;
        FirstWords = firstWords;
    }

    public IReadOnlyCollection<ulong> FirstWords { get; }

    public HolidayRule this[int index] => _rules[index];

    /// <summary>Index of the holiday whose atoms' hashes combine to <paramref name="key"/>, or -1.</summary>
    public int Find(ulong key) => _names.TryGetValue(key, out int index) ? index : -1;

    /// <summary>True where the name in small letters means something else: <c>an epiphany</c>, <c>election day</c>.</summary>
    public bool NeedsCapital(int index) => _capital[index];

    public static ulong Extend(ulong key, ulong atom) => TextHash.Combine(key, atom);

    public static HolidayTable Load()
    {
        var tables = new Dictionary<string, DateOnly[]>(StringComparer.Ordinal);
        var names = new Dictionary<ulong, int>();
        var firstWords = new HashSet<ulong>();
        var rules = new List<HolidayRule>();
        var capital = new List<bool>();
        foreach (string[] fields in DateLexicon.ReadResource("holidays.txt"))
        {
            if (fields[0][0] == '@')
            {
                tables[fields[0][1..]] = [.. fields[1].Split(' ').Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
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

            names.Add(key, rules.Count);
            rules.Add(HolidayRule.Parse(fields[1], tables));
            capital.Add(fields.Length > 2);
        }

        return new HolidayTable(names, [.. rules], [.. capital], firstWords);
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
