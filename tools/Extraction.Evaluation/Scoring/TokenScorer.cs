using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>Exact token spans, as <c>score_tokens.py</c> does.</summary>
internal static partial class TokenScorer
{
    public static JsonObject Score(IReadOnlyList<CorpusDocument> gold, IReadOnlyDictionary<string, CorpusDocument> predicted, IReadOnlyCollection<string> merge)
    {
        var all = new Ratio();
        var missing = new JsonArray();
        foreach (CorpusDocument document in gold)
        {
            CorpusDocument? prediction = predicted.GetValueOrDefault(document.Id);
            if (prediction is null)
            {
                missing.Add(document.Id);
            }

            all.Add(Merge(document.Tokens, document.Text, merge), Merge(prediction?.Tokens ?? [], document.Text, merge));
        }

        return new JsonObject { ["tokens"] = all.ToJson(), ["missing"] = missing };
    }

    private static HashSet<TextSpan> Merge(IReadOnlyList<TextSpan> tokens, string text, IReadOnlyCollection<string> merge)
    {
        var list = new List<TextSpan>(tokens);
        if (merge.Contains("hyphens"))
        {
            list = GlueHyphens(list, text);
        }

        if (merge.Contains("clitics"))
        {
            var glued = new List<TextSpan>(list.Count);
            foreach (TextSpan token in list)
            {
                if (glued.Count > 0 && glued[^1].End == token.Start && Clitic().IsMatch(token.Of(text)) && PythonText.EndsAlnum(glued[^1].Of(text)))
                {
                    glued[^1] = new TextSpan(glued[^1].Start, token.End);
                }
                else
                {
                    glued.Add(token);
                }
            }

            list = glued;
        }

        return [.. list];
    }

    private static List<TextSpan> GlueHyphens(List<TextSpan> tokens, string text)
    {
        var glued = new List<TextSpan>(tokens.Count);
        for (int i = 0; i < tokens.Count; i++)
        {
            TextSpan token = tokens[i];
            bool joins = token.Length == 1 && "-/‐‑–—".Contains(text[token.Start], StringComparison.Ordinal)
                && glued.Count > 0 && glued[^1].End == token.Start && PythonText.EndsAlnum(glued[^1].Of(text))
                && i + 1 < tokens.Count && tokens[i + 1].Start == token.End && PythonText.StartsAlnum(tokens[i + 1].Of(text));
            if (joins)
            {
                glued[^1] = new TextSpan(glued[^1].Start, tokens[++i].End);
            }
            else
            {
                glued.Add(token);
            }
        }

        return glued;
    }

    [GeneratedRegex(@"^(?:['’](?:s|ll|re|ve|d|m|em)?|n['’]t|not)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Clitic();
}
