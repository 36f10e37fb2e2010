using System.Collections.Immutable;

namespace Extraction.Tests.Pipeline;

/// <summary>Every stage works alone.</summary>
public class FacadeTests
{
    [Fact]
    public void TokensAlone()
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize("It can't.", tokens);
        Assert.Equal("It|ca|n't|.", string.Join('|', tokens.Select(t => t.Span.Of("It can't."))));
    }

    [Fact]
    public void LayoutAlone()
    {
        ArticleLayout layout = new LayoutReader().Read(" date 2021-05-04 English\n    Mayor opens bridge\n\n    The mayor opened the bridge on Monday, and many people came to see it.");
        Assert.Equal(new DateOnly(2021, 5, 4), layout.Published?.Time.Date);
        Assert.Equal(BlockKind.Timestamp, layout.Blocks[0].Kind);
    }

    [Fact]
    public void SentencesAlone() => Assert.Equal(2, SentenceSplitter.Default.Split("Mr. Berg came. He left.").Length);

    [Fact]
    public void DatesAlone()
    {
        DateExpression date = Assert.Single(DateParser.Parse("He came on Thursday.", new DateOnly(2022, 2, 25)));
        Assert.Equal("2022-02-24", date.Value);
    }

    [Fact]
    public void LinkingAlone()
    {
        const string Text = "Anna Berg came. Berg left.";
        ImmutableArray<Entity> entities = new EntityLinker().Link(Text, [new Mention(new TextSpan(0, 9), MentionKind.Name, EntityType.Person, 1, 0, 2), new Mention(new TextSpan(16, 20), MentionKind.Name, EntityType.Person, 1, 4, 5)]);
        Assert.Equal(2, Assert.Single(entities).Mentions.Length);
    }

    [Fact]
    public void QuotesAlone()
    {
        const string Text = "\"The bridge is safe,\" Anna Berg said on Monday.";
        Attribution quote = Assert.Single(new QuoteFinder().Find(Text));
        Assert.Equal(("\"The bridge is safe,\"", "said", "Anna Berg"), (quote.Content[0].Of(Text), quote.Cue!.Value.Of(Text), quote.Source!.Value.Of(Text)));
    }
}
