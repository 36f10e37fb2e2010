using System.Text.RegularExpressions;

namespace Extraction.Evaluation.Scoring;

/// <summary>When two names count as one person's: a token subset, or the same last name with no clashing first name.</summary>
internal static partial class NameAgreement
{
    private static readonly HashSet<string> Pronouns = Words(
        "he she they it i we you his her him them their this that these those who which one some many others another us me my our");

    private static readonly HashSet<string> Titles = Words(
        "mr mrs ms miss dr sir lord lady sen sens rep reps gov gen lt col maj capt sgt prof president senator governor secretary congressman congresswoman judge justice rev jr sr "
        + "the a an former ex republican democrat democratic gop vice prime minister ambassador coach captain professor director chairman chairwoman chair chief officer spokesman "
        + "spokeswoman spokesperson king queen prince princess pope father mayor attorney general major sheriff lieutenant colonel sergeant leader speaker candidate nominee rival "
        + "billionaire businessman mogul strategist pollster analyst reporter host manager adviser advisor aide");

    public static bool IsPronoun(string word) => Pronouns.Contains(word);

    public static bool Agree(string a, string b)
    {
        List<string> x = Tokens(a), y = Tokens(b);
        if (x.Count == 0 || y.Count == 0 || x.All(Pronouns.Contains) || y.All(Pronouns.Contains))
        {
            return false;
        }

        if (x.All(y.Contains) || y.All(x.Contains))
        {
            return true;
        }

        return x[^1] == y[^1] && (x.Count == 1 || y.Count == 1 || x[0][0] == y[0][0]);
    }

    /// <summary>The capitalised words of a source that are no pronouns: its name, where the gold gives none.</summary>
    public static IEnumerable<string> Capitalised(string text) => Capital().Matches(text).Select(m => m.Value).Where(w => !Pronouns.Contains(w.ToLowerInvariant()));

    private static List<string> Tokens(string name) =>
        [.. Token().Matches(Possessive().Replace(name.ToLowerInvariant(), "")).Select(m => m.Value).Where(w => !Titles.Contains(w))];

    private static HashSet<string> Words(string text) => [.. text.Split(' ')];

    [GeneratedRegex(@"['\u2019]s\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[a-z\u00c0-\u024f0-9]+(?:[\u2019'\-][a-z\u00c0-\u024f0-9]+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"[A-Z][\w\u2019'\-]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Capital();
}
