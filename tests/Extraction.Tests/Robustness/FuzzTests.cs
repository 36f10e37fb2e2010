using System.Diagnostics;
using System.Globalization;

namespace Extraction.Tests.Robustness;

/// <summary>
/// Hostile texts, seeded. Each generator gets a share of a second, and at least a dozen texts; <c>EXTRACTION_FUZZ_SECONDS=600</c> gives each ten minutes.
/// A failure names generator and seed; <c>EXTRACTION_FUZZ_SEED</c> starts there.
/// </summary>
public class FuzzTests
{
    private const int LeastTexts = 12;

    private static readonly ExtractionPipeline Pipeline = new ExtractionPipelineBuilder().AddDefaults(new ExtractionOptions { KeepTokens = true }).Build();

    public static TheoryData<string> Generators => new(HostileText.Generators.Keys);

    [Theory]
    [MemberData(nameof(Generators))]
    public void ResultsKeepTheirInvariantsWhateverTheText(string generator)
    {
        double seconds = double.Parse(Environment.GetEnvironmentVariable("EXTRACTION_FUZZ_SECONDS") ?? "0.25", CultureInfo.InvariantCulture);
        int first = int.Parse(Environment.GetEnvironmentVariable("EXTRACTION_FUZZ_SEED") ?? "0", CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        long characters = 0;
        int seed = first;
        for (; seed < first + LeastTexts || watch.Elapsed.TotalSeconds < seconds; seed++)
        {
            string text = HostileText.Generators[generator](new Random(seed));
            characters += text.Length;
            try
            {
                ResultInvariants.Check(Pipeline.Extract(new Article(text) { Published = seed % 2 == 0 ? new PublicationTime(new DateOnly(2022, 2, 25)) : null }));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{generator}, seed {seed}: {e.GetType().Name}: {e.Message}", e);
            }
        }

        Assert.True(characters > 0);
        if (seconds > 1)
        {
            Console.WriteLine($"{generator}: {seed - first:N0} texts, {characters:N0} characters");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("\n\n\n")]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("'")]
    [InlineData("\ud800")]
    [InlineData("\udc00\ud800")]
    [InlineData(".")]
    [InlineData("31 February 2022")]
    [InlineData("“A ‘b «c “d ‘e")]
    [InlineData(" date ")]
    [InlineData("By ")]
    [InlineData("Tags:")]
    [InlineData("@")]
    [InlineData("Updated: February 31, 99999 25:61 AM XST")]
    public void TinyTextsAreNoTrouble(string text) => ResultInvariants.Check(Pipeline.Extract(new Article(text)));
}
