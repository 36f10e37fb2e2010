using Extraction.Corpora;

namespace Extraction.Training.Sentences;

/// <summary>Sentence F1 (exact spans, the whole text given) on the development sets beside the training data; written into the model's header.</summary>
internal static class DevelopmentScore
{
    private static readonly string[] Sets = ["gum-dev", "masc-news-dev", "brown-press-dev", "ewt-dev"];

    public static IEnumerable<(string Set, double F1)> All(string folder, BoundaryModel model)
    {
        var splitter = new SentenceSplitter(new SentenceSettings(new SentenceOptions()), model);
        foreach (string set in Sets)
        {
            string path = Path.Combine(folder, set + ".jsonl");
            if (File.Exists(path))
            {
                yield return (set, F1(Corpus.Read(path), splitter));
            }
        }
    }

    private static double F1(IEnumerable<CorpusDocument> documents, SentenceSplitter splitter)
    {
        int right = 0;
        int both = 0;
        foreach (CorpusDocument document in documents)
        {
            var gold = document.Sentences.ToHashSet();
            var found = splitter.Split(document.Text);
            right += found.Count(gold.Contains);
            both += found.Length + document.Sentences.Count;
        }

        return both == 0 ? 0 : 200.0 * right / both;
    }
}
