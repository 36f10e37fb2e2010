namespace Extraction.Tests.Dates;

public class TimestampGrammarTests
{
    public static TheoryData<string, string> Lines()
    {
        var data = new TheoryData<string, string>();
        string? line = null;
        var expected = new List<string>();
        foreach (string read in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "timestamps", "lines.txt")).Append("# end"))
        {
            if (read.StartsWith("    ", StringComparison.Ordinal))
            {
                expected.Add(read.Trim());
                continue;
            }

            if (line is not null)
            {
                data.Add(line, string.Join('\n', expected));
                expected.Clear();
            }

            line = read.Length == 0 || read[0] == '#' ? null : read;
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void ReadsTheStampsOfALine(string line, string expected)
    {
        Timestamp[] stamps = Read(line);
        Assert.Equal(expected, string.Join('\n', stamps.Select(s => $"{s.Span.Of(line)} => {Value(s)}{(s.Role == TimestampRole.None ? "" : $" {s.Role}")}")));
    }

    [Fact]
    public void TheCaseFileIsNotEmpty() => Assert.True(Lines().Count > 60);

    [Theory]
    [InlineData("date 2022-02-25 English", "date 2022-02-25 English")]
    [InlineData("date 2023-04-16 External Affairs Minister met", "date 2023-04-16")]
    [InlineData("date 2023-10-14 EnglishUnion Minister met", "date 2023-10-14 English")]
    [InlineData("date 2022-02-08 English  The House was adjourned", "date 2022-02-08 English")]
    [InlineData("date 2022-02-08 English cricketer retires", "date 2022-02-08")]
    [InlineData("date 2022-02-08 English Premier League returns", "date 2022-02-08")]
    public void ReadsTheHeaderAndNoMore(string line, string header)
    {
        Assert.True(TimestampGrammar.TryReadHeader(line, new TextSpan(0, line.Length), out Timestamp stamp, out int end));
        Assert.Equal(header, line[..end]);
        Assert.Equal(TimestampRole.Header, stamp.Role);
        Assert.Equal(line.Substring(5, 10), stamp.ToPublicationTime()?.ToString());
    }

    [Theory]
    [InlineData("date 2022-02-31 English")]
    [InlineData("date palms of 2022-02-25")]
    [InlineData("The date 2022-02-25 English")]
    [InlineData("date 25/02/2022")]
    [InlineData("")]
    public void ReadsNoHeaderWhereThereIsNone(string line) =>
        Assert.False(TimestampGrammar.TryReadHeader(line, new TextSpan(0, line.Length), out _, out _));

    [Theory]
    [InlineData("9:05 pm IST, 25 February 2022", true)]
    [InlineData("9:05 pm BST, 25 July 2022", true)]
    [InlineData("9:05 pm EDT, 25 July 2022", false)]
    [InlineData("9:05 pm CEST, 25 July 2022", false)]
    public void FlagsZonesThatSeveralCountriesCallTheSame(string line, bool ambiguous) => Assert.Equal(ambiguous, Read(line)[0].IsZoneAmbiguous);

    [Theory]
    [InlineData("Updated 07/08/2021|September 5, 2021", "2021-08-07", true)] // nothing tells: day first, flagged
    [InlineData("Updated 07/08/2021|Published 25/07/2021", "2021-08-07", false)] // another date of the page
    [InlineData("Updated 07/08/2021|Published 07/25/2021", "2021-07-08", false)]
    [InlineData("Updated 07/08/2021 10:00 EDT", "2021-07-08T10:00-04:00", false)] // the zone
    [InlineData("Monday 12/10/2009", "2009-10-12", false)] // the weekday
    [InlineData("Thursday 12/10/2009", "2009-12-10", false)]
    [InlineData("Posted 12/03/2013|December 3, 2013", "2013-12-03", false)] // the month's name elsewhere
    [InlineData("05/05/2021", "2021-05-05", false)]
    public void DecidesTheOrderOfNumericDatesByThePagesEvidence(string lines, string value, bool ambiguous)
    {
        var stamps = new List<Timestamp>();
        var buffer = new Timestamp[8];
        int start = 0;
        foreach (string line in lines.Split('|'))
        {
            stamps.AddRange(buffer[..TimestampGrammar.Read(lines, new TextSpan(start, start + line.Length), buffer)]);
            start += line.Length + 1;
        }

        Timestamp[] all = [.. stamps];
        TimestampResolver.Resolve(all, 0);
        Assert.Equal(value, all[0].ToPublicationTime()?.ToString());
        Assert.Equal(ambiguous, all[0].IsOrderAmbiguous);
    }

    [Theory]
    [InlineData(2022, 3, 12, -300)]
    [InlineData(2022, 3, 13, -240)]
    [InlineData(2022, 11, 5, -240)]
    [InlineData(2022, 11, 6, -300)]
    [InlineData(2006, 3, 20, -300)]
    [InlineData(2006, 4, 2, -240)]
    [InlineData(2006, 10, 29, -300)]
    public void EasternTimeFollowsTheRuleOfItsYear(int year, int month, int day, int minutes)
    {
        Assert.True(TimestampZone.TryGet("et", upper: true, out TimestampZone zone));
        Assert.Equal(minutes, zone.OffsetOn(year, month, day));
    }

    [Fact]
    public void NeverThrowsAndStaysInside()
    {
        string[] parts = ["25", "Feb", "2022", "/", "-", ":", ".", "am", "IST", "(", "'", "99", "0", "T", "+05", "Mon", "date", "Updated", " ", " ", "\ud800", "©", "1420EDT", "31"];
        var random = new Random(7);
        var stamps = new Timestamp[8];
        for (int n = 0; n < 20_000; n++)
        {
            string line = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => parts[random.Next(parts.Length)]));
            int count = TimestampGrammar.Read(line, new TextSpan(0, line.Length), stamps);
            TimestampResolver.Resolve(stamps.AsSpan(0, count), 0);
            int last = 0;
            foreach (Timestamp stamp in stamps.AsSpan(0, count))
            {
                Assert.True(stamp.Span.Start >= last && stamp.Span.End <= line.Length && stamp.Span.Length > 0);
                last = stamp.Span.End;
                _ = stamp.ToPublicationTime();
            }
        }
    }

    private static Timestamp[] Read(string line)
    {
        var buffer = new Timestamp[16];
        int count = TimestampGrammar.Read(line, new TextSpan(0, line.Length), buffer);
        TimestampResolver.Resolve(buffer.AsSpan(0, count), 0);
        return buffer[..count];
    }

    private static string Value(in Timestamp stamp) =>
        stamp.Role == TimestampRole.Copyright ? $"{stamp.Year}" : stamp.ToPublicationTime()?.ToString() ?? "no date";
}
