using System.Text.Json.Nodes;
using Extraction.Evaluation.Scoring;

namespace Extraction.Evaluation;

/// <summary>One figure that is aimed at.</summary>
/// <param name="Set">What people call the corpus.</param>
/// <param name="File">Its file below the data folder.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Goal">The least that is aimed at, or null where the figure is only reported.</param>
/// <param name="Figure">Measures it.</param>
internal sealed record Target(string Set, string File, string Measure, double? Goal, Func<CorpusRun, double> Figure);

/// <summary>The targets of one part of the library.</summary>
internal sealed record TargetRoom(string Name, string Title, IReadOnlyList<Target> Targets);

/// <summary>All development targets.</summary>
internal static class Targets
{
    private const string OwnDev = "articles/own-dev.jsonl";
    private const string Wikinews = "articles/gold.jsonl";
    private const string NoMisc = "Person,Organization,Gpe,Location,Norp,Facility,Event,Product,WorkOfArt,Law,Language";

    private static readonly Dictionary<string, string> BlockLabels = new() { ["paragraph"] = "body", ["dateline"] = "body" };

    public static IReadOnlyList<TargetRoom> Rooms { get; } = [Text(), Dates(), Entities(), Quotes()];

    private static TargetRoom Text() => new("text", "Tokens, sentences, layout",
    [
        Tokens("gum-dev", 99.3), Tokens("ewt-dev", 97.5), Tokens("partut-dev", 99.3),
        new("golden-rules", "sentences/golden-rules.jsonl", "rules passed, of 52", 51, r => SentenceScorer.Score(r.Documents, r.Usual, false)["golden"]!["pass"]!.GetValue<int>()),
        Sentences("gum-dev", 97), Sentences("gum-dev-wrapped", 96.5), Sentences("gum-dev-single", 96.5), Sentences("masc-news-dev", 97.5),
        Sentences("brown-press-dev", 99.2), Sentences("ewt-dev", 85), Sentences("lines-dev", null), Sentences("partut-dev", null), Sentences("pysbd-dev", null),
        new("pysbd-dev", "sentences/pysbd-dev.jsonl", "cases passed, %", null, r => SentenceScorer.Score(r.Documents, r.Usual, false)["golden"]!["percent"]!.GetValue<double>()),
        new("pysbd-dev", "sentences/pysbd-dev.jsonl", "cases of pySBD's convention that is ours, passed, % (pySBD: 100)", null, r => SentenceScorer.Score([.. r.Documents.Where(SharedConvention.Holds)], r.Usual, false)["golden"]!["percent"]!.GetValue<double>()),
        new("articles/gold", Wikinews, "sentence F1", null, r => SentenceScorer.Score(r.Documents, r.Usual, false)["sentence"]!["F1"]!.GetValue<double>()),
        new("own-dev", OwnDev, "lines right, %", 96, r => Blocks(r, "line_accuracy")),
        new("own-dev", OwnDev, "body text macro F1", 99, r => Blocks(r, "body_macro_F1")),
        new("articles/gold", Wikinews, "lines right, %", 96, r => Blocks(r, "line_accuracy")),
        new("articles/gold", Wikinews, "body text macro F1", 99, r => Blocks(r, "body_macro_F1")),
        new("own-dev", OwnDev, "publication day right, % of pages that give one", 98, r => Published(r, "published", dayOnly: true)),
        new("own-dev", OwnDev, "publication day and clock right, % of pages that give both", null, r => Published(r, "published", dayOnly: false)),
        new("own-dev", OwnDev, "update day right, %", null, r => Published(r, "updated", dayOnly: true)),
        new("articles/gold", Wikinews, "publication day right, %", 98, r => Published(r, "published", dayOnly: true)),
    ]);

    private static TargetRoom Dates() => new("dates", "Dates",
    [
        .. Timexes("timebank", 87, 82), .. Timexes("aquaint", 84, 76), .. Timexes("meantime-dev", 87, 81), .. Timexes("wikiwars-dev", 88, 85),
        new("metadata-dev", "timexes/metadata-dev.jsonl", "value F1, offset included", 98, r => 100 * Timex(r, "value_f1", furniture: true)),
        new("own-dev", OwnDev, "value F1, furniture included", 88, r => 100 * Timex(r, "value_f1", furniture: true)),
        new("own-dev", OwnDev, "strict F1, furniture included", null, r => 100 * Timex(r, "strict", furniture: true)),
        new("own-dev", OwnDev, "value F1, running text alone", null, r => 100 * Timex(r, "value_f1", furniture: false)),
        new("own-dev", OwnDev, "value F1, all gold against dates without a role", null, r => 100 * Metric(TimexScorer.Score(r.Documents, r.Usual), "value_f1")),
        new("articles/gold", Wikinews, "value F1, furniture included", 88, r => 100 * Timex(r, "value_f1", furniture: true)),
        new("articles/gold", Wikinews, "strict F1, furniture included", null, r => 100 * Timex(r, "strict", furniture: true)),
        new("articles/gold", Wikinews, "value F1, running text alone", null, r => 100 * Timex(r, "value_f1", furniture: false)),
        new("articles/gold", Wikinews, "value F1, all gold against dates without a role", null, r => 100 * Metric(TimexScorer.Score(r.Documents, r.Usual), "value_f1")),
    ]);

    private static TargetRoom Entities() => new("entities", "Entities",
    [
        Names("evalonly-worldwide-dev", "entities/evalonly-worldwide-dev.jsonl.gz", 85.5),
        Names("evalonly-conll03-testa", "entities/evalonly-conll03-testa.jsonl", 82),
        Names("evalonly-cleanconll-testa", "entities/evalonly-cleanconll-testa.jsonl", null),
        Names("own-dev", OwnDev, 88), Names("articles/gold", Wikinews, 88),
        Names("crossner-politics-dev", "entities/crossner-politics-dev.jsonl", 86),
        Names("uner-ewt-dev", "entities/uner-ewt-dev.jsonl", 71), Names("docred-dev", "entities/docred-dev.jsonl", 80),
        Names("voa-gold-dev", "entities/voa-gold-dev.jsonl", null),
        AllTypes("own-dev", OwnDev, 84), AllTypes("articles/gold", Wikinews, 84), AllTypes("voa-gold-dev", "entities/voa-gold-dev.jsonl", null),
        Linking("docred-dev", "entities/docred-dev.jsonl", "b3_all"), Linking("docred-dev", "entities/docred-dev.jsonl", "b3"),
        Linking("own-dev", OwnDev, "b3_all"), Linking("own-dev", OwnDev, "b3"), Linking("articles/gold", Wikinews, "b3_all"), Linking("articles/gold", Wikinews, "b3"),
    ]);

    private static TargetRoom Quotes()
    {
        const string PolNeAR = "quotes/polnear-dev.jsonl", Gum = "quotes/gum-news-dev.jsonl";
        return new("quotes", "Quotes and speakers",
        [
            Quoted("polnear-dev", PolNeAR, "A end-to-end-lenient", "direct, end to end, lenient F1", 92),
            Quoted("gum-news-dev", Gum, "A end-to-end-lenient", "direct, end to end, lenient F1", 86),
            Quoted("polnear-dev", PolNeAR, "B>=3w end-to-end", "quoted spans of 3 words or more, end to end F1", 93),
            Quoted("gum-news-dev", Gum, "B>=3w end-to-end", "quoted spans of 3 words or more, end to end F1", 86),
            Resolved("polnear-dev", PolNeAR, "A", 85), Resolved("gum-news-dev", Gum, "A", 85),
            Quoted("polnear-dev", PolNeAR, "C content token", "speech: content, token F1", 91, speech: true),
            Quoted("polnear-dev", PolNeAR, "C content+source", "speech: content and source F1", 76, speech: true),
            Quoted("own-dev", OwnDev, "B end-to-end", "quoted, end to end F1", 90), Resolved("own-dev", OwnDev, "B", 90),
            Quoted("articles/gold", Wikinews, "B end-to-end", "quoted, end to end F1", 90), Resolved("articles/gold", Wikinews, "B", 90),
            Quoted("own-dev", OwnDev, "C content+source", "all kinds, content and source F1", null),
            Quoted("articles/gold", Wikinews, "C content+source", "all kinds, content and source F1", null),
            Quoted("gum-news-dev", Gum, "C content+source", "all kinds, content and source F1", null),
        ]);
    }

    private static Target Tokens(string set, double? goal) =>
        new(set, $"sentences/{set}.jsonl", "token F1", goal, r => TokenScorer.Score(r.Documents, r.Usual, [])["tokens"]!["F1"]!.GetValue<double>());

    private static Target Sentences(string set, double? goal) =>
        new(set, $"sentences/{set}.jsonl", "sentence F1", goal, r => SentenceScorer.Score(r.Documents, r.Usual, false)["sentence"]!["F1"]!.GetValue<double>());

    private static double Blocks(CorpusRun run, string measure) => BlockScorer.Score(run.Documents, run.Usual, BlockLabels)[measure]!.GetValue<double>();

    // These corpora annotate the date lines of their pages like any other date, so dates of the furniture count here, too.
    private static Target[] Timexes(string set, double strict, double value) =>
    [
        new(set, $"timexes/{set}.jsonl", "strict F1", strict, r => 100 * Timex(r, "strict", furniture: true)),
        new(set, $"timexes/{set}.jsonl", "value F1", value, r => 100 * Timex(r, "value_f1", furniture: true)),
        new(set, $"timexes/{set}.jsonl", "value F1, dates with a role left out", null, r => 100 * Metric(TimexScorer.Score(r.Documents, r.Usual), "value_f1")),
    ];

    // Furniture counts on both sides or on neither; what it is, the gold says.
    private static double Timex(CorpusRun run, string measure, bool furniture) =>
        Metric(furniture ? TimexScorer.Score(run.Documents, run.WithFurniture) : TimexScorer.Score(Gold.WithoutFurniture(run.Documents), Gold.WithoutFurniture(run.Documents, run.Usual)), measure);

    private static double Metric(JsonObject scores, string measure) =>
        scores["metrics"]![measure] is JsonArray prf ? prf[2]!.GetValue<double>() : scores["metrics"]![measure]!.GetValue<double>();

    private static Target Names(string set, string file, double? goal) => Entity(set, file, "person, organisation, location F1", "conll3", goal);

    private static Target AllTypes(string set, string file, double? goal) => Entity(set, file, "all types F1", NoMisc, goal);

    private static Target Entity(string set, string file, string measure, string types, double? goal) => new(
        set, file, measure, goal, r => EntityScorer.Score(r.Documents, r.Usual, new EntityScorer.Options(EntityScorer.ParseTypes(types)))["exact"]!["f1"]!.GetValue<double>());

    private static Target Linking(string set, string file, string measure) => new(
        set,
        file,
        measure == "b3" ? "linking B³ over shared mentions, F1" : "linking B³ end to end (b3_all), F1",
        null,
        r => EntityScorer.Score(r.Documents, r.Usual, new EntityScorer.Options(EntityScorer.ParseTypes(NoMisc)) { Clusters = true })["linking"]![measure]!["f1"]!.GetValue<double>());

    private static Target Quoted(string set, string file, string metric, string measure, double? goal, bool speech = false) =>
        new(set, file, measure, goal, r => QuoteScorer.Score(r.Documents, r.Usual, speech)[metric]!["F1"]!.GetValue<double>());

    private static Target Resolved(string set, string file, string table, double? goal) => new(
        set,
        file,
        table == "A" ? "direct, speaker's name right, %" : "quoted, speaker's name right, %",
        goal,
        r => QuoteScorer.Score(r.Documents, r.Usual, false)[table + " attribution"] is JsonObject counts && counts["named"] is { } named && named.GetValue<int>() > 0
            ? 100.0 * counts["named_name"]!.GetValue<int>() / named.GetValue<int>()
            : 0);

    // Only pages whose furniture tells the day count, and the clock time only where that of the publication stands there; the document's date is not handed over.
    // Two ways of telling one instant are the same: 01:00 in New York, 07:00 in Basel.
    private static double Published(CorpusRun run, string field, bool dayOnly)
    {
        int told = 0, right = 0;
        foreach (Corpora.CorpusDocument document in run.Documents)
        {
            if (!PublicationTime.TryParse(Gold.ArticleField(document, field), out PublicationTime wanted))
            {
                continue;
            }

            string day = wanted.ToString()[..10];
            string[] stamps = [.. document.Timexes.Where(t => t.Furniture && t.Value.StartsWith(day, StringComparison.Ordinal)).Select(t => t.Value)];
            if (stamps.Length == 0 || (!dayOnly && !stamps.Any(s => PublicationTime.TryParse(s, out PublicationTime stamp) && IsSame(stamp, wanted))))
            {
                continue;
            }

            told++;
            ExtractionResult result = run.WithoutDate[document.Id];
            PublicationTime? found = field == "published" ? result.Published : result.Updated;
            right += found is { } time && time.Date == wanted.Date && (dayOnly || IsSame(time, wanted)) ? 1 : 0;
        }

        return told > 0 ? 100.0 * right / told : 0;
    }

    private static bool IsSame(PublicationTime one, PublicationTime other) =>
        one.Time is not null && other.Time is not null && ((one.Instant is { } instant && instant == other.Instant) || (one.Date == other.Date && one.Time == other.Time));
}
