namespace Extraction.Tests.Entities;

public class MojibakeTests
{
    /// <summary>Brackets stand round the name as recognised; what is left of it is the name without the marks.</summary>
    [Theory]
    [InlineData("spoke to [Weberâ]€™s lawyer", "Weber")]
    [InlineData("â€[œWe]ber", "We")]
    [InlineData("the [Â] 5 million", "")]
    [InlineData("in [Â Port Arlo] today", "Port Arlo")]
    [InlineData("in [Port Arlo Â] today", "Port Arlo")]
    [InlineData("mayor [Ângela Prado] spoke", "Ângela Prado")]
    [InlineData("in [São Tomé] today", "São Tomé")]
    [InlineData("the [Forêt d'Â]", "Forêt d'")]
    [InlineData("[â]", "â")]
    public void IsNoPartOfNames(string marked, string name)
    {
        int start = marked.IndexOf('[', StringComparison.Ordinal);
        int end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        string text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        TextSpan span = Mojibake.Trim(text, new TextSpan(start, end));
        Assert.Equal(name, text[span.Start..span.End]);
    }
}
