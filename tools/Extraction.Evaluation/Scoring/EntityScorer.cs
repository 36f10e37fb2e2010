using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>Named entities and, with clusters, their links, as <c>score_entities.py</c> does.</summary>
internal static partial class EntityScorer
{
    private static readonly string[] Canonical =
        ["Person", "Organization", "Gpe", "Location", "Norp", "Facility", "Event", "Product", "WorkOfArt", "Law", "Language", "Misc"];

    /// <summary>A mention as compared: a span and the type that its label counts as.</summary>
    internal readonly record struct Typed(TextSpan Span, string Type);

    /// <summary>What is compared.</summary>
    internal sealed record Options(IReadOnlyDictionary<string, string> Types)
    {
        public IReadOnlyList<string> Forgiven { get; init; } = [];

        public bool Trim { get; init; }

        public bool Clusters { get; init; }
    }

    /// <summary>Reads <c>conll3</c>, <c>conll4</c>, <c>all</c>, or a list such as <c>Person,Gpe=Location</c>.</summary>
    public static IReadOnlyDictionary<string, string> ParseTypes(string text)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (text is "conll3" or "conll4")
        {
            foreach (string type in Canonical)
            {
                map[type] = type switch
                {
                    "Person" or "Organization" => type,
                    "Location" or "Gpe" or "Facility" => "Location",
                    _ => "Misc",
                };
            }

            return text == "conll4" ? map : map.Where(p => p.Value != "Misc").ToDictionary(StringComparer.Ordinal);
        }

        foreach (string part in text == "all" ? Canonical : text.Split(',', StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            map[equals < 0 ? part : part[..equals]] = equals < 0 || equals == part.Length - 1 ? part.TrimEnd('=') : part[(equals + 1)..];
        }

        return map;
    }

    public static JsonObject Score(IReadOnlyList<CorpusDocument> gold, IReadOnlyDictionary<string, CorpusDocument> predicted, Options options)
    {
        var types = new SortedDictionary<string, Ratio>(StringComparer.Ordinal);
        Ratio exact = new(), boundary = new();
        int overlap = 0;
        var linking = new LinkingScorer();
        foreach (CorpusDocument document in gold)
        {
            (HashSet<Typed> wanted, Dictionary<TextSpan, string> goldClusters) = Spans(document, document.Text, options);
            (HashSet<Typed> found, Dictionary<TextSpan, string> foundClusters) = Spans(predicted.GetValueOrDefault(document.Id), document.Text, options);
            if (options.Forgiven.Count > 0)
            {
                TextSpan[] forgiven = [.. document.Entities.Where(e => options.Forgiven.Contains(e.Type)).Select(e => e.Span)];
                found.RemoveWhere(t => !wanted.Contains(t) && forgiven.Any(t.Span.Overlaps));
            }

            foreach (Typed mention in wanted)
            {
                Of(types, mention.Type).Gold++;
            }

            foreach (Typed mention in found)
            {
                Of(types, mention.Type).Predicted++;
                Of(types, mention.Type).Right += wanted.Contains(mention) ? 1 : 0;
            }

            exact.Add(wanted, found);
            boundary.Add([.. wanted.Select(t => t.Span)], [.. found.Select(t => t.Span)]);
            overlap += Overlapping(wanted, found);
            if (options.Clusters)
            {
                linking.Add(goldClusters, foundClusters);
            }
        }

        HashSet<string> ids = [.. gold.Select(d => d.Id)];
        var byType = new JsonObject();
        foreach ((string type, Ratio ratio) in types)
        {
            byType[type] = ratio.ToJson("p", "r", "f1");
        }

        var result = new JsonObject
        {
            ["docs"] = gold.Count,
            ["missing_predictions"] = gold.Count(d => !predicted.ContainsKey(d.Id)),
            ["extra_predictions"] = predicted.Keys.Count(id => !ids.Contains(id)),
            ["types"] = byType,
            ["exact"] = exact.ToJson("p", "r", "f1"),
            ["boundary"] = boundary.ToJson("p", "r", "f1"),
            ["overlap"] = new Ratio { Right = overlap, Predicted = exact.Predicted, Gold = exact.Gold }.ToJson("p", "r", "f1"),
        };
        if (options.Clusters)
        {
            result["linking"] = linking.ToJson();
        }

        return result;
    }

    private static Ratio Of(SortedDictionary<string, Ratio> types, string type)
    {
        if (!types.TryGetValue(type, out Ratio? ratio))
        {
            types[type] = ratio = new Ratio();
        }

        return ratio;
    }

    private static (HashSet<Typed> Mentions, Dictionary<TextSpan, string> Clusters) Spans(CorpusDocument? document, string text, Options options)
    {
        var mentions = new HashSet<Typed>();
        var clusters = new Dictionary<TextSpan, string>();
        foreach (CorpusEntity entity in document?.Entities ?? [])
        {
            if (!options.Types.TryGetValue(entity.Type, out string? type))
            {
                continue;
            }

            TextSpan span = options.Trim ? Trim(text, entity.Span) : entity.Span;
            if (!span.IsEmpty)
            {
                mentions.Add(new Typed(span, type));
                if (entity.Cluster is { } cluster)
                {
                    clusters[span] = cluster;
                }
            }
        }

        return (mentions, clusters);
    }

    private static int Overlapping(HashSet<Typed> wanted, HashSet<Typed> found)
    {
        Typed[] free = [.. wanted.OrderBy(t => t.Span.Start).ThenBy(t => t.Span.End).ThenBy(t => t.Type, StringComparer.Ordinal)];
        var used = new bool[free.Length];
        int count = 0;
        foreach (Typed mention in found.OrderBy(t => t.Span.Start).ThenBy(t => t.Span.End).ThenBy(t => t.Type, StringComparer.Ordinal))
        {
            int best = -1, most = 0;
            for (int i = 0; i < free.Length; i++)
            {
                int shared = Math.Min(mention.Span.End, free[i].Span.End) - Math.Max(mention.Span.Start, free[i].Span.Start);
                if (!used[i] && free[i].Type == mention.Type && shared > most)
                {
                    (best, most) = (i, shared);
                }
            }

            if (best >= 0)
            {
                used[best] = true;
                count++;
            }
        }

        return count;
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        foreach (Regex front in (Regex[])[Lead(), Title()])
        {
            Match match = front.Match(span.Of(text));
            if (match.Success && match.Length < span.Length)
            {
                span = new TextSpan(span.Start + match.Length, span.End);
            }
        }

        string rest = span.Of(text);
        return rest.Length > 2 && (rest.EndsWith("'s", StringComparison.Ordinal) || rest.EndsWith("’s", StringComparison.Ordinal)) ? new TextSpan(span.Start, span.End - 2) : span;
    }

    [GeneratedRegex("^(?:(?:the|a|an) |@)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(
        "^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Maj|Rev|Hon|St)\\.? |"
        + "(?:President|Vice President|Prime Minister|Foreign Minister|Minister|Chancellor|King|Queen|Prince|Princess|Pope|"
        + "Senator|Congressman|Congresswoman|Representative|Governor|Mayor|Judge|Justice|General|Colonel|Major|Captain|"
        + "Lieutenant|Sergeant|Professor|Doctor|Secretary|Secretary of State|Sir|Dame|Lord|Lady|Sheikh|Ayatollah|Imam|"
        + "Rabbi|Father|Sister|Brother|Archbishop|Bishop|Cardinal|Reverend|Premier|Ambassador|Chairman|Director|Coach|"
        + "Officer|Detective|Inspector|Chief) )+",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Title();
}
