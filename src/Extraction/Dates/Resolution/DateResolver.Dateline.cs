namespace Extraction;

/// <summary>The day at the head of the story, from which its days are counted where it was filed before it was published.</summary>
internal ref partial struct DateResolver
{
    // How far from the beginning of the text its date may stand.
    private const int HeadAtoms = 40;

    // A story filed up to a week before the publication counts its days from the dateline.
    private void AdoptDateline(PartialDateTime date)
    {
        if (_state.Today is null && date.TryGetDate(out DateOnly told))
        {
            // No publication date is known: the day that stands at the head of the text by itself is all there is.
            _state.Today = told;
            _state.TodayAnchor = DateAnchor.Dateline;
        }
        else if (date.TryGetDate(out DateOnly day) && _state.Today is { } today && day <= today && today.DayNumber - day.DayNumber <= 7 && day != today)
        {
            _state.Today = day;
            _state.TodayAnchor = DateAnchor.Dateline;
        }
    }

    // 'NAIROBI, Feb. 23 (Wire) -', 'LONDON, February 25 --'
    private bool StandsInDateline(in DateMatch match)
    {
        if (match.Rule != DateRule.CalendarDay || match.First is < 2 || match.Next >= _atoms.Length || _atoms[match.Next].Class is not (DateClass.LParen or DateClass.Dash) || _atoms[match.First - 1].Class != DateClass.Comma)
        {
            return false;
        }

        for (int k = match.First - 2; k >= Math.Max(0, match.First - 8); k--)
        {
            if (_atoms[k].Has(AtomFlags.BlockStart | AtomFlags.LineStart))
            {
                return _atoms[k].Has(AtomFlags.AllCaps);
            }
        }

        return false;
    }

    // A full date between title and story, in no sentence: 'Carmaker cuts jobs February 3, 2009 The company said …'
    private bool StandsAtHead(in DateMatch match)
    {
        if (match.Rule != DateRule.CalendarDay || match.Year == DateMatch.Unknown || match.First > HeadAtoms || _state.IsNarrative)
        {
            return false;
        }

        DateClass before = match.First == 0 ? DateClass.None : _atoms[match.First - 1].Class;
        bool apart = before is DateClass.None or DateClass.Other or DateClass.Comma or DateClass.LParen or DateClass.Dash or DateClass.Stop or DateClass.Colon;
        bool begins = match.Next >= _atoms.Length || _atoms[match.Next].Has(AtomFlags.Capital | AtomFlags.BlockStart | AtomFlags.LineStart) || _atoms[match.Next].Class is DateClass.Dash or DateClass.LParen;
        return apart && begins;
    }
}
