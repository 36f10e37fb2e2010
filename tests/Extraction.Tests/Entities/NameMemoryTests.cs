namespace Extraction.Tests.Entities;

/// <summary>What the second pass hears of a word from its other places.</summary>
public class NameMemoryTests
{
    [Fact]
    public void TellsWhatAWordMayBeElsewhereAndLeavesTheAskersOwnVoteOut()
    {
        EntityScratch scratch = FirstPass("Grace Otieno won the seat. Otieno thanked the voters of Kisumu.");
        int second = PlaceOf(scratch, 1, "Otieno");
        Piece piece = scratch.Pieces[second];
        Assert.True(scratch.Memory.TryFind(piece.Lower, scratch.First[second], out LabelVotes others));
        Assert.True(others[EntityLabels.Of(EntityLabels.Person, EntityLabels.Last)] > 0.5f, "the longer name's vote is missing");
        Assert.True(others[EntityLabels.Of(EntityLabels.Person, EntityLabels.Single)] < 0.05f, "its own vote is heard");
    }

    [Fact]
    public void HearsNothingOfAWordThatStandsOnce()
    {
        EntityScratch scratch = FirstPass("Grace Otieno won the seat. Otieno thanked the voters of Kisumu.");
        int only = PlaceOf(scratch, 0, "Kisumu");
        Assert.True(scratch.Memory.TryFind(scratch.Pieces[only].Lower, scratch.First[only], out LabelVotes others));
        for (int label = 0; label < EntityLabels.LabelCount; label++)
        {
            Assert.Equal(0, others[label], 0.001f);
        }
    }

    [Fact]
    public void KnowsThePiecesOfAMentionAndTheMentionAfterOneOutside()
    {
        EntityScratch scratch = FirstPass("Grace Otieno of the Lake Region Alliance left for Kisumu.");
        foreach ((FoundMention mention, int number) in scratch.FirstFound.Select((m, n) => (m, n)))
        {
            for (int i = mention.First; i < mention.End; i++)
            {
                Assert.Equal(number, scratch.First[i].Mention);
                Assert.NotEqual(EntityLabels.Outside, scratch.First[i].Label);
            }
        }
    }

    [Theory]
    [InlineData("US Secretary of State Paula Grech arrived.", "Secretary", true)]
    [InlineData("US Secretary of State Paula Grech arrived.", "Grech", false)]
    [InlineData("Minister Paula Grech arrived.", "Minister", false)]
    public void KnowsTitlesOfSeveralWords(string text, string word, bool title)
    {
        EntityScratch scratch = FirstPass(text);
        Assert.Equal(title, SpanRules.IsTitle(scratch.Pieces[PlaceOf(scratch, 0, word)]));
    }

    private static EntityScratch FirstPass(string text)
    {
        var stage = new FirstPassStage();
        new ExtractionPipelineBuilder().AddTokens().AddSentences().Add(stage).Build().Extract(new Article(text));
        stage.Scratch.Memory.Collect(text, stage.Scratch);
        return stage.Scratch;
    }

    private static int PlaceOf(EntityScratch scratch, int skip, string word) =>
        Enumerable.Range(0, scratch.Count).Where(i => scratch.Pieces[i].Lower == TextHash.Lower(word)).ElementAt(skip);

    private sealed class FirstPassStage : IExtractionStage
    {
        public EntityScratch Scratch { get; } = new();

        public StageContract Contract { get; } = StageContract.Named("first pass").Needs(Layers.Tokens, Layers.Sentences);

        public void Run(ExtractionContext context)
        {
            var recognizer = new ChainRecognizer(EntityModel.Default);
            recognizer.Read(context.Text, context.Get(Layers.Tokens).Span, context.Get(Layers.Sentences).AsSpan(), [], Scratch, CancellationToken.None);
            recognizer.FirstPass(context.Text, Scratch, CancellationToken.None);
        }
    }
}
