using System.IO.Compression;
using System.Text.Json;

namespace Extraction.Training.Gazetteers;

/// <summary>
/// Gathers the gazetteers: lists taken from ordinary npm and Debian packages (gazetteers.tsv.gz: list, phrase, source), country names of Debian's iso-codes, and the lists written for this project.
/// Sources whose licence does not fit (world-countries, ODbL) and lists that hold the politics of one year (sitting legislators) are left out.
/// </summary>
internal static class GazetteerSource
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal) { "world-countries", "congress-legislators" };

    private static readonly Dictionary<string, GazetteerList> Names = Enum.GetValues<GazetteerList>().ToDictionary(l => l.ToString().ToLowerInvariant());

    // Sets that steer the reader stay as they are: 'who' without its being on the list of organisations would never be looked at.
    private const uint Steering = (1u << (int)GazetteerList.Function) | (1u << (int)GazetteerList.Masked);

    // What a phrase on several lists loses first where the table has no room for its set.
    private static readonly GazetteerList[] LeastTelling =
    [
        GazetteerList.Place, GazetteerList.Admin, GazetteerList.City, GazetteerList.Job, GazetteerList.Person, GazetteerList.Last, GazetteerList.First, GazetteerList.BigCity,
        GazetteerList.Work, GazetteerList.Product, GazetteerList.Team, GazetteerList.ProductWord, GazetteerList.EventWord, GazetteerList.FacilityWord, GazetteerList.LocationWord, GazetteerList.Event, GazetteerList.Facility,
        GazetteerList.Law, GazetteerList.Region, GazetteerList.Org, GazetteerList.Language, GazetteerList.Title, GazetteerList.OrgWord, GazetteerList.State, GazetteerList.Demonym,
    ];

    /// <param name="packages">gazetteers.tsv.gz.</param>
    /// <param name="isoCodes">Folder of iso_3166-1.json, or null.</param>
    /// <param name="own">Folder of this project's lists.</param>
    public static Dictionary<ulong, uint> Read(string packages, string? isoCodes, string own)
    {
        var phrases = new SortedDictionary<string, uint>(StringComparer.Ordinal);
        foreach (string line in Lines(packages))
        {
            string[] cells = line.Split('\t');
            if (cells.Length == 3 && !LeftOut.Contains(cells[2]) && Names.TryGetValue(cells[0], out GazetteerList list) && cells[1].Length > 1)
            {
                Put(phrases, cells[1], list);
            }
        }

        if (isoCodes is not null)
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(isoCodes, "iso_3166-1.json")));
            foreach (JsonElement country in json.RootElement.GetProperty("3166-1").EnumerateArray())
            {
                foreach (string name in (string[])["name", "official_name", "common_name"])
                {
                    if (country.TryGetProperty(name, out JsonElement value) && !value.GetString()!.Contains(','))
                    {
                        Put(phrases, value.GetString()!, GazetteerList.Country);
                    }
                }
            }
        }

        foreach (string file in Directory.GetFiles(own, "*.txt").Order(StringComparer.Ordinal))
        {
            string list = Path.GetFileNameWithoutExtension(file).Split('-')[^1];
            IEnumerable<string> lines = File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#');
            if (list == "countries")
            {
                foreach (string line in lines)
                {
                    string[] sides = line.Split('|');
                    PutAll(phrases, sides[0], GazetteerList.Country);
                    PutAll(phrases, sides[1], GazetteerList.Demonym);
                }
            }
            else if (Names.TryGetValue(list, out GazetteerList of))
            {
                foreach (string line in lines)
                {
                    Put(phrases, line.Trim(), of);
                }
            }
        }

        return Compile(phrases);
    }

    public static string[] OwnList(string own, string name) =>
        [.. File.ReadLines(Path.Combine(own, name + ".txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Trim())];

    private static Dictionary<ulong, uint> Compile(SortedDictionary<string, uint> phrases)
    {
        var entries = new Dictionary<ulong, uint>();
        var tokens = new TokenList();
        foreach ((string phrase, uint lists) in phrases)
        {
            Tokenizer.ReadWords(phrase, tokens);
            if (tokens.Count is 0 or > 7)
            {
                continue;
            }

            ulong key = 0;
            for (int i = 0; i < tokens.Count; i++)
            {
                key = PhraseTable.Join(key, tokens[i].LowerHash);
                entries.TryGetValue(key, out uint known);
                entries[key] = known | (i + 1 < tokens.Count ? PhraseTable.GoesOn : lists);
            }
        }

        // The table holds 255 different sets: the rarest sets lose their least telling list until they are one of the others.
        while (true)
        {
            var sets = entries.Values.GroupBy(v => v).Select(g => (Set: g.Key, Count: g.Count())).OrderBy(g => g.Count).ThenBy(g => g.Set).ToList();
            if (sets.Count <= 255)
            {
                return entries;
            }

            var change = new Dictionary<uint, uint>();
            foreach ((uint set, _) in sets.Where(s => (s.Set & Steering) == 0).Take(sets.Count - 200))
            {
                uint lists = set & ~PhraseTable.GoesOn;
                GazetteerList? drop = LeastTelling
                    .Where(l => (lists & (1u << (int)l)) != 0 && lists != 1u << (int)l).Select(l => (GazetteerList?)l).FirstOrDefault();
                if (drop is { } list)
                {
                    change[set] = set & ~(1u << (int)list);
                }
            }

            if (change.Count == 0)
            {
                throw new InvalidDataException("The gazetteers' sets of lists cannot be reduced further.");
            }

            foreach (ulong key in entries.Keys.ToList())
            {
                if (change.TryGetValue(entries[key], out uint lists))
                {
                    entries[key] = lists;
                }
            }
        }
    }

    private static void PutAll(SortedDictionary<string, uint> phrases, string names, GazetteerList list)
    {
        foreach (string name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Put(phrases, name, list);
        }
    }

    private static void Put(SortedDictionary<string, uint> phrases, string phrase, GazetteerList list)
    {
        string key = phrase.ToLowerInvariant();
        phrases.TryGetValue(key, out uint lists);
        phrases[key] = lists | (1u << (int)list);
    }

    private static IEnumerable<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
