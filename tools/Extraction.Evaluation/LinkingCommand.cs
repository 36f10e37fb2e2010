using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Extraction.Corpora;

namespace Extraction.Evaluation;

/// <summary>
/// <c>linking GOLD</c>: links the gold mentions of a corpus and scores the clusters by B-cubed, MUC and pairs as score_entities.py does. A corpus without text
/// (DWIE's annotations) is linked over its mention strings laid out at their offsets.
/// </summary>
internal static class LinkingCommand
{
    public static Command Create()
    {
        var gold = new Argument<FileInfo>("gold") { Description = "Annotated corpus with clusters, JSON Lines, plain or gzipped." };
        var half = new Option<string?>("--half") { Description = "'even' or 'odd' documents only: one half to write rules on, one to report." };
        var output = new Option<FileInfo?>("--out") { Description = "Writes the predicted clusters for score_entities.py." };
        var goldOutput = new Option<FileInfo?>("--gold-out") { Description = "Writes the gold mentions that were linked, for score_entities.py." };
        var errors = new Option<int>("--errors") { Description = "Lists this many of the most frequent wrong pairs of names." };
        var show = new Option<int>("--show") { Description = "Prints the entities of this many documents, for reading." };
        var command = new Command("linking", "Links gold mentions and scores the clusters.") { gold, half, output, goldOutput, errors, show };
        command.SetAction(parse => Run(parse.GetRequiredValue(gold), parse.GetValue(half), parse.GetValue(output), parse.GetValue(goldOutput), parse.GetValue(errors), parse.GetValue(show)));
        return command;
    }

    private static int Run(FileInfo gold, string? half, FileInfo? output, FileInfo? goldOutput, int errors, int show)
    {
        var linker = new EntityLinker();
        var score = new ClusterScore();
        var watch = new Stopwatch();
        int index = 0;
        using StreamWriter? writer = output?.CreateText();
        using StreamWriter? goldWriter = goldOutput?.CreateText();
        foreach (CorpusDocument document in Corpus.Read(gold.FullName))
        {
            bool even = index++ % 2 == 0;
            if ((half == "even" && !even) || (half == "odd" && even))
            {
                continue;
            }

            (string text, List<(Mention Mention, string Cluster)> mentions) = Read(document);
            watch.Start();
            var entities = linker.Link(text, mentions.Select(m => m.Mention));
            watch.Stop();
            var predicted = entities.SelectMany(e => e.Mentions.Where(m => m.Kind is MentionKind.Name or MentionKind.Handle).Select(m => (m.Span, e.Id))).GroupBy(m => m.Span).ToDictionary(g => g.Key, g => g.First().Id);
            score.AddNames(document.Entities.Where(e => e.Name is not null && predicted.ContainsKey(e.Span)).DistinctBy(e => e.Cluster ?? (e.Name + e.Type))
                .Select(e => (e.Name!, entities.First(x => x.Id == predicted[e.Span]).Name)));
            if (show-- > 0)
            {
                Console.WriteLine("== " + document.Id);
                foreach (Entity e in entities.Where(e => e.Type == EntityType.Person || e.Mentions.Length > 1 || e.Country is not null))
                {
                    Console.WriteLine($"{e.Id} {e.Type} {e.Name} [{string.Join(" | ", e.Roles)}] {(e.Gender == Gender.Unknown ? "" : e.Gender)} {e.Country} <- {string.Join(" | ", e.Mentions.Select(m => (m.Kind == MentionKind.Name ? "" : m.Kind + ":") + m.Span.Of(text)))}");
                }
            }

            score.Add(document.Id, [.. mentions.Where(m => predicted.ContainsKey(m.Mention.Span)).Select(m => (m.Mention.Span.Of(text), m.Cluster, predicted[m.Mention.Span]))]);
            writer?.WriteLine(Line(document.Id, "", mentions.Select(m => (m.Mention, predicted.GetValueOrDefault(m.Mention.Span, "none")))));
            goldWriter?.WriteLine(Line(document.Id, document.Text, mentions));
        }

        score.Print(Console.Out, errors);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds:F0} ms"));
        return 0;
    }

    private static (string Text, List<(Mention Mention, string Cluster)> Mentions) Read(CorpusDocument document)
    {
        string text = document.Text.Length > 0 ? document.Text : LayOut(document);
        var seen = new HashSet<TextSpan>();
        var mentions = new List<(Mention, string)>();
        foreach (CorpusEntity entity in document.Entities.OrderBy(e => e.Span))
        {
            if (entity.Cluster is null or "Unknown" or "-1" || entity.Span.IsEmpty || !seen.Add(entity.Span))
            {
                continue;
            }

            var type = new EntityType(char.ToLowerInvariant(entity.Type[0]) + entity.Type[1..]);
            MentionKind kind = text[entity.Span.Start] == '@' ? MentionKind.Handle : MentionKind.Name;
            mentions.Add((new Mention(entity.Span, kind, type, 1, -1, -1), entity.Cluster));
        }

        return (text, mentions);
    }

    // The mention strings at their offsets, line breaks between.
    private static string LayOut(CorpusDocument document)
    {
        int length = document.Entities.Count == 0 ? 0 : document.Entities.Max(e => e.Span.End);
        char[] text = new char[length];
        Array.Fill(text, '\n');
        foreach (JsonElement entity in document.Raw.GetProperty("entities").EnumerateArray())
        {
            string name = entity.GetProperty("text").GetString()!;
            int start = entity.GetProperty("start").GetInt32();
            name.AsSpan(0, Math.Min(name.Length, length - start)).CopyTo(text.AsSpan(start));
        }

        return new string(text);
    }

    private static string Line(string id, string text, IEnumerable<(Mention Mention, string Cluster)> mentions) => JsonSerializer.Serialize(new
    {
        id,
        text,
        entities = mentions.Select(m => new { start = m.Mention.Span.Start, end = m.Mention.Span.End, type = char.ToUpperInvariant(m.Mention.Type.Name[0]) + m.Mention.Type.Name[1..], cluster = m.Cluster }),
    });
}
