using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>What the grammar read: slots, not yet resolved against anything.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DateMatch
{
    /// <summary>In place of a number that the words do not give.</summary>
    public const int Unknown = int.MinValue;

    public int First;
    public int Next;
    public int Start;
    public int End;
    public DateRule Rule;
    public TimexType Type;
    public TimexModifier Modifier;

    /// <summary>Year, decade or century by its first year; <see cref="Unknown"/> where not said.</summary>
    public int Year;
    public byte Month;
    public byte Day;
    public byte Weekday;

    /// <summary>Quarter, half or season.</summary>
    public byte Part;
    public short Holiday;

    /// <summary>Which day or week of a period, -1 the last; its unit and the rule that reads the period.</summary>
    public sbyte Nth;
    public Grain Counted;
    public DateRule Within;
    public Grain Unit;
    public DateRelation Relation;

    /// <summary>How the year is pointed at: 'last' of 'March last year'; <see cref="DateRelation.None"/> where it is not.</summary>
    public DateRelation YearRelation;

    /// <summary>Days from today, for 'yesterday' and 'tomorrow'; units beyond the relation, for 'the week before last'.</summary>
    public short Shift;
    public CalendarPeriod Period;
    public TimeReference Reference;
    public PartOfDay DayPart;
    public sbyte Hour;
    public sbyte Minute;
    public sbyte Second;
    public byte Meridiem;
    public short Zone;
    public AtomFlags ZoneFlags;
    public bool HasZone;
    public bool TwoDigitYear;

    /// <summary>The date stands in figures whose order is open; <see cref="Month"/> and <see cref="Day"/> are the first and the second.</summary>
    public bool OrderOpen;

    /// <summary>The month is that of the following (+1) or the preceding (-1) match of a list.</summary>
    public sbyte Borrow;
    public bool IsCalendar;

    /// <summary>Words that look like a date and are none, as 'February 31, 2019': read, and left out.</summary>
    public bool IsImpossible;

    public readonly bool HasTime => Hour >= 0 || DayPart != PartOfDay.None;

    public static DateMatch Empty => new() { Year = Unknown, Hour = -1, Minute = -1, Second = -1, Holiday = -1 };
}
