using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>
/// One date, clock time or both on a line of furniture, parsed but not yet placed: a stamp without a year or without a date takes them from its neighbours
/// (<see cref="TimestampResolver"/>). Unknown numbers are -1.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct Timestamp
{
    /// <summary>A stamp that knows nothing yet.</summary>
    public Timestamp() => (Year, Month, Day, Weekday, Hour, Minute, Second) = (-1, -1, -1, -1, -1, -1, -1);

    /// <summary>Date and clock time with what stands between them, zone included, label excluded.</summary>
    public TextSpan Span;

    /// <summary>The date alone; empty where there is none.</summary>
    public TextSpan DateSpan;

    /// <summary>The clock time alone with its zone; empty where there is none.</summary>
    public TextSpan ClockSpan;

    /// <summary>Label and stamp: <c>first published: Feb 25, 2022 06:53 am</c>; equal to <see cref="Span"/> where there is no label.</summary>
    public TextSpan LabelledSpan;

    /// <summary>What the label says.</summary>
    public TimestampRole Role;

    /// <summary>Four digits, also where the page writes two.</summary>
    public int Year;

    /// <summary>1 to 12.</summary>
    public int Month;

    /// <summary>1 to 31; never February 31.</summary>
    public int Day;

    /// <summary>1 (Monday) to 7, as written; not checked against the date.</summary>
    public int Weekday;

    /// <summary>0 to 23.</summary>
    public int Hour;

    /// <summary>0 to 59.</summary>
    public int Minute;

    /// <summary>0 to 59.</summary>
    public int Second;

    /// <summary>The zone as written; <see cref="TimestampZone.None"/> where none is.</summary>
    public TimestampZone Zone;

    /// <summary>Offset from UTC in minutes, once the date is known; null where the page tells no zone.</summary>
    public short? OffsetMinutes;

    /// <summary>Offset of another stamp of the same page, for a clock time without a zone; part of the publication time, not of the stamp's own value.</summary>
    public short? SharedOffsetMinutes;

    /// <summary>Stands in a line of junk or in a note, and counts only where nothing better does.</summary>
    public bool IsJunk;

    /// <summary>The zone's abbreviation stands for several zones, as IST for India, Israel and Ireland; the offset is that of the most frequent in English-language news.</summary>
    public bool IsZoneAmbiguous;

    /// <summary>Both numbers could be the month, as in <c>07/08/2021</c>, and only the page's evidence or the default decided.</summary>
    public bool IsOrderAmbiguous;

    /// <summary>Numbers without leading zeros, strokes and a clock with am or pm: <c>11/6/08 5:36 PM</c>.</summary>
    public bool IsAmericanForm;

    /// <summary>The date was not written with this stamp but taken from a neighbour: <c>Published 28/04/2016 | UPDATED 07:31</c>.</summary>
    public bool IsDateInherited;

    /// <summary>The day is named from the day of reading: 'Today at 6:20 PM' (0), 'Yesterday, 18:05' (-1); null elsewhere.</summary>
    public sbyte? RelativeDay;

    /// <summary>The year was not written with this stamp: <c>Jul 20, 5:42 PM EDT</c> above <c>© 2010</c>.</summary>
    public bool IsYearInherited;

    /// <summary>The clock time stands in brackets of its own: <c>Thursday February 9, 2012 (13:27)</c>.</summary>
    public bool IsClockApart;

    /// <summary>The numbers of a numeric date in the order they are written, for deciding the order over the whole page.</summary>
    public byte FirstNumber;

    /// <inheritdoc cref="FirstNumber"/>
    public byte SecondNumber;

    /// <summary>True where day, month and year are known.</summary>
    public readonly bool HasDate => Day > 0 && Month > 0 && Year > 0;

    /// <summary>True where at least the hour is known.</summary>
    public readonly bool HasClock => Hour >= 0;

    /// <summary>The public form, where the day is known. The value of the stamp itself has no shared offset: use <see cref="ToValue"/>.</summary>
    public readonly PublicationTime? ToPublicationTime()
    {
        if (!HasDate)
        {
            return null;
        }

        TimeOnly? clock = HasClock ? new TimeOnly(Hour, Math.Max(Minute, 0), Math.Max(Second, 0)) : null;
        return new PublicationTime(new DateOnly(Year, Month, Day), clock, (OffsetMinutes ?? SharedOffsetMinutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
    }

    /// <summary>The value as the stamp's own words tell it, without an offset shared by a neighbour; null where the day is unknown.</summary>
    public readonly PublicationTime? ToValue() => (this with { SharedOffsetMinutes = null }).ToPublicationTime();
}
