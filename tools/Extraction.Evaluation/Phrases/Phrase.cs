using System.Text.Json;

namespace Extraction.Evaluation.Phrases;

/// <summary>A phrase of a set, with the expressions that the set finds in it.</summary>
internal sealed record Phrase(string Input, PublicationTime? Reference, bool IsNews, IReadOnlyList<PhraseExpectation> Expected)
{
    public static IEnumerable<Phrase> ReadAll(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement phrase = json.RootElement;
            PublicationTime? reference = phrase.TryGetProperty("reference", out JsonElement r) && r.ValueKind == JsonValueKind.String && PublicationTime.TryParse(r.GetString(), out PublicationTime time) ? time : null;
            yield return new Phrase(
                phrase.GetProperty("input").GetString()!,
                reference,
                phrase.GetProperty("scope").GetString() == "news",
                [.. phrase.GetProperty("expected").EnumerateArray().Select(PhraseExpectation.Read)]);
        }
    }
}
