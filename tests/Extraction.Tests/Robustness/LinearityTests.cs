using System.Text;

namespace Extraction.Tests.Robustness;

/// <summary>
/// Cost grows with the length of the text and with nothing else: no input costs much more per character than news does. Measured in CPU time, the least of a
/// few runs; the bounds are generous (the aim is twice the usual), because a quadratic loop shows as a factor of hundreds.
/// Half a megabyte of each; <c>EXTRACTION_LONG=1</c> makes it eight.
/// </summary>
[Collection(Alone.Name)]
public class LinearityTests
{
    private const double Margin = 6;
    private const int Small = 1 << 16;

    private static readonly int Large = Environment.GetEnvironmentVariable("EXTRACTION_LONG") == "1" ? 8 << 20 : 1 << 19;

    private static readonly ExtractionPipeline Pipeline = ExtractionPipeline.CreateDefault();

    private static readonly Dictionary<string, Func<int, string>> Texts = new(StringComparer.Ordinal)
    {
        ["articles in one line"] = n => Articles.OfLength(n).Replace('\n', ' '),
        ["articles without stops"] = n => Articles.OfLength(n).Replace('.', ' '),
        ["a word a line"] = n => Articles.OfLength(n).Replace(' ', '\n'),
        ["capitals"] = n => Articles.OfLength(n).ToUpperInvariant(),
        ["capitalised words"] = n => Repeat("Alpha Bravo Charlie Delta Echo ", n),
        ["double quotation marks"] = n => Repeat("\"", n),
        ["opening quotation marks"] = n => Repeat("“", n),
        ["closing quotation marks"] = n => Repeat("”", n),
        ["single quotation marks"] = n => Repeat("'", n),
        ["marks and spaces"] = n => Repeat("\" ", n),
        ["opening marks and words"] = n => Repeat("“word ", n),
        ["unclosed single quotations"] = n => Repeat("'twas said ", n),
        ["digits"] = n => Repeat("0123456789", n),
        ["short numbers"] = n => Repeat("12 ", n),
        ["dates"] = n => Repeat("12 May 2014, ", n),
        ["date words"] = n => Repeat("last May of the year before ", n),
        ["colons"] = n => Repeat("12:30:", n),
        ["letters without a space"] = n => Repeat("abcdefghij", n),
        ["capital letters without a space"] = n => Repeat("ABCDEFGHIJ", n),
        ["full stops"] = n => Repeat(".", n),
        ["initials"] = n => Repeat("J. ", n),
        ["line breaks"] = n => Repeat("\n", n),
        ["spaces"] = n => Repeat(" ", n),
        ["said he"] = n => Repeat("said he ", n),
        ["hyphens"] = n => Repeat("a-", n),
        ["brackets"] = n => Repeat("(", n),
        ["handles"] = n => Repeat("@a ", n),
        ["emoji"] = n => Repeat("👍", n),
        ["lone surrogates"] = n => Repeat("\ud83d", n),
        ["one name"] = n => Repeat("John Smith said. ", n),
        ["many names"] = ManyNames,
    };

    public static TheoryData<string> Names => new(Texts.Keys);

    [Theory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(Names))]
    public void NoTextCostsMuchMorePerCharacterThanNews(string name)
    {
        double usual = NanosecondsPerCharacter(Articles.OfLength(Small), 5);
        double small = NanosecondsPerCharacter(Texts[name](Small), 3);
        double large = NanosecondsPerCharacter(Texts[name](Large), 1);
        Assert.True(large < Margin * Math.Max(usual, small), $"{name}: {large:F0} ns a character over {Large >> 10} kB, {small:F0} over 64 kB; news {usual:F0}.");
        Assert.True(large < 2 * Margin * usual, $"{name}: {large:F0} ns a character over {Large >> 10} kB; news {usual:F0}.");
    }

    private static double NanosecondsPerCharacter(string text, int runs)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < runs; i++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Pipeline.Extract(text);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalNanoseconds / text.Length);
        }

        return best;
    }

    private static string Repeat(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length)
        {
            text.Append(piece);
        }

        return text.ToString();
    }

    // A new person in every sentence: what compares each name with all before would show here.
    private static string ManyNames(int length)
    {
        var text = new StringBuilder(length + 64);
        for (int i = 0; text.Length < length; i++)
        {
            text.Append("Mr ").Append(Name(i)).Append(' ').Append(Name((i * 7919L) + 13)).Append(" said it rained. ");
        }

        return text.ToString();
    }

    private static string Name(long number)
    {
        const string Onsets = "bdfghklmnprstvz", Vowels = "aeiou";
        var name = new StringBuilder();
        do
        {
            name.Append(Onsets[(int)(number % 15)]).Append(Vowels[(int)(number / 15 % 5)]);
            number /= 75;
        }
        while (number > 0 || name.Length < 4);

        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }
}
