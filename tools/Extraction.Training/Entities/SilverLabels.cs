using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using Extraction.Corpora;

namespace Extraction.Training.Entities;

/// <summary>
/// <c>entities label</c>: a model's own reading of open text, for a next model to learn from. What the model is sure of becomes a label; what it is not sure of stays open,
/// so that the next model is taught nothing there.
/// </summary>
internal static class SilverLabels
{
    /// <summary>The type of a stretch that may be anything.</summary>
    public const string Open = "Open";

    private const float Sure = 0.9f;

    public static Command Command()
    {
        var model = new Argument<string>("model");
        var file = new Argument<string>("file") { Description = "A corpus; of its documents only the text is read." };
        var output = new Option<string>("--out") { Required = true, Description = "Corpus with the model's labels, gzipped." };
        var command = new Command("label", "Labels open text with a model.") { model, file, output };
        command.SetAction(p => Run(p.GetRequiredValue(model), p.GetRequiredValue(file), p.GetRequiredValue(output)));
        return command;
    }

    private static void Run(string model, string file, string output)
    {
        var reader = new DocumentReader(new EntityModel(EntityTrainer.Open(model)));
        using var writer = new StreamWriter(new GZipStream(File.Create(output), CompressionLevel.SmallestSize));
        foreach (CorpusDocument document in Corpus.Read(file))
        {
            reader.Read(document.Text);
            reader.Recognizer.Recognize(document.Text, reader.Scratch, CancellationToken.None);
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                id = document.Id,
                source = "silver",
                text = document.Text,
                entities = Labels(reader.Scratch).Select(l => new { start = l.Start, end = l.End, type = l.Type, label = l.Type, text = document.Text[l.Start..l.End] }),
            }));
        }
    }

    private static IEnumerable<(int Start, int End, string Type)> Labels(EntityScratch scratch)
    {
        int next = 0;
        foreach (FoundMention found in scratch.Found)
        {
            foreach ((int, int, string) open in Doubtful(scratch, next, found.First))
            {
                yield return open;
            }

            yield return (scratch.Pieces[found.First].Start, scratch.Pieces[found.End - 1].End, found.Probability >= Sure ? Scheme.NameOf(found.Type) : Open);
            next = found.End;
        }

        foreach ((int, int, string) open in Doubtful(scratch, next, scratch.Count))
        {
            yield return open;
        }
    }

    /// <summary>Pieces outside of names that are not surely so.</summary>
    private static IEnumerable<(int Start, int End, string Type)> Doubtful(EntityScratch scratch, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            FirstReading reading = scratch.First[i];
            if ((scratch.Pieces[i].Flags & PieceFlags.Candidate) != 0 && (reading.Label != EntityLabels.Outside || reading.Certainty < Sure))
            {
                yield return (scratch.Pieces[i].Start, scratch.Pieces[i].End, Open);
            }
        }
    }
}
