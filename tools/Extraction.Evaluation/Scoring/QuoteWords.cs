using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>A quote with the words of its parts, by their place among the text's tokens.</summary>
internal sealed record QuoteWords(HashSet<int> Content, HashSet<int> Source, HashSet<int> Cue, CorpusQuote Quote);
