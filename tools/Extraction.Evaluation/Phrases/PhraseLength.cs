using System.Globalization;

namespace Extraction.Evaluation.Phrases;

/// <summary>Lengths as ISO 8601 writes them, fractions included, as months and seconds: <c>PT1.5H</c> and <c>PT1H30M</c> are one.</summary>
internal static class PhraseLength
{
    public static bool TryParse(string text, out (double Months, double Seconds) length)
    {
        length = default;
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        bool time = false;
        int start = 1;
        for (int i = 1; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c) || c == '.')
            {
                continue;
            }

            if (c == 'T')
            {
                time = true;
                start = i + 1;
                continue;
            }

            if (!double.TryParse(text[start..i], CultureInfo.InvariantCulture, out double number))
            {
                return false;
            }

            start = i + 1;
            switch (c)
            {
                case 'Y': length.Months += 12 * number; break;
                case 'M' when !time: length.Months += number; break;
                case 'W': length.Seconds += 604_800 * number; break;
                case 'D': length.Seconds += 86_400 * number; break;
                case 'H': length.Seconds += 3_600 * number; break;
                case 'M': length.Seconds += 60 * number; break;
                case 'S': length.Seconds += number; break;
                default: return false;
            }
        }

        return start == text.Length;
    }
}
