namespace Extraction.Tests.Text;

public class LineWrapsTests
{
    private const string Wrapped =
        "The council voted on Monday to close the old bridge for a whole year, a\nstep that shopkeepers on both banks of the river had fought for months,\nsaying that it would cut them off from most of the people who buy there.\n\nWork starts in June and should take until the spring of the next year at\nthe latest, the engineer in charge of the bridges and roads of the town\nsaid.";

    [Fact]
    public void LinesOfOneWidthAreWraps() => Assert.True(LineWraps.AreWraps(Wrapped));

    [Fact]
    public void WindowsLineEndsMakeNoDifference() => Assert.True(LineWraps.AreWraps(Wrapped.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("One line.")]
    [InlineData("A headline\nBy A Writer\nThe council voted on Monday to close the old bridge for a year.\nWork starts in June.")]
    [InlineData("The council voted on Monday to close the old bridge for a year.\nThe mayor said on Tuesday that she would not change her mind.\nThe work will start in June, when the schools have closed.")]
    public void ParagraphsALineAreNot(string text) => Assert.False(LineWraps.AreWraps(text));

    [Fact]
    public void SentencesRunOverWraps() => Assert.Equal(2, SentenceSplitter.Default.Split(Wrapped).Length);
}
