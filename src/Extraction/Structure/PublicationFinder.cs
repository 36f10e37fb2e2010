using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Decides which of a page's stamps tells when the article was published and which when it was updated.</summary>
internal static class PublicationFinder
{
    private const int MostHeads = 3;
    private const int LongestHeadDate = 40;

    /// <summary>Completes the stamps and returns those of the furniture, with roles, in text order.</summary>
    public static ImmutableArray<Timestamp> Find(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, LayoutScratch scratch, TextSpan? dateline, out Stamp? published, out Stamp? updated)
    {
        published = null;
        updated = null;
        Span<Timestamp> all = CollectionsMarshal.AsSpan(scratch.Stamps);
        var furniture = ImmutableArray.CreateBuilder<Timestamp>();
        int head = int.MaxValue;
        foreach (ref readonly LayoutUnit unit in CollectionsMarshal.AsSpan(scratch.Units))
        {
            head = head == int.MaxValue && unit.Kind == BlockKind.Paragraph ? furniture.Count : head;
            if (unit.StampCount == 0)
            {
                continue;
            }

            foreach (ref readonly Timestamp stamp in all.Slice(unit.FirstStamp, unit.StampCount))
            {
                bool counts = unit.Kind switch
                {
                    BlockKind.Timestamp or BlockKind.Byline or BlockKind.Agency => true,
                    // 'Published in the morning paper, March 22nd, 2019' and the copyright's year help where nothing better does.
                    BlockKind.Other or BlockKind.Note or BlockKind.Credit => stamp.Role != TimestampRole.None || text[unit.Start] == '(',
                    _ => false,
                };
                if (counts)
                {
                    furniture.Add(stamp with { IsJunk = unit.Kind is BlockKind.Other or BlockKind.Note or BlockKind.Credit });
                }
            }
        }

        int datelineAt = -1;
        if (dateline is { } line)
        {
            Span<Timestamp> found = stackalloc Timestamp[1];
            if (TimestampGrammar.Read(text, line, found) == 1 && found[0].Month > 0)
            {
                datelineAt = furniture.Count;
                furniture.Add(found[0]);
            }
        }

        if (furniture.Count == 0)
        {
            published = AtHead(text, CollectionsMarshal.AsSpan(scratch.Units));
            return [];
        }

        Timestamp[] stamps = [.. furniture];
        TimestampResolver.Resolve(stamps, NumericOrderEvidence.Votes(text, tokens, stamps));
        Choose(stamps, datelineAt, Math.Min(head, stamps.Length), out int first, out int last);
        ShareZone(stamps);
        if (first >= 0)
        {
            published = new Stamp(stamps[first].ToPublicationTime()!.Value, stamps[first].Span);
            stamps[first].Role = stamps[first].Role is TimestampRole.None ? TimestampRole.Published : stamps[first].Role;
        }

        published ??= AtHead(text, CollectionsMarshal.AsSpan(scratch.Units));
        if (last >= 0)
        {
            updated = new Stamp(stamps[last].ToPublicationTime()!.Value, stamps[last].Span);
            stamps[last].Role = TimestampRole.Updated;
        }

        return [.. stamps.Where((s, i) => i != datelineAt && !s.IsJunk)];
    }

    // 'Thursday, May 7, 2015 On Tuesday, the government …': a date line that lost its line break. With its weekday only, as no sentence begins.
    private static Stamp? AtHead(ReadOnlySpan<char> text, ReadOnlySpan<LayoutUnit> units)
    {
        Span<Timestamp> found = stackalloc Timestamp[1];
        foreach (ref readonly LayoutUnit unit in units[..Math.Min(units.Length, MostHeads)])
        {
            var piece = new TextSpan(unit.Start, Math.Min(unit.End, unit.Start + LongestHeadDate));
            if (unit.Kind == BlockKind.Paragraph && CharClasses.IsUpper(text[unit.Start]) && TimestampGrammar.Read(text, piece, found) == 1
                && found[0] is { HasDate: true, Weekday: > 0, HasClock: false } && found[0].Span.Start == unit.Start
                && found[0].Span.End + 1 < unit.End && CharClasses.IsUpper(text[found[0].Span.End + 1]))
            {
                return new Stamp(found[0].ToPublicationTime()!.Value, found[0].Span);
            }
        }

        return null;
    }

    private static void Choose(ReadOnlySpan<Timestamp> stamps, int dateline, int head, out int published, out int updated)
    {
        int labelled = -1;
        int firstPublished = -1;
        int plain = -1;
        int header = -1;
        int junk = -1;
        updated = -1;
        for (int i = 0; i < stamps.Length; i++)
        {
            if (!stamps[i].HasDate || i == dateline)
            {
                continue;
            }

            if (stamps[i].IsJunk)
            {
                junk = junk < 0 && stamps[i].Role is not (TimestampRole.Copyright or TimestampRole.Updated) ? i : junk;
                continue;
            }

            switch (stamps[i].Role)
            {
                case TimestampRole.Published:
                    labelled = labelled < 0 ? i : labelled;
                    break;
                case TimestampRole.FirstPublished:
                    firstPublished = firstPublished < 0 ? i : firstPublished;
                    break;
                case TimestampRole.Updated:
                    updated = updated < 0 ? i : updated;
                    break;
                case TimestampRole.Header:
                    header = i;
                    break;
                case TimestampRole.None:
                    plain = Better(stamps, plain, i, head);
                    break;
                default:
                    break;
            }
        }

        // 'Published in the morning paper, March 12th' below the story is not the time above it.
        bool lateDay = labelled >= head && plain >= 0 && plain < head && !stamps[labelled].HasClock;
        plain = labelled < 0 && firstPublished < 0 && (plain < 0 || plain >= head) && Earliest(stamps, head) is var entry and >= 0 ? entry : plain;
        published = firstPublished >= 0 ? firstPublished : labelled >= 0 && !lateDay ? labelled : plain >= 0 ? plain : header;
        // 'February 25, 2022 / 07:17 AM IST' above 'first published: Feb 25, 2022 06:53 am': the time without a label is the update.
        if (published == firstPublished && published >= 0 && updated < 0)
        {
            int other = labelled >= 0 ? labelled : plain;
            updated = other >= 0 && IsLater(stamps[other], stamps[published]) ? other : -1;
        }

        // An update with nothing else is the best that the page tells; so is its dateline, or the print edition's date.
        published = published >= 0 && (published != header || updated < 0) ? published : updated >= 0 ? updated : published;
        published = published >= 0 ? published : dateline >= 0 && stamps[dateline].HasDate ? dateline : junk;
    }

    // The first entry of a live blog stands last.
    private static int Earliest(ReadOnlySpan<Timestamp> stamps, int from)
    {
        int earliest = -1;
        int entries = 0;
        for (int i = from; i < stamps.Length; i++)
        {
            if (stamps[i] is { HasDate: true, HasClock: true, IsJunk: false, Role: TimestampRole.None })
            {
                entries++;
                earliest = earliest < 0 || IsLater(stamps[earliest], stamps[i]) ? i : earliest;
            }
        }

        return entries >= 3 ? earliest : -1;
    }

    // Of two stamps without a label the one in the head of the page counts, and of a day and a day with a clock time the latter where the day is the same.
    private static int Better(ReadOnlySpan<Timestamp> stamps, int old, int candidate, int head)
    {
        if (old < 0)
        {
            return stamps[candidate].IsDateInherited ? -1 : candidate;
        }

        bool sameDay = stamps[old].Day == stamps[candidate].Day && stamps[old].Month == stamps[candidate].Month && stamps[old].Year == stamps[candidate].Year;
        return sameDay && !stamps[old].HasClock && stamps[candidate].HasClock && candidate < head && !stamps[candidate].IsDateInherited ? candidate : old;
    }

    private static bool IsLater(in Timestamp a, in Timestamp b)
    {
        PublicationTime first = b.ToPublicationTime()!.Value;
        PublicationTime second = a.ToPublicationTime()!.Value;
        return second.Date > first.Date || (second.Date == first.Date && (first.Time is null || second.Time is null ? second.Time is not null : second.Time > first.Time));
    }

    // A page keeps one clock: 'first published: … 06:53 am' is in the zone of '… 07:17 AM IST' above it.
    private static void ShareZone(Span<Timestamp> stamps)
    {
        TimestampZone zone = TimestampZone.None;
        foreach (ref readonly Timestamp stamp in stamps)
        {
            if (stamp.Zone.IsKnown && stamp.HasClock)
            {
                if (zone.IsKnown && zone != stamp.Zone)
                {
                    return;
                }

                zone = stamp.Zone;
            }
        }

        foreach (ref Timestamp stamp in stamps)
        {
            if (zone.IsKnown && !stamp.Zone.IsKnown && stamp is { HasClock: true, HasDate: true })
            {
                stamp.SharedOffsetMinutes = zone.OffsetOn(stamp.Year, stamp.Month, stamp.Day);
            }
        }
    }
}
