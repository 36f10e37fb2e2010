namespace Extraction.Tests.Text;

public class KeyMapTests
{
    [Fact]
    public void KeepsAValueForEachKeyFromClearToClear()
    {
        var random = new Random(3);
        var map = new KeyMap();
        for (int article = 0; article < 20; article++)
        {
            map.Clear(article % 3 * 100);
            var expected = new Dictionary<ulong, int>();
            for (int i = 0; i < random.Next(2000); i++)
            {
                ulong key = (ulong)random.Next(500) << 24;
                ref int place = ref map.Place(key, out bool added);
                Assert.Equal(!expected.ContainsKey(key), added);
                place = expected[key] = i;
            }

            for (ulong k = 0; k < 600; k++)
            {
                Assert.Equal(expected.GetValueOrDefault(k << 24, -1), map.Find(k << 24));
            }
        }
    }
}
