using System.Globalization;
using System.Reflection;
using System.Text;

namespace Extraction;

/// <summary>What the lexicon says of a word.</summary>
/// <param name="Class">Its class; <see cref="DateClass.Other"/> for a word that only begins a holiday's name.</param>
/// <param name="Value">Number of the month, weekday, unit …, or minutes of a zone.</param>
/// <param name="Flags">Marks of the entry.</param>
internal readonly record struct DateWord(DateClass Class, short Value, DateWordFlags Flags);

/// <summary>Marks of a lexicon entry.</summary>
[Flags]
internal enum DateWordFlags : byte
{
    None = 0,

    /// <summary>A short form: <c>Sept</c>, <c>Mon</c>.</summary>
    Abbreviation = 1,

    /// <summary>Also a person's name or a verb: <c>may</c>, <c>march</c>, <c>spring</c>.</summary>
    Ambiguous = 2,

    /// <summary>A zone that follows the summer time of the United States.</summary>
    UnitedStates = 4,

    /// <summary>A zone that follows the summer time of Europe.</summary>
    Europe = 8,

    /// <summary>The first word of a holiday's name.</summary>
    Holiday = 16,

    /// <summary>A mark of its own class: <c>nights</c> among the units, <c>final</c> among the ordinals, <c>local</c> among the zones.</summary>
    Special = 32,
}

/// <summary>The date words behind one perfect hash over <see cref="Token.LowerHash"/>: one probe a token, no collision, no string.</summary>
/// <threadsafety>Immutable after its one lazy construction; safe from any thread.</threadsafety>
internal sealed class DateLexicon
{
    private const int BucketBits = 9;
    private const int SlotBits = 12;
    private static readonly Lazy<DateLexicon> Lazy = new(Load);

    private readonly ushort[] _displacements = new ushort[1 << BucketBits];
    private readonly ulong[] _keys = new ulong[1 << SlotBits];
    private readonly DateWord[] _words = new DateWord[1 << SlotBits];

    private DateLexicon(Dictionary<ulong, DateWord> entries, HolidayTable holidays)
    {
        Holidays = holidays;
        Place(entries);
    }

    public static DateLexicon Instance => Lazy.Value;

    public HolidayTable Holidays { get; }

    public DateWord this[ulong lowerHash]
    {
        get
        {
            int slot = Slot(lowerHash, _displacements[(int)(lowerHash & ((1 << BucketBits) - 1))]);
            return _keys[slot] == lowerHash ? _words[slot] : default;
        }
    }

    public DateWord Find(ReadOnlySpan<char> word) => this[TextHash.Lower(word)];

    internal static IEnumerable<string[]> ReadResource(string name)
    {
        using Stream stream = typeof(DateLexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded lexicon '{name}' is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return line.Split('\t');
            }
        }
    }

    private static int Slot(ulong hash, ushort displacement) =>
        (int)((hash * (0x9E3779B97F4A7C15 + (2UL * displacement))) >> (64 - SlotBits));

    private static DateLexicon Load()
    {
        var entries = new Dictionary<ulong, DateWord>(1024);
        foreach (string[] fields in ReadResource("date-words.txt"))
        {
            DateWordFlags flags = fields.Length < 4 ? DateWordFlags.None : fields[3] switch
            {
                "abbr" => DateWordFlags.Abbreviation,
                "ambiguous" or "name" or "verb" => DateWordFlags.Ambiguous,
                "us" => DateWordFlags.UnitedStates,
                "eu" => DateWordFlags.Europe,
                _ => DateWordFlags.Special,
            };
            var word = new DateWord(Enum.Parse<DateClass>(fields[1], ignoreCase: true), short.Parse(fields[2], CultureInfo.InvariantCulture), flags);
            entries.Add(TextHash.Lower(fields[0]), word);
        }

        HolidayTable holidays = HolidayTable.Load();
        foreach (ulong first in holidays.FirstWords)
        {
            DateWord known = entries.GetValueOrDefault(first);
            entries[first] = known with { Flags = known.Flags | DateWordFlags.Holiday };
        }

        return new DateLexicon(entries, holidays);
    }

    // Displacement hashing: the fullest buckets choose first; each tries displacements until all its words fall on free slots.
    private void Place(Dictionary<ulong, DateWord> entries)
    {
        IEnumerable<IGrouping<int, ulong>> buckets = entries.Keys
            .GroupBy(k => (int)(k & ((1 << BucketBits) - 1)))
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key);
        foreach (IGrouping<int, ulong> bucket in buckets)
        {
            ulong[] keys = [.. bucket];
            for (ushort d = 0; ; d++)
            {
                if (keys.Select(k => Slot(k, d)).Distinct().Count() == keys.Length && keys.All(k => _keys[Slot(k, d)] == 0))
                {
                    _displacements[bucket.Key] = d;
                    foreach (ulong key in keys)
                    {
                        _keys[Slot(key, d)] = key;
                        _words[Slot(key, d)] = entries[key];
                    }

                    break;
                }

                if (d == ushort.MaxValue)
                {
                    throw new InvalidOperationException("The date lexicon has outgrown its table; raise SlotBits.");
                }
            }
        }
    }
}
