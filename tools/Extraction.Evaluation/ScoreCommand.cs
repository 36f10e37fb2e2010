using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Extraction.Corpora;
using Extraction.Evaluation.Scoring;

namespace Extraction.Evaluation;

/// <summary>
/// <c>score LAYER GOLD [PRED]</c>: scores one layer, of a prediction file or of the library itself; with <c>--json</c> the same object as the reference scorer prints.
/// </summary>
internal static class ScoreCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var layer = new Argument<string>("layer") { Description = "blocks, sentences, tokens, timexes, entities or quotes." };
        layer.AcceptOnlyFromAmong("blocks", "sentences", "tokens", "timexes", "entities", "quotes");
        var gold = new Argument<FileInfo>("gold") { Description = "Annotated corpus, JSON Lines, plain or gzipped." };
        var predicted = new Argument<FileInfo?>("pred") { Description = "Prediction file in the same format; the library is run where none is given.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print one JSON object, as the reference scorer does." };
        var map = new Option<string>("--map") { Description = "blocks: merge labels, FROM=TO,…", DefaultValueFactory = _ => "" };
        var merge = new Option<string>("--merge") { Description = "tokens: hyphens, clitics", DefaultValueFactory = _ => "" };
        var lenient = new Option<bool>("--lenient") { Description = "sentences: closing quotes and brackets may stand on either side of an end." };
        var types = new Option<string>("--types") { Description = "entities: conll3, conll4, all, or a list such as Person,Gpe=Location", DefaultValueFactory = _ => "conll3" };
        var forgive = new Option<string>("--also-in-gold") { Description = "entities: gold types not scored, whose overlaps are forgiven", DefaultValueFactory = _ => "" };
        var trim = new Option<bool>("--trim") { Description = "entities: cut articles, titles and possessives from both sides." };
        var clusters = new Option<bool>("--clusters") { Description = "entities: score the links, too." };
        var speech = new Option<bool>("--speech") { Description = "quotes: leave out indirect ones that are no speech." };
        var command = new Command("score", "Scores one layer against gold.") { layer, gold, predicted, json, map, merge, lenient, types, forgive, trim, clusters, speech };
        command.SetAction(parse =>
        {
            List<CorpusDocument> documents = Gold.Read(parse.GetRequiredValue(gold).FullName);
            Dictionary<string, CorpusDocument> predictions = parse.GetValue(predicted) is { } file ? Gold.ReadPredictions(file.FullName) : new Predictor().Predict(documents);
            string[] List(Option<string> option) => parse.GetRequiredValue(option).Split(',', StringSplitOptions.RemoveEmptyEntries);
            JsonObject result = parse.GetRequiredValue(layer) switch
            {
                "blocks" => BlockScorer.Score(documents, predictions, List(map).Select(m => m.Split('=')).ToDictionary(m => m[0], m => m[1])),
                "sentences" => SentenceScorer.Score(documents, predictions, parse.GetValue(lenient)),
                "tokens" => TokenScorer.Score(documents, predictions, List(merge)),
                "timexes" => TimexScorer.Score(documents, predictions),
                "entities" => EntityScorer.Score(documents, predictions, new EntityScorer.Options(EntityScorer.ParseTypes(parse.GetRequiredValue(types)))
                {
                    Forgiven = List(forgive),
                    Trim = parse.GetValue(trim),
                    Clusters = parse.GetValue(clusters),
                }),
                _ => QuoteScorer.Score(documents, predictions, parse.GetValue(speech)),
            };
            if (parse.GetValue(json))
            {
                Console.Out.WriteLine(result.ToJsonString(Indented));
            }
            else
            {
                Print(result, "");
            }

            return 0;
        });
        return command;
    }

    private static void Print(JsonObject result, string indent)
    {
        foreach ((string name, JsonNode? node) in result)
        {
            switch (node)
            {
                case JsonObject table when table.All(p => p.Value is JsonValue):
                    Console.Out.WriteLine($"{indent}{name,-24} {string.Join("  ", table.Select(p => $"{p.Key} {Number(p.Value!),7}"))}");
                    break;
                case JsonObject table:
                    Console.Out.WriteLine(indent + name);
                    Print(table, indent + "  ");
                    break;
                case JsonArray list:
                    Console.Out.WriteLine($"{indent}{name,-24} {(list.All(v => v is JsonValue value && value.TryGetValue(out double _)) ? string.Join("  ", list.Select(v => Number(v!))) : list.Count + " entries")}");
                    break;
                default:
                    Console.Out.WriteLine($"{indent}{name,-24} {Number(node!),7}");
                    break;
            }
        }
    }

    private static string Number(JsonNode node) => node.AsValue().TryGetValue(out int whole) ? whole.ToString(CultureInfo.InvariantCulture)
        : node.AsValue().TryGetValue(out double number) ? number.ToString(number <= 1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture) : node.ToString();
}
