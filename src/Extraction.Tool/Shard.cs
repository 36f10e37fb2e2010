using System.Globalization;

namespace Extraction.Tool;

/// <summary>A share of the input, for job arrays: number <paramref name="Index"/> of <paramref name="Count"/>, counted from 0. Articles are dealt out in turn.</summary>
internal readonly record struct Shard(int Index, int Count)
{
    // The index variables of Slurm job arrays, Kubernetes indexed jobs and AWS Batch array jobs, each with its count where the system tells one that does not change:
    // Slurm's count does when only the missing tasks of an array are submitted again.
    private static readonly (string Index, string? Count)[] Variables =
    [
        ("SLURM_ARRAY_TASK_ID", null),
        ("JOB_COMPLETION_INDEX", null),
        ("AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE"),
    ];

    public bool Takes(long ordinal) => ordinal % Count == Index;

    /// <summary>Reads <c>i/n</c>; or <c>auto/n</c>, <c>n</c> or <c>auto</c>, where the job array's index variable gives i (and, for <c>auto</c>, its count variable n).</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="shard">The share.</param>
    /// <param name="error">What is wrong, for the user.</param>
    public static bool TryParse(string text, Func<string, string?> variable, out Shard shard, out string? error)
    {
        shard = default;
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string indexText = slash >= 0 ? text[..slash] : "auto";
        string countText = slash >= 0 ? text[(slash + 1)..] : text;
        string? countVariable = null;
        if (indexText is "auto" or "")
        {
            (string Index, string? Count) array = Array.Find(Variables, v => !string.IsNullOrEmpty(variable(v.Index)));
            if (array.Index is null)
            {
                error = $"none of {string.Join(", ", Variables.Select(v => v.Index))} is set: write --shard i/n";
                return false;
            }

            indexText = variable(array.Index)!;
            countVariable = array.Count;
        }

        if (countText == "auto")
        {
            countText = (countVariable is null ? null : variable(countVariable)) ?? "";
            if (countText.Length == 0)
            {
                error = "the job array does not tell how many shards there are: write --shard auto/n";
                return false;
            }
        }

        if (!int.TryParse(indexText, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            || !int.TryParse(countText, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            || count < 1)
        {
            error = $"'{text}' is no shard: write i/n, such as 0/8";
            return false;
        }

        if (index >= count)
        {
            error = $"shard {indexText} of {countText} does not exist: shards count from 0 to {(count - 1).ToString(CultureInfo.InvariantCulture)}";
            return false;
        }

        shard = new Shard(index, count);
        error = null;
        return true;
    }
}
