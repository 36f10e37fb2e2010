namespace Extraction;

/// <summary>Numbered and lettered lists in running text: <c>1.) The first item 2.) The second item</c>, <c>(a) … (b) …</c>, <c>• 9. … • 10. …</c>.</summary>
internal static class ListMarkers
{
    private const int LargestRoman = 30;

    /// <summary>How a marker is written; all markers of a list are written alike.</summary>
    internal enum Style : byte
    {
        Number = 1,
        LowerLetter = 2,
        UpperLetter = 3,
        Roman = 4,
        WithStop = 8,
        WithBracket = 16,
        InBrackets = 32,
        AfterBullet = 64,
    }

    /// <summary>A marker: where it stands, its value and its style.</summary>
    internal readonly record struct Marker(int Start, int End, int Value, Style Style);

    /// <summary>Finds the marker that opens a list: at the start of a paragraph any, at the start of a later sentence the first of its kind (<c>He has three rules. a. Walk b. Sleep c. Eat</c>).</summary>
    public static bool TryFind(ReadOnlySpan<char> text, int start, int end, List<int> cuts, out Marker marker)
    {
        if (TryRead(text, start, end, roman: null, out marker))
        {
            return true;
        }

        foreach (int cut in cuts)
        {
            int next = cut;
            while (next < end && CharClasses.IsSpace(text[next]))
            {
                next++;
            }

            if (next < end && TryRead(text, next, end, roman: null, out marker) && marker.Value == 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts cuts before the further items of the list that <paramref name="first"/> opens, and takes away those inside markers. One pass.</summary>
    public static void CutItems(ReadOnlySpan<char> text, int end, Marker first, SentenceScratch scratch)
    {
        List<int> cuts = scratch.Cuts;
        List<int> merged = scratch.OtherCuts;
        merged.Clear();
        int next = 0;
        int expected = first.Value + 1;
        bool found = false;
        for (int i = first.End; i < end; i++)
        {
            if (!CharClasses.IsSpace(text[i - 1]) || CharClasses.IsSpace(text[i]) || !TryRead(text, i, end, (first.Style & Style.Roman) != 0, out Marker marker) || marker.Style != first.Style || marker.Value != expected)
            {
                continue;
            }

            while (next < cuts.Count && cuts[next] <= marker.Start)
            {
                Keep(cuts[next++], first, found, merged);
            }

            merged.Add(marker.Start);
            while (next < cuts.Count && cuts[next] <= marker.End)
            {
                next++;
            }

            found = true;
            expected++;
            i = marker.End;
        }

        if (!found)
        {
            return;
        }

        while (next < cuts.Count)
        {
            Keep(cuts[next++], first, found, merged);
        }

        cuts.Clear();
        cuts.AddRange(merged);
    }

    private static void Keep(int cut, Marker first, bool found, List<int> merged)
    {
        if (cut <= first.Start || cut > first.End || found)
        {
            merged.Add(cut);
        }
    }

    private static bool TryRead(ReadOnlySpan<char> text, int start, int end, bool? roman, out Marker marker)
    {
        marker = default;
        int i = start;
        Style style = 0;
        if (i < end && text[i] is '•' or '⁃' or '·' or '*' or '●' or '▪')
        {
            style |= Style.AfterBullet;
            i++;
            if (i < end && text[i] == ' ')
            {
                i++;
            }
        }

        if (i < end && text[i] == '(')
        {
            style |= Style.InBrackets;
            i++;
        }

        int word = i;
        while (i < end && i - word < 5 && char.IsAsciiLetterOrDigit(text[i]))
        {
            i++;
        }

        // A first marker 'i' opens a Roman list: no list of letters begins with it.
        if (!TryValue(text[word..i], roman ?? text[word..i] is "i", out int value, out Style kind))
        {
            return false;
        }

        style |= kind;
        if (i < end && text[i] == '.')
        {
            style |= Style.WithStop;
            i++;
        }

        if (i < end && text[i] == ')')
        {
            style |= Style.WithBracket;
            i++;
        }

        // "A. Smith and B. Jones" is no list; neither is "(A. Smith)" nor a word without mark.
        bool marked = (style & Style.WithBracket) != 0 || ((style & Style.WithStop) != 0 && (style & Style.InBrackets) == 0 && kind is Style.Number or Style.LowerLetter);
        if (!marked || i >= end || !CharClasses.IsSpace(text[i]))
        {
            return false;
        }

        marker = new Marker(start, i, value, style);
        return true;
    }

    private static bool TryValue(ReadOnlySpan<char> word, bool roman, out int value, out Style kind)
    {
        value = 0;
        kind = 0;
        if (word.IsEmpty)
        {
            return false;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            kind = Style.Number;
            foreach (char c in word)
            {
                if (!char.IsAsciiDigit(c))
                {
                    return false;
                }

                value = (value * 10) + (c - '0');
            }

            return word.Length <= 3;
        }

        if (roman)
        {
            kind = Style.Roman;
            value = Roman(word);
            return value is > 0 and <= LargestRoman;
        }

        kind = char.IsAsciiLetterLower(word[0]) ? Style.LowerLetter : Style.UpperLetter;
        value = char.ToLowerInvariant(word[0]) - 'a' + 1;
        return word.Length == 1;
    }

    private static int Roman(ReadOnlySpan<char> word)
    {
        int sum = 0;
        int last = 0;
        for (int i = word.Length - 1; i >= 0; i--)
        {
            int digit = word[i] switch { 'i' => 1, 'v' => 5, 'x' => 10, _ => 0 };
            if (digit == 0)
            {
                return 0;
            }

            sum += digit < last ? -digit : digit;
            last = Math.Max(last, digit);
        }

        return sum;
    }
}
