using Extraction.Tool;

namespace Extraction.ToolTests;

public class ShardTests
{
    [Theory]
    [InlineData("0/1", 0, 1)]
    [InlineData("3/8", 3, 8)]
    public void ReadsIndexAndCount(string text, int index, int count)
    {
        Assert.True(Shard.TryParse(text, _ => null, out Shard shard, out _));
        Assert.Equal(new Shard(index, count), shard);
    }

    [Theory]
    [InlineData("8/8", "shards count from 0 to 7")]
    [InlineData("-1/8", "is no shard")]
    [InlineData("1/0", "is no shard")]
    [InlineData("a/b", "is no shard")]
    [InlineData("auto/8", "SLURM_ARRAY_TASK_ID")]
    [InlineData("8", "AWS_BATCH_JOB_ARRAY_INDEX")]
    public void SaysWhatIsWrong(string text, string complaint)
    {
        Assert.False(Shard.TryParse(text, _ => null, out _, out string? error));
        Assert.Contains(complaint, error, StringComparison.Ordinal);
    }

    [Fact]
    public void SlurmsOwnCountIsNotTrusted()
    {
        // sbatch --array=5 after a failure of --array=0-7: the count says 1, and the share would be everything.
        Assert.False(Shard.TryParse("auto", name => name switch { "SLURM_ARRAY_TASK_ID" => "0", "SLURM_ARRAY_TASK_COUNT" => "1", _ => null }, out _, out string? error));
        Assert.Contains("auto/n", error, StringComparison.Ordinal);
    }
}
