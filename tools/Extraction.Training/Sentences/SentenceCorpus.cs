using Extraction.Corpora;

namespace Extraction.Training.Sentences;

/// <summary>The data list of the sentence model: files and the genres whose licence allows a model to be shipped and whose gold is sentences.</summary>
internal sealed record SentenceCorpus(string Name, string File, IReadOnlySet<string> Genres)
{
    /// <summary>
    /// MASC is free for any use. Of GUM only the genres under CC BY, CC BY-SA or in the public domain are read, never whow and fiction (non-commercial).
    /// Left out for their gold: ficlets, blogs and technical texts of MASC (unpunctuated or broken lines), GUM's vlogs (transcripts of speech).
    /// </summary>
    public static IReadOnlyList<SentenceCorpus> All { get; } =
    [
        new("MASC", "masc-other-train.jsonl.gz", new HashSet<string> { "letters", "journal", "essays", "travel-guides", "fiction", "govt-docs", "non-fiction" }),
        new("GUM (news, interview, academic, textbook, bio, voyage, speech)", "gum-train.jsonl.gz", new HashSet<string> { "news", "interview", "academic", "textbook", "bio", "voyage", "speech" }),
    ];

    public IEnumerable<(string Text, IReadOnlyList<TextSpan> Sentences)> Read(string folder) =>
        Corpus.Read(Path.Combine(folder, File))
            .Where(d => d.Raw.TryGetProperty("genre", out System.Text.Json.JsonElement genre) && Genres.Contains(genre.GetString()!))
            .Select(d => (d.Text, d.Sentences));
}
