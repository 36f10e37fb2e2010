using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Extraction.Tests.Coreference;

[Collection(Robustness.Alone.Name)]
public class EntityLinkerTests
{
    private static readonly EntityLinker Linker = new();

    [Fact]
    public void LinksNothingWhereNothingIsNamed() => Assert.Empty(Linker.Link("Nobody was there.", []));

    [Fact]
    public void LeavesOutSpansOutsideTheText()
    {
        ImmutableArray<Entity> entities = Linker.Link("Cork", [Name(0, 4, EntityType.Gpe), Name(2, 9, EntityType.Gpe), Name(3, 3, EntityType.Gpe), Name(-1, 2, EntityType.Gpe)]);
        Assert.Equal("Cork", Assert.Single(Assert.Single(entities).Mentions).Span.Of("Cork"));
    }

    [Fact]
    public void NumbersEntitiesInOrderOfFirstMention()
    {
        const string Text = "Ann met Bob. Bob met Ann.";
        ImmutableArray<Entity> entities = Linker.Link(Text, [Name(13, 16, EntityType.Person), Name(0, 3, EntityType.Person), Name(8, 11, EntityType.Person), Name(21, 24, EntityType.Person)]);
        Assert.Equal(["e1", "e2"], entities.Select(e => e.Id));
        Assert.Equal(["Ann", "Bob"], entities.Select(e => e.Name));
        Assert.All(entities, e => Assert.Equal(e.Mentions.OrderBy(m => m.Span), e.Mentions));
    }

    [Fact]
    public void TakesTheTypeOfTheSurerMentions()
    {
        const string Text = "Cork and Cork and Cork";
        ImmutableArray<Entity> entities = Linker.Link(Text,
            [Name(0, 4, EntityType.Organization) with { Confidence = 0.4f }, Name(9, 13, EntityType.Gpe) with { Confidence = 0.9f }, Name(18, 22, EntityType.Organization) with { Confidence = 0.3f }]);
        Assert.Equal(EntityType.Gpe, Assert.Single(entities).Type);
    }

    [Fact]
    public void TakesAUsersAliases()
    {
        const string Text = "Banco do Norte rose. Oporto fell.";
        Mention[] mentions = [Name(0, 14, EntityType.Organization), Name(21, 27, EntityType.Organization)];
        var options = new LinkingOptions { Aliases = { new[] { "banco do norte", "OPORTO" } } };
        Assert.Equal(2, Linker.Link(Text, mentions).Length);
        Assert.Equal("Banco do Norte", Assert.Single(new EntityLinker(options).Link(Text, mentions)).Name);
    }

    [Fact]
    public void LeavesTitlesOutWhereToldSo()
    {
        const string Text = "Mayor Ann Brand spoke. The mayor left.";
        Mention[] mentions = [Name(6, 15, EntityType.Person)];
        Assert.Equal(MentionKind.Title, Assert.Single(Linker.Link(Text, mentions)).Mentions[^1].Kind);
        Assert.Single(Assert.Single(new EntityLinker(new LinkingOptions { LinkTitles = false }).Link(Text, mentions)).Mentions);
    }

    [Fact]
    public void LetsAnUnsureReadingGiveWayToASureOne()
    {
        const string Text = "Filippo Ayala spoke. Ayala left. Ayala returned.";
        ImmutableArray<Entity> entities = Linker.Link(Text,
            [Name(0, 13, EntityType.Person), Name(21, 26, EntityType.Gpe) with { Confidence = 0.4f }, Name(33, 38, EntityType.Person)]);
        Assert.Equal(EntityType.Person, Assert.Single(entities).Type);
    }

    /// <summary>Of eight names behind a team's, three that were read as people make people of the others; of a list of towns none does.</summary>
    [Theory]
    [InlineData("Lemvik: ", 3, 8)]
    [InlineData("Lemvik (4-4-2): ", 3, 8)]
    [InlineData("Lemvik: ", 2, 2)]
    [InlineData("Lemvik ", 3, 3)]
    public void ReadsLineUps(string team, int read, int people)
    {
        string[] players = ["Aldous", "Brindle", "Carrow", "Dunmore", "Erskine", "Falder", "Garrick", "Holloway"];
        string text = team + string.Join(", ", players) + ".";
        IEnumerable<Mention> mentions = players.Select((p, i) =>
        {
            int start = text.IndexOf(p, StringComparison.Ordinal);
            return Name(start, start + p.Length, i < read ? EntityType.Person : EntityType.Gpe);
        });
        ImmutableArray<Entity> entities = Linker.Link(text, mentions.Append(Name(0, 6, EntityType.Organization)));
        Assert.Equal(people, entities.Count(e => e.Type == EntityType.Person));
        Assert.Equal("Lemvik", Assert.Single(entities, e => e.Type == EntityType.Organization).Name);
    }

    [Fact]
    public void KeepsTwoSureReadingsApart()
    {
        const string Text = "George Washington slept. Washington voted in Washington.";
        ImmutableArray<Entity> entities = Linker.Link(Text,
            [Name(0, 17, EntityType.Person), Name(25, 35, EntityType.Person), Name(45, 55, EntityType.Gpe) with { Confidence = 0.95f }]);
        Assert.Equal([EntityType.Person, EntityType.Gpe], entities.Select(e => e.Type));
    }

    [Fact]
    public void KeepsAUsersOwnTypes()
    {
        const string Text = "The Zyx gene, again Zyx.";
        Entity entity = Assert.Single(Linker.Link(Text, [Name(4, 7, new EntityType("gene")), Name(20, 23, new EntityType("gene"))]));
        Assert.Equal("gene", entity.Type.Name);
        Assert.Equal(2, entity.Mentions.Length);
    }

    [Theory]
    [InlineData("\0\0\0\0")]
    [InlineData("\ud800\ud800 \udc00x")]
    [InlineData("@@@@ @_ @.")]
    [InlineData("'' ''s 's ’s")]
    [InlineData("-- --- - -a a- a-b-c-d-e-f-g")]
    [InlineData(", , , the the the of of of 's 's")]
    [InlineData("the secretary of the secretary of the secretary of")]
    [InlineData("((((((((())))))))) [[[ ]]]")]
    [InlineData("\u0301\u0301\u0301 \u202e\u200b\ufeff")]
    [InlineData("......... A.B.C.D.E.F.G.H. Mr. Mr. Mr.")]
    public void NeverThrowsForAnyText(string text)
    {
        for (int length = 1; length <= text.Length; length++)
        {
            foreach (EntityType type in (EntityType[])[EntityType.Person, EntityType.Organization, EntityType.Norp, default])
            {
                IEnumerable<Mention> mentions = Enumerable.Range(0, text.Length - length + 1).Select(i => Name(i, i + length, type) with { Kind = (MentionKind)(i % 2) });
                int count = mentions.Count();
                ImmutableArray<Entity> entities = Linker.Link(text, mentions);
                Assert.Equal(count, entities.Sum(e => e.Mentions.Count(m => m.Kind != MentionKind.Title)));
            }
        }
    }

    [Fact]
    public void GivesTheSameResultEveryTime()
    {
        (string text, List<Mention> mentions) = Many(500, i => i % 7 == 0 ? $"Ann Brand{i % 13}" : $"Brand{i % 13}");
        string first = Describe(Linker.Link(text, mentions));
        Assert.Equal(first, Describe(new EntityLinker().Link(text, mentions)));
        mentions.Reverse();
        Assert.Equal(first, Describe(Linker.Link(text, mentions)));
    }

    [Fact]
    public void SharesALinkerBetweenThreads()
    {
        (string text, List<Mention> mentions) = Many(300, i => $"Ann Brand{i % 17}");
        string expected = Describe(Linker.Link(text, mentions));
        string[] results = new string[16];
        Parallel.For(0, results.Length, i => results[i] = Describe(Linker.Link(text, mentions)));
        Assert.All(results, r => Assert.Equal(expected, r));
    }

    [Theory]
    [InlineData("all different")]
    [InlineData("one family")]
    [InlineData("one name")]
    [InlineData("near spellings")]
    [InlineData("handles")]
    [InlineData("roles")]
    [InlineData("acronyms")]
    [Trait("Category", "Slow")]
    public void TakesTimeInProportionToTheNumberOfMentions(string kind)
    {
        Func<int, string> name = kind switch
        {
            "all different" => i => $"Ann{Letters(i)} Brand{Letters(i * 7)}",
            "one family" => i => i % 2 == 0 ? $"Ann{Letters(i)} Brand" : "Brand",
            "near spellings" => i => $"Brandenb{Letters(i)}",
            "handles" => i => $"@SecretaryBrandenb{Letters(i)}",
            "acronyms" => i => i % 2 == 0 ? "ABC" : $"Albion Bread Company{Letters(i)}",
            _ => _ => "Ann Brand",
        };
        string between = kind == "roles" ? " said the minister of the state of the minister, the deputy minister " : " met ";
        EntityType type = kind == "acronyms" ? EntityType.Organization : EntityType.Person;
        (string smallText, List<Mention> small) = Many(10_000, name, between, type);
        (string largeText, List<Mention> large) = Many(40_000, name, between, type);
        Linker.Link(smallText, small);
        double smallTime = Enumerable.Range(0, 3).Min(_ => Time(smallText, small));
        double largeTime = Enumerable.Range(0, 3).Min(_ => Time(largeText, large));

        // Four times the mentions: sixteen times the time would be quadratic.
        Assert.True(largeTime < 9 * Math.Max(smallTime, 5), $"{kind}: {smallTime:F1} ms, then {largeTime:F1} ms");
    }

    private static double Time(string text, List<Mention> mentions)
    {
        var watch = Stopwatch.StartNew();
        Linker.Link(text, mentions);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static string Letters(int number)
    {
        var letters = new StringBuilder();
        for (; number > 0; number /= 26)
        {
            letters.Append((char)('a' + (number % 26)));
        }

        return letters.ToString();
    }

    private static (string Text, List<Mention> Mentions) Many(int count, Func<int, string> name, string between = " met ", EntityType? type = null)
    {
        var text = new StringBuilder();
        var mentions = new List<Mention>();
        for (int i = 0; i < count; i++)
        {
            string word = name(i);
            mentions.Add(Name(text.Length, text.Length + word.Length, type ?? EntityType.Person) with { Kind = word[0] == '@' ? MentionKind.Handle : MentionKind.Name });
            text.Append(word).Append(between);
        }

        return (text.ToString(), mentions);
    }

    private static Mention Name(int start, int end, EntityType type) => new(new TextSpan(start, end), MentionKind.Name, type, 0.9f, -1, -1);

    private static string Describe(ImmutableArray<Entity> entities) =>
        string.Join('\n', entities.Select(e => $"{e.Id} {e.Type} {e.Name} {string.Join(';', e.Roles)} {e.Gender} {e.Country} {string.Join(' ', e.Mentions.Select(m => m.Span))}"));
}
