using System.Text;

namespace Extraction.Tests.Pipeline;

/// <summary>Articles made up from a seed, long enough to keep every stage busy.</summary>
internal static class SampleTexts
{
    private static readonly string[] People = ["Anna Berg", "Prime Minister Tomas Novak", "Dr. Li Wei", "Fatou Diallo", "Sir Owen Price"];
    private static readonly string[] Places = ["Geneva", "Nairobi", "New Delhi", "Lima", "the Danube"];
    private static readonly string[] Times = ["on Monday", "last week", "on 3 May 2021", "three years ago", "at 5 p.m."];
    private static readonly string[] Sayings = ["We will not yield", "The bridge is safe", "Nobody asked us", "It was a long night"];

    public static string[] Make(int count) => [.. Enumerable.Range(0, count).Select(Article)];

    private static string Article(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(" date 2021-05-04 English\nCouncil meets again\n\n");
        for (int i = 0; i < 12; i++)
        {
            string who = People[random.Next(People.Length)];
            text.Append(who).Append(" spoke in ").Append(Places[random.Next(Places.Length)]).Append(' ').Append(Times[random.Next(Times.Length)])
                .Append(". \"").Append(Sayings[random.Next(Sayings.Length)]).Append(",\" said ").Append(who.Split(' ')[^1]).Append(". He added that the U.S. agreed.\n\n");
        }

        return text.ToString();
    }
}
