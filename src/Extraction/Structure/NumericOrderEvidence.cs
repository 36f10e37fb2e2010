namespace Extraction;

/// <summary>Evidence from the running text for the order of day and month in the page's numeric dates.</summary>
internal static class NumericOrderEvidence
{
    /// <summary>A story's dates are mostly within this many days of its publication.</summary>
    private const int Near = 12;

    private const int MostTokens = 20_000;

    /// <summary>Positive where the text speaks for the month first, negative for the day first; 0 where no stamp is in doubt.</summary>
    public static int Votes(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Timestamp> stamps)
    {
        int doubtful = 0;
        while (doubtful < stamps.Length && !stamps[doubtful].IsOrderAmbiguous)
        {
            doubtful++;
        }

        if (doubtful == stamps.Length)
        {
            return 0;
        }

        // 05/04/2021 above 'KUWAIT CITY, April 5: …' is the fifth of April.
        (int a, int b) = (stamps[doubtful].FirstNumber, stamps[doubtful].SecondNumber);
        int votes = 0;
        for (int i = 0; i < Math.Min(tokens.Length, MostTokens); i++)
        {
            int month = Month(text, tokens[i]);
            if (month == 0)
            {
                continue;
            }

            // 'April 5' and '5 April'; a month alone votes, too, but less.
            int day = i + 1 < tokens.Length ? Day(text, tokens[i + 1]) : 0;
            bool dayFirst = false;
            if (day == 0 && i > 0)
            {
                day = Day(text, tokens[i - 1]);
                dayFirst = day > 0;
            }

            if (day == 0)
            {
                votes += month == a ? 1 : month == b ? -1 : 0;
                continue;
            }

            // A page that writes '5 April' also writes 5/4.
            votes += dayFirst ? -1 : 1;
            int asMonthFirst = Distance(month, day, a, b);
            int asDayFirst = Distance(month, day, b, a);
            votes += Math.Min(asMonthFirst, asDayFirst) > Near ? 0 : asMonthFirst < asDayFirst ? 3 : -3;
        }

        return Math.Clamp(votes, -12, 12);
    }

    private static int Distance(int month, int day, int otherMonth, int otherDay)
    {
        int days = Math.Abs((month * 30) + day - ((otherMonth * 30) + otherDay));
        return Math.Min(days, 360 - days);
    }

    private static int Day(ReadOnlySpan<char> text, Token token)
    {
        if (token.Kind != TokenKind.Number || token.Length > 4)
        {
            return 0;
        }

        int day = 0;
        foreach (char c in token.In(text))
        {
            if (!char.IsAsciiDigit(c))
            {
                break;
            }

            day = (day * 10) + (c - '0');
        }

        return day is >= 1 and <= 31 ? day : 0;
    }

    private static int Month(ReadOnlySpan<char> text, Token token)
    {
        if (!token.Has(TokenFlags.Capitalized) || token.Length is < 3 or > 9)
        {
            return 0;
        }

        ReadOnlySpan<char> word = token.In(text).TrimEnd('.');
        Span<char> lower = stackalloc char[9];
        for (int k = 0; k < word.Length; k++)
        {
            lower[k] = TextHash.Fold(word[k]);
        }

        return lower[..word.Length] switch
        {
            "january" or "jan" => 1,
            "february" or "feb" => 2,
            "march" or "mar" => 3,
            "april" or "apr" => 4,
            "june" => 6,
            "july" => 7,
            "august" or "aug" => 8,
            "september" or "sept" or "sep" => 9,
            "october" or "oct" => 10,
            "november" or "nov" => 11,
            "december" or "dec" => 12,
            "may" => 5,
            _ => 0,
        };
    }
}
