namespace Extraction;

/// <summary>Gives the stamps of a page what they leave to one another: the order of day and month in numbers, the year, the date of a clock time, the offset of a zone.</summary>
internal static class TimestampResolver
{
    private const int MostCompared = 64;

    /// <summary>Completes the stamps of one page in place.</summary>
    /// <param name="stamps">All stamps of the page's furniture, in text order.</param>
    /// <param name="monthFirstVotes">Evidence from outside the furniture that the page writes the month first; negative where it writes the day first.</param>
    public static void Resolve(Span<Timestamp> stamps, int monthFirstVotes)
    {
        Order(stamps, monthFirstVotes);
        Years(stamps);
        int last = -1;
        for (int i = 0; i < stamps.Length; i++)
        {
            ref Timestamp stamp = ref stamps[i];
            if (stamp.HasDate)
            {
                last = stamp.Role == TimestampRole.Copyright ? last : i;
            }
            else if (stamp.Month < 0 && stamp.HasClock)
            {
                int source = last >= 0 ? last : Next(stamps, i);
                if (source >= 0)
                {
                    (stamp.Year, stamp.Month, stamp.Day) = (stamps[source].Year, stamps[source].Month, stamps[source].Day);
                    stamp.IsDateInherited = true;
                }
            }

            if (stamp.HasDate && stamp.HasClock && stamp.Zone.IsKnown)
            {
                stamp.OffsetMinutes = stamp.Zone.OffsetOn(stamp.Year, stamp.Month, stamp.Day);
            }
        }
    }

    /// <summary>Adds up the page's own evidence for the order of numeric dates: positive for month first.</summary>
    public static int OrderVotes(ReadOnlySpan<Timestamp> stamps)
    {
        int votes = 0;
        // The first stamps tell enough, and comparing each with each must not grow with the page.
        stamps = stamps[..Math.Min(stamps.Length, MostCompared)];
        foreach (ref readonly Timestamp stamp in stamps)
        {
            if (stamp.Zone.IsKnown)
            {
                votes += stamp.Zone.IsUnitedStates ? 2 : -2;
            }

            if (stamp.FirstNumber == 0)
            {
                continue;
            }

            if (!stamp.IsOrderAmbiguous)
            {
                votes += stamp.FirstNumber == stamp.SecondNumber ? 0 : stamp.SecondNumber > 12 ? 4 : -4;
                continue;
            }

            // '11/6/08 5:36 PM' is how American programs write it: no zeros, and a clock of twelve hours.
            votes += stamp.IsAmericanForm ? 2 : 0;

            // 'Monday 12/10/2009' was a Monday only in October.
            if (stamp.Weekday > 0)
            {
                bool day = IsWeekday(stamp.Year, stamp.SecondNumber, stamp.FirstNumber, stamp.Weekday);
                bool month = IsWeekday(stamp.Year, stamp.FirstNumber, stamp.SecondNumber, stamp.Weekday);
                votes += day == month ? 0 : month ? 4 : -4;
            }

            // Another stamp of the page, written with the month's name, is rarely more than a few days away.
            foreach (ref readonly Timestamp other in stamps)
            {
                if (other is { HasDate: true, FirstNumber: 0 })
                {
                    int day = Distance(other, stamp.Year, stamp.SecondNumber, stamp.FirstNumber);
                    int month = Distance(other, stamp.Year, stamp.FirstNumber, stamp.SecondNumber);
                    votes += Math.Min(day, month) > 7 ? 0 : month < day ? 4 : -4;
                }
            }
        }

        return votes;
    }

    private static void Order(Span<Timestamp> stamps, int votes)
    {
        bool ambiguous = false;
        foreach (ref readonly Timestamp stamp in stamps)
        {
            ambiguous |= stamp.IsOrderAmbiguous;
        }

        if (!ambiguous)
        {
            return;
        }

        votes += OrderVotes(stamps);
        foreach (ref Timestamp stamp in stamps)
        {
            if (stamp.IsOrderAmbiguous)
            {
                (stamp.Month, stamp.Day) = votes > 0 ? (stamp.FirstNumber, stamp.SecondNumber) : (stamp.SecondNumber, stamp.FirstNumber);
                stamp.IsOrderAmbiguous = Math.Abs(votes) < 2;
            }
        }
    }

    // 'Jul 20, 5:42 PM EDT' takes its year from another stamp, else from the copyright line.
    private static void Years(Span<Timestamp> stamps)
    {
        int year = -1;
        int copyright = -1;
        foreach (ref readonly Timestamp stamp in stamps)
        {
            if (stamp.Role == TimestampRole.Copyright)
            {
                copyright = Math.Max(copyright, stamp.Year);
            }
            else if (stamp.Year > 0 && year < 0)
            {
                year = stamp.Year;
            }
        }

        year = year < 0 ? copyright : year;
        foreach (ref Timestamp stamp in stamps)
        {
            if (year > 0 && stamp is { Year: < 0, Month: > 0 } && stamp.Day <= DateTime.DaysInMonth(year, stamp.Month))
            {
                stamp.Year = year;
                stamp.IsYearInherited = true;
            }
        }
    }

    private static int Next(ReadOnlySpan<Timestamp> stamps, int i)
    {
        for (int k = i + 1; k < Math.Min(stamps.Length, i + 16); k++)
        {
            if (stamps[k].HasDate && stamps[k].Role != TimestampRole.Copyright)
            {
                return k;
            }
        }

        return -1;
    }

    private static bool IsWeekday(int year, int month, int day, int weekday) =>
        day <= DateTime.DaysInMonth(year, month) && ((int)new DateOnly(year, month, day).DayOfWeek + 6) % 7 == weekday - 1;

    private static int Distance(in Timestamp other, int year, int month, int day) =>
        day > DateTime.DaysInMonth(year, month) ? int.MaxValue : Math.Abs(new DateOnly(year, month, day).DayNumber - new DateOnly(other.Year, other.Month, other.Day).DayNumber);
}
