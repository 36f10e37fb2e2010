using System.Text.Json.Nodes;

namespace Extraction.Evaluation.Scoring;

/// <summary>Right, predicted and expected counts, and the precision, recall and F1 that follow, in per cent.</summary>
internal sealed class Ratio
{
    public int Right { get; set; }

    public int Predicted { get; set; }

    public int Gold { get; set; }

    public double Precision => 100 * P;

    public double Recall => 100 * R;

    public double F1 => P + R == 0 ? 0 : 100 * (2 * P * R / (P + R));

    private double P => Predicted == 0 ? 0 : (double)Right / Predicted;

    private double R => Gold == 0 ? 0 : (double)Right / Gold;

    public void Add<T>(HashSet<T> gold, HashSet<T> predicted)
    {
        Right += gold.Count(predicted.Contains);
        Predicted += predicted.Count;
        Gold += gold.Count;
    }

    public JsonObject ToJson(string p = "P", string r = "R", string f1 = "F1") => new()
    {
        [p] = PythonText.Round2(100 * P),
        [r] = PythonText.Round2(100 * R),
        [f1] = PythonText.Round2(f1 == "F1" ? (P + R == 0 ? 0 : 200 * P * R / (P + R)) : F1),
        ["tp"] = Right,
        ["pred"] = Predicted,
        ["gold"] = Gold,
    };
}
