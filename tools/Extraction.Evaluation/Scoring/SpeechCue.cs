using System.Text.RegularExpressions;

namespace Extraction.Evaluation.Scoring;

/// <summary>Whether a cue is a verb of speaking or writing, 'according to', or mere punctuation: PolNeAR marks beliefs and plans besides.</summary>
internal static partial class SpeechCue
{
    private static readonly string[] Endings = ["s", "es", "ed", "d", "ing"];

    private static readonly HashSet<string> Irregular =
        ["said", "says", "told", "wrote", "written", "spoke", "spoken", "denied", "denies", "replied", "implied"];

    private static readonly HashSet<string> Verbs = [.. (
        "say tell add ask write note explain argue claim state announce declare insist warn suggest report continue tweet retweet post "
        + "acknowledge admit agree allege answer assert blame charge cite complain concede conclude confirm contend criticize criticise decline deny describe disclose "
        + "estimate mention observe order predict promise recall recommend remark reply respond reveal speculate testify urge vow joke call "
        + "shout exclaim quip reiterate stress emphasize emphasise recount caution counter retort reason boast lament accuse praise defend speak talk discuss comment quote "
        + "refer read title tout denounce blast mock condemn rip slam question inform express issue release publish deliver chant yell repeat echo outline label dub brand "
        + "characterize propose pledge demand dismiss reject applaud advise maintain hint imply").Split(' ')];

    public static bool IsSpeech(string cue)
    {
        string[] words = [.. Word().Matches(cue.ToLowerInvariant()).Select(m => m.Value)];
        return words.Length == 0 || words.Any(w => w == "according" || Irregular.Contains(w) || Verbs.Contains(w) || Endings.Any(e => IsForm(w, e)));
    }

    private static bool IsForm(string word, string ending)
    {
        if (!word.EndsWith(ending, StringComparison.Ordinal))
        {
            return false;
        }

        string stem = word[..^ending.Length];
        return Verbs.Contains(stem) || Verbs.Contains(stem + "e") || (stem.Length > 2 && stem[^1] == stem[^2] && Verbs.Contains(stem[..^1]));
    }

    [GeneratedRegex("[a-z]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
