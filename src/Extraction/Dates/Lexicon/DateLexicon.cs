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

    private DateLexicon(HolidayTable holidays, ReadOnlySpan<ulong> keys, ReadOnlySpan<DateWord> words)
    {
        Holidays = holidays;
        Place(keys, words);
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
        var keys = new ulong[1 << SlotBits];
        var words = new DateWord[1 << SlotBits];
        var known = new HashLexicon(); // the place of each word, from 1
        int count = 0;
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
            keys[count] = TextHash.Lower(fields[0]);
            words[count] = new DateWord(Enum.Parse<DateClass>(fields[1], ignoreCase: true), short.Parse(fields[2], CultureInfo.InvariantCulture), flags);
            if (!known.TryAdd(keys[count++], (ushort)count))
            {
                throw new InvalidOperationException($"The date lexicon lists '{fields[0]}' twice.");
            }
        }

        HolidayTable holidays = HolidayTable.Load();
        foreach (ulong first in holidays.FirstWords)
        {
            int at = known.Find(first) - 1;
            if (at < 0)
            {
                at = count++;
                keys[at] = first;
                known.Set(first, (ushort)count);
            }

            words[at] = words[at] with { Flags = words[at].Flags | DateWordFlags.Holiday };
        }

        return new DateLexicon(holidays, keys.AsSpan(0, count), words.AsSpan(0, count));
    }

    // Displacement hashing: the fullest buckets choose first; each tries displacements until all its words fall on free slots.
    private void Place(ReadOnlySpan<ulong> keys, ReadOnlySpan<DateWord> words)
    {
        const int Buckets = 1 << BucketBits;
        Span<int> starts = stackalloc int[Buckets + 1]; // where the bucket's words begin in the order below
        foreach (ulong key in keys)
        {
            starts[(int)(key & (Buckets - 1)) + 1]++;
        }

        int fullest = 0;
        for (int b = 0; b < Buckets; b++)
        {
            fullest = Math.Max(fullest, starts[b + 1]);
            starts[b + 1] += starts[b];
        }

        Span<int> next = stackalloc int[Buckets];
        starts[..Buckets].CopyTo(next);
        var order = new int[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            order[next[(int)(keys[i] & (Buckets - 1))]++] = i;
        }

        for (int size = fullest; size > 0; size--)
        {
            for (int b = 0; b < Buckets; b++)
            {
                if (starts[b + 1] - starts[b] == size)
                {
                    PlaceBucket(b, order.AsSpan(starts[b], size), keys, words);
                }
            }
        }
    }

    private void PlaceBucket(int bucket, ReadOnlySpan<int> members, ReadOnlySpan<ulong> keys, ReadOnlySpan<DateWord> words)
    {
        for (int d = 0; d <= ushort.MaxValue; d++)
        {
            int placed = 0;
            while (placed < members.Length && _keys[Slot(keys[members[placed]], (ushort)d)] == 0)
            {
                _keys[Slot(keys[members[placed]], (ushort)d)] = keys[members[placed]];
                placed++;
            }

            if (placed == members.Length)
            {
                _displacements[bucket] = (ushort)d;
                foreach (int member in members)
                {
                    _words[Slot(keys[member], (ushort)d)] = words[member];
                }

                return;
            }

            while (placed-- > 0)
            {
                _keys[Slot(keys[members[placed]], (ushort)d)] = 0;
            }
        }

        throw new InvalidOperationException("The date lexicon has outgrown its table; raise SlotBits.");
    }
}
