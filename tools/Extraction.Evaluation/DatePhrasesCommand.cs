using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Extraction.Evaluation;

/// <summary>
/// <c>phrases FILE</c>: runs <see cref="DateParser"/> over phrase sets of other projects (input, reference, expected) and prints the share that passes.
/// A phrase passes where as many expressions are found as expected (negatives: none), each overlaps its own, and its value agrees:
/// equal TIMEX, or the same beginning of the interval as one of the readings that the set allows. Sets that give no value ask for the place alone.
/// </summary>
internal static class DatePhrasesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Phrase set, JSON Lines." };
        var failures = new Option<bool>("--failures") { Description = "Print each phrase that fails." };
        var news = new Option<bool>("--news") { Description = "Only phrases of scope 'news'." };
        var pipeline = new Option<bool>("--pipeline") { Description = "Run the whole pipeline, furniture included, instead of the parser alone." };
        var command = new Command("phrases", "Pass rate of the date parser on a phrase set.") { file, failures, news, pipeline };
        command.SetAction(parse => Run(parse.GetRequiredValue(file), parse.GetValue(failures), parse.GetValue(news), parse.GetValue(pipeline)));
        return command;
    }

    private static int Run(FileInfo file, bool failures, bool news, bool wholePipeline)
    {
        ExtractionPipeline? pipeline = wholePipeline ? new ExtractionPipelineBuilder().AddTokens().AddLayout().AddSentences().AddDates().Build() : null;
        int passed = 0;
        int placed = 0;
        int total = 0;
        foreach (string line in File.ReadLines(file.FullName))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement phrase = json.RootElement;
            if (news && phrase.GetProperty("scope").GetString() != "news")
            {
                continue;
            }

            string input = phrase.GetProperty("input").GetString()!;
            PublicationTime? reference = phrase.TryGetProperty("reference", out JsonElement r) && r.ValueKind == JsonValueKind.String && PublicationTime.TryParse(r.GetString(), out PublicationTime time) ? time : null;
            ImmutableArray<DateExpression> found = pipeline is null ? DateParser.Parse(input, reference) : pipeline.Extract(new Article(input) { Published = reference }).Dates;
            JsonElement[] expected = [.. phrase.GetProperty("expected").EnumerateArray()];
            bool place = Places(expected, found);
            bool pass = place && Values(expected, found);
            total++;
            placed += place ? 1 : 0;
            passed += pass ? 1 : 0;
            if (failures && !pass)
            {
                string ours = string.Join(" ; ", found.Select(d => $"{d.Span.Of(input)} = {d.Value}"));
                Console.WriteLine($"{(place ? "VALUE" : "PLACE")}\t{input}\t{ours}\t{string.Join(" ; ", expected.Select(Short))}");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {passed} of {total} pass ({100.0 * passed / Math.Max(total, 1):F1} %), {placed} found in place ({100.0 * placed / Math.Max(total, 1):F1} %)"));
        return 0;
    }

    private static bool Places(JsonElement[] expected, ImmutableArray<DateExpression> found)
    {
        if (expected.Length == 0 || found.IsEmpty)
        {
            return expected.Length == 0 && found.IsEmpty;
        }

        if (!expected[0].TryGetProperty("text", out _))
        {
            // A set without places: the phrase is the expression.
            return true;
        }

        return expected.All(e => found.Any(d => d.Span.Start < e.GetProperty("end").GetInt32() && e.GetProperty("start").GetInt32() < d.Span.End))
            && found.All(d => expected.Any(e => d.Span.Start < e.GetProperty("end").GetInt32() && e.GetProperty("start").GetInt32() < d.Span.End));
    }

    private static bool Values(JsonElement[] expected, ImmutableArray<DateExpression> found) =>
        expected.All(e =>
        {
            List<string> readings = [];
            Collect(e, readings);
            return readings.Count == 0 || found.Any(d => readings.Any(v => Agrees(d, v)));
        });

    private static void Collect(JsonElement element, List<string> into)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Collect(item, into);
                }

                break;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    if (property.Name is "timex" or "value" or "start" or "startDate" or "startTime" or "startDateTime" or "date" or "dateTime" or "time" or "local" && property.Value.ValueKind == JsonValueKind.String)
                    {
                        into.Add(property.Value.GetString()!);
                    }
                    else if (property.Name is "values" or "past" or "future" or "from")
                    {
                        Collect(property.Value, into);
                    }
                }

                break;
        }
    }

    private static bool Agrees(DateExpression date, string reading)
    {
        if (date.Value == reading || (reading.Length > 0 && reading[0] == '(' && reading.Contains(date.Value, StringComparison.Ordinal)))
        {
            return true;
        }

        if (date.Interval is not { } interval)
        {
            return false;
        }

        string start = interval.Start.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        string wanted = reading.Replace(' ', 'T');
        return wanted.Length >= 8 && (interval.HasClock && wanted.Length > 10 ? start.StartsWith(wanted[..Math.Min(wanted.Length, 16)], StringComparison.Ordinal)
            : wanted.Length >= 10 && start.StartsWith(wanted[..10], StringComparison.Ordinal))
            || (interval.HasClock && wanted.Length == 8 && start.EndsWith(wanted, StringComparison.Ordinal));
    }

    private static string Short(JsonElement e)
    {
        string text = e.GetRawText();
        return text.Length > 160 ? text[..160] : text;
    }
}
