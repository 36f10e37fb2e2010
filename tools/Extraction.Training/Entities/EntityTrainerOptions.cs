using System.Globalization;
using Extraction.Training.Sequences;

namespace Extraction.Training.Entities;

internal sealed record EntityTrainerOptions
{
    /// <summary>Folder that the data list's paths start from.</summary>
    public required string Data { get; init; }

    /// <summary>The data list.</summary>
    public required string List { get; init; }

    /// <summary>Folder of this project's gazetteer lists.</summary>
    public required string OwnLists { get; init; }

    /// <summary>Folder of this project's own annotated articles.</summary>
    public string OwnArticles { get; init; } = "tools/Extraction.Training/Data/own";

    /// <summary>Folder of this project's articles in which only names are marked.</summary>
    public string OwnNames { get; init; } = "tools/Extraction.Training/Entities/data";

    /// <summary>Open text labelled by an earlier model (<see cref="SilverLabels"/>), or null.</summary>
    public string? Silver { get; init; }

    public float SilverWeight { get; init; } = 0.5f;

    /// <summary>Clusters as the command 'clusters' writes them, or null.</summary>
    public string? Clusters { get; init; }

    /// <summary>Debian's iso-codes, or null.</summary>
    public string? IsoCodes { get; init; } = "/usr/share/iso-codes/json";

    public bool WithoutGazetteers { get; init; }

    public bool WithoutEvidence { get; init; }

    /// <summary>Files of the data list not to train on, parts of names.</summary>
    public string[] Without { get; init; } = [];

    public TrainingOptions Training { get; init; } = new();

    /// <summary>Of the models that the second pass learns from.</summary>
    public TrainingOptions FoldTraining => Training with { Epochs = 3, Runs = 1 };

    public TrainingOptions SecondTraining { get; init; } = new() { Epochs = 4, Rate = 0.05f, Dropout = 0.5f, MinimumCount = 3, Prune = 0.02f };

    public bool WithSecondPass { get; init; }

    /// <summary>The reliability table measured on development sets; empty to leave probabilities as the chain gives them.</summary>
    public float[] Reliability { get; init; } = [];

    /// <summary>One document in so many is shown again with some lines in title case and capitals.</summary>
    public int RecaseEvery { get; init; } = 3;

    public float RecaseWeight { get; init; } = 0.7f;

    public IEnumerable<(string File, float Weight, string Scheme)> Corpora()
    {
        foreach (string line in System.IO.File.ReadLines(List))
        {
            string[] cells = line.Split('\t');
            if (line.Length > 0 && line[0] != '#' && !Without.Any(w => cells[0].Contains(w, StringComparison.Ordinal)))
            {
                yield return (cells[0], float.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]);
            }
        }

        if (Silver is not null)
        {
            yield return (Path.GetFullPath(Silver), SilverWeight, "silver");
        }
    }
}
