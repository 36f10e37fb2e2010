namespace Extraction;

/// <summary>
/// Reads dates and clock times off a line of furniture, or off a piece of one: label, date, time and zone in either order, with the separators and the US, British, Indian
/// and ISO forms that outlets use. Running text is not its business: it knows no tense, no 'Thursday', no 'last week'.
/// </summary>
/// <threadsafety>Stateless; safe from any thread.</threadsafety>
internal static class TimestampGrammar
{
    /// <summary>Items looked at in one piece; furniture is shorter.</summary>
    public const int MaxItems = 96;

    /// <summary>Items between a label and its stamp: <c>Posted by Portugal Resident on July 14, 2022</c>.</summary>
    private const int LabelReach = 8;

    /// <summary>Finds the stamps of a piece of a line, in order.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="piece">A line or a part of one; no line break inside.</param>
    /// <param name="into">Where the stamps go; what does not fit is left out.</param>
    /// <returns>How many there are.</returns>
    public static int Read(ReadOnlySpan<char> text, TextSpan piece, Span<Timestamp> into)
    {
        Span<TimestampItem> buffer = stackalloc TimestampItem[MaxItems];
        ReadOnlySpan<TimestampItem> items = buffer[..TimestampLexer.Read(text, piece.Start, piece.End, buffer)];
        var cursor = new TimestampCursor(text, items);
        int count = 0;
        TimestampRole role = TimestampRole.None;
        int labelStart = -1;
        int labelItem = 0;
        for (int i = 0; i < items.Length && count < into.Length;)
        {
            TimestampItem item = items[i];
            if (item.Kind == TimestampItemKind.Label)
            {
                int labelEnd = Label(cursor, i, out TimestampRole found);
                if (found != TimestampRole.None)
                {
                    (role, labelStart, labelItem) = (found, item.Start, labelEnd);
                }

                i = labelEnd;
                continue;
            }

            var stamp = new Timestamp();
            int next = role == TimestampRole.Copyright ? Copyright(cursor, i, ref stamp) : Stamp(cursor, i, ref stamp);
            if (next == i)
            {
                i++;
                continue;
            }

            bool labelled = role != TimestampRole.None && i - labelItem <= LabelReach;
            stamp.Role = labelled ? role : TimestampRole.None;
            stamp.LabelledSpan = labelled ? new TextSpan(labelStart, stamp.Span.End) : stamp.Span;
            into[count++] = stamp;
            i = next;
            // '(c) 2021-2022': both years are copyright years.
            role = stamp.Role == TimestampRole.Copyright ? TimestampRole.Copyright : TimestampRole.None;
            labelItem = i;
        }

        return count;
    }

    /// <summary>
    /// Recognises the <c> date 2022-02-25 English</c> header at the head of a text, alone on its line or glued to the first sentence
    /// (<c> date 2023-04-16 External Affairs Minister …</c>, <c> date 2023-10-14 EnglishUnion Minister …</c>).
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="line">Its first line that is not blank.</param>
    /// <param name="stamp">The stamp, with <see cref="TimestampRole.Header"/>.</param>
    /// <param name="end">Offset after the header, the language's name included; white space after it is not.</param>
    public static bool TryReadHeader(ReadOnlySpan<char> text, TextSpan line, out Timestamp stamp, out int end)
    {
        stamp = new Timestamp();
        end = line.Start;
        ReadOnlySpan<char> rest = text[line.Start..line.End];
        if (!rest.StartsWith("date ", StringComparison.Ordinal))
        {
            return false;
        }

        Span<TimestampItem> buffer = stackalloc TimestampItem[10];
        ReadOnlySpan<TimestampItem> items = buffer[..TimestampLexer.Read(text, line.Start, line.End, buffer)];
        var cursor = new TimestampCursor(text, items);
        int next = items.Length > 5 && items[1].Digits == 4 ? TimestampDates.Read(cursor, 1, ref stamp) : 1;
        if (next != 6 || !stamp.HasDate)
        {
            return false;
        }

        stamp.Role = TimestampRole.Header;
        stamp.Span = stamp.DateSpan;
        end = stamp.DateSpan.End;
        ReadOnlySpan<char> after = text[end..line.End].TrimStart();
        if (after.StartsWith("English", StringComparison.Ordinal) && IsLanguage(after["English".Length..]))
        {
            end = line.End - after.Length + "English".Length;
        }

        stamp.LabelledSpan = new TextSpan(line.Start, end);
        return true;
    }

    // 'English' names the language where nothing follows, where the next word is glued to it, or where a sentence begins; in 'English cricketer' and 'English Premier League' it does not.
    private static bool IsLanguage(ReadOnlySpan<char> after)
    {
        if (after.IsEmpty || char.IsUpper(after[0]))
        {
            return true;
        }

        ReadOnlySpan<char> word = after.TrimStart();
        return word.Length < after.Length && (word.IsEmpty || (!char.IsLower(word[0]) && !word.StartsWith("Premier", StringComparison.Ordinal)
            && !word.StartsWith("Channel", StringComparison.Ordinal) && !word.StartsWith("League", StringComparison.Ordinal) && !word.StartsWith("Heritage", StringComparison.Ordinal)));
    }

    private static int Label(TimestampCursor cursor, int i, out TimestampRole role)
    {
        TimestampItem next = cursor[i + 1];
        switch ((TimestampLabel)cursor[i].Value)
        {
            case TimestampLabel.First:
                role = next.IsLabel(TimestampLabel.Published) ? TimestampRole.FirstPublished : TimestampRole.None;
                return i + (role == TimestampRole.None ? 1 : 2);
            case TimestampLabel.Last:
                role = next.IsLabel(TimestampLabel.Updated) ? TimestampRole.Updated : TimestampRole.None;
                return i + (role == TimestampRole.None ? 1 : 2);
            case TimestampLabel.Published:
                role = TimestampRole.Published;
                return i + (next.IsLabel(TimestampLabel.Date) ? 2 : 1);
            case TimestampLabel.Updated:
                role = TimestampRole.Updated;
                return i + (next.IsLabel(TimestampLabel.Date) ? 2 : 1);
            case TimestampLabel.Date:
                // 'Date: 25/02/2022', but not the word 'date' in 'Piala date row 25/02/2022'.
                role = next.IsMark(':') ? TimestampRole.Published : TimestampRole.None;
                return i + 1;
            default:
                role = TimestampRole.Copyright;
                return i + (next.IsLabel(TimestampLabel.Copyright) ? 2 : 1);
        }
    }

    private static int Copyright(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        TimestampItem item = cursor[i];
        if (item is not { Kind: TimestampItemKind.Number, Digits: 4, Value: >= 1900 and < 2200 })
        {
            return i;
        }

        stamp.Year = item.Value;
        stamp.Span = stamp.DateSpan = new TextSpan(item.Start, item.End);
        return i + 1;
    }

    /// <summary>A stamp at item <paramref name="i"/>: a date, a clock time, or both in either order; returns the item after it, or <paramref name="i"/>.</summary>
    private static int Stamp(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        int next = TimestampDates.ReadRangeStart(cursor, i, ref stamp);
        if (next > i)
        {
            stamp.Span = stamp.DateSpan;
            return next;
        }

        if (cursor[i].Kind == TimestampItemKind.RelativeDay)
        {
            // 'Today at 6:20 PM'; the word alone is running text.
            int at = Separators(cursor, i + 1, clockFollows: true);
            next = TimestampClocks.Read(cursor, at, afterDate: true, ref stamp);
            if (next == at)
            {
                return i;
            }

            stamp.RelativeDay = (sbyte)cursor[i].Value;
            stamp.Span = new TextSpan(cursor[i].Start, cursor.EndOf(next - 1));
            return next;
        }

        next = TimestampDates.Read(cursor, i, ref stamp);
        if (next > i)
        {
            stamp.Span = stamp.DateSpan;
            int at = Separators(cursor, next, clockFollows: true);
            int clock = TimestampClocks.Read(cursor, at, afterDate: true, ref stamp);
            if (clock > at)
            {
                stamp.IsClockApart = cursor[at - 1].IsMark('(');
                next = stamp.IsClockApart && cursor[clock].IsMark(')') ? clock + 1 : clock;
                stamp.Span = new TextSpan(stamp.DateSpan.Start, cursor.EndOf(next - 1));
            }
        }
        else
        {
            int clock = TimestampClocks.Read(cursor, i, afterDate: false, ref stamp);
            if (clock == i)
            {
                return i;
            }

            stamp.Span = stamp.ClockSpan;
            next = clock;
            int at = Separators(cursor, clock, clockFollows: false);
            int date = TimestampDates.Read(cursor, at, ref stamp);
            if (date > at)
            {
                next = date;
                stamp.Span = new TextSpan(stamp.ClockSpan.Start, stamp.DateSpan.End);
                // '18:51, April 25, 2015 JST'
                if (!stamp.Zone.IsKnown && (next = TimestampClocks.ReadZone(cursor, date, ref stamp)) > date)
                {
                    stamp.Span = new TextSpan(stamp.ClockSpan.Start, cursor.EndOf(next - 1));
                }
            }
            else if (cursor[at].Kind == TimestampItemKind.Weekday)
            {
                // '0717 GMT Friday'
                stamp.Weekday = cursor[at].Value;
                stamp.Span = new TextSpan(stamp.ClockSpan.Start, cursor[at].End);
                next = at + 1;
            }
        }

        stamp.IsAmericanForm = stamp.IsOrderAmbiguous && stamp.HasClock && cursor[next - 1].Kind == TimestampItemKind.Meridiem && cursor[i].Kind == TimestampItemKind.Number
            && cursor[i + 1].IsMark('/') && (cursor[i].Digits == 1 || cursor[i + 2].Digits == 1);
        if (stamp.Zone.IsKnown)
        {
            stamp.IsZoneAmbiguous = stamp.Zone.IsAmbiguous;
            if (stamp.HasDate)
            {
                stamp.OffsetMinutes = stamp.Zone.OffsetOn(stamp.Year, stamp.Month, stamp.Day);
            }
            else if (stamp.Zone.Rule == SummerTime.None)
            {
                stamp.OffsetMinutes = stamp.Zone.Minutes;
            }
        }

        return next;
    }

    // What may stand between date and clock: up to three of / | , - – — . · • @ : ( at on.
    private static int Separators(TimestampCursor cursor, int i, bool clockFollows)
    {
        for (int n = 0; n < 3; n++, i++)
        {
            TimestampItem item = cursor[i];
            bool separates = item.Kind == TimestampItemKind.Preposition
                || (item.Kind == TimestampItemKind.Mark && (char)item.Value is '/' or '|' or ',' or '-' or '–' or '—' or '.' or '·' or '•' or '@')
                || (clockFollows && item.Kind == TimestampItemKind.Mark && (char)item.Value is ':' or '(')
                || (clockFollows && item is { Kind: TimestampItemKind.Word, Value: 't' });
            if (!separates)
            {
                break;
            }
        }

        return i;
    }
}
