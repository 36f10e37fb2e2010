using System.Collections.Immutable;

namespace Extraction.Tests.Coreference;

public class LinkingCaseTests
{
    private static readonly ImmutableArray<LinkingCase> Cases = [.. LinkingCase.ReadAll()];
    private static readonly EntityLinker Linker = new();

    public static TheoryData<string> Texts() => [.. Cases.Select((c, i) => $"{i}: {c.Text}")];

    [Theory]
    [MemberData(nameof(Texts))]
    public void LinksAsTheCaseSays(string text)
    {
        LinkingCase @case = Cases[int.Parse(text[..text.IndexOf(':', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)];
        string? difference = Difference(@case);
        if (@case.NotYet)
        {
            Assert.True(difference is not null, "This case passes now: take the mark 'not yet' off.");
        }
        else
        {
            Assert.True(difference is null, difference);
        }
    }

    [Fact]
    public void ThereAreCasesOfEveryKind()
    {
        Assert.True(Cases.Length >= 120, $"{Cases.Length} cases");
        foreach (string kind in (string[])["name", "roles", "gender", "country", "title"])
        {
            Assert.Contains(Cases, c => c.Expected.Any(e => e.What == kind));
        }
    }

    private static string? Difference(LinkingCase @case)
    {
        ImmutableArray<Entity> entities = Linker.Link(@case.Text, @case.Names.Select(n =>
            new Mention(n.Span, @case.Text[n.Span.Start] == '@' ? MentionKind.Handle : MentionKind.Name, n.Type, 0.9f, -1, -1)));
        string expected = Groups(@case.Text, @case.Names.GroupBy(n => n.Entity).Select(g => g.Select(n => n.Span)));
        string actual = Groups(@case.Text, entities.Select(e => e.Mentions.Where(m => m.Kind != MentionKind.Title).Select(m => m.Span)));
        if (expected != actual)
        {
            return $"expected {expected}\nbut was  {actual}";
        }

        foreach ((string what, int number, string value) in @case.Expected)
        {
            Entity entity = EntityOf(@case, entities, number);
            string found = what switch
            {
                "name" => entity.Name,
                "roles" => entity.Roles.IsEmpty ? "none" : string.Join("; ", entity.Roles),
                "gender" => entity.Gender switch { Gender.Male => "male", Gender.Female => "female", _ => "none" },
                "country" => entity.Country ?? "none",
                "title" => Titles(@case.Text, entity),
                _ => throw new FormatException($"Unknown expectation '{what}'."),
            };
            if (found != value)
            {
                return $"{what} of {entity.Name}: expected '{value}' but was '{found}'";
            }
        }

        foreach (Entity entity in entities)
        {
            if (Titles(@case.Text, entity) is { Length: > 0 } titles && !@case.Expected.Any(e => e.What == "title" && EntityOf(@case, entities, e.Entity) == entity))
            {
                return $"'{titles}' is linked to {entity.Name}";
            }
        }

        return null;
    }

    private static Entity EntityOf(LinkingCase @case, ImmutableArray<Entity> entities, int number)
    {
        TextSpan span = @case.Names.First(n => n.Entity == number).Span;
        return entities.First(e => e.Mentions.Any(m => m.Span == span));
    }

    private static string Titles(string text, Entity entity) =>
        string.Join("; ", entity.Mentions.Where(m => m.Kind == MentionKind.Title).Select(m => m.Span.Of(text)));

    private static string Groups(string text, IEnumerable<IEnumerable<TextSpan>> groups) =>
        string.Join(" / ", groups.Select(g => g.Order().ToArray()).OrderBy(g => g[0]).Select(g => string.Join(" = ", g.Select(s => s.Of(text)))));
}
