namespace Extraction;

/// <summary>References without a place in the calendar: 'now', 'recently', 'the future', 'at present', 'these days'.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryReference(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        match.Rule = DateRule.Reference;
        match.Type = TimexType.Date;
        int next = Reference(i, ref match);
        return next > 0 && _options.IncludeVagueReferences ? next : -1;
    }

    private readonly int Reference(int i, ref DateMatch match)
    {
        switch (C(i))
        {
            case DateClass.Cardinal when V(i) == 1 && C(i - 1) is DateClass.Modal or DateClass.FutureCue && C(i + 1) == DateClass.Unit && V(i + 1) == 4 && !Hyphen(i + 1):
                match.Reference = TimeReference.Future;
                return i + 2;
            case DateClass.Now when C(i - 1) == DateClass.Each || (C(i + 1) == DateClass.And && (WordIs(i + 2, "again") || WordIs(i + 2, "then"))):
                // 'every now and then'
                return -1;
            case DateClass.Now:
                match.Reference = TimeReference.Present;
                return i + 1;
            case DateClass.Current when !Hyphen(i) && C(i + 1) is not (DateClass.Unit or DateClass.Units or DateClass.Fiscal or DateClass.Possessive or DateClass.And):
                match.Reference = TimeReference.Present;
                return i + 1;
            case DateClass.Recently:
                match.Reference = TimeReference.Past;
                return i + 1;
            case DateClass.Recent when !Is(i, AtomFlags.HyphenBefore) && C(i + 1) is not (DateClass.Units or DateClass.Time):
                match.Reference = TimeReference.Past;
                return i + 1;
            case DateClass.Other when WordIs(i, "right") && WordIs(i + 1, "now"):
                match.Reference = TimeReference.Present;
                return i + 2;
            case DateClass.More when C(i + 1) == DateClass.Recently:
                match.Reference = TimeReference.Past;
                return i + 2;
            case DateClass.Soon when WordIs(i, "soon") && (C(i - 1) == DateClass.FutureCue || C(i + 1) is DateClass.FutureCue or DateClass.None or DateClass.Stop || WordIs(i - 1, "very")
                || (Is(i, AtomFlags.Capital) && C(i + 1) is not (DateClass.After or DateClass.Before))):
                match.Reference = TimeReference.Future;
                return i + 1;
            case DateClass.Future when C(i - 1) is DateClass.In or DateClass.Prep && C(i + 1) is not DateClass.Possessive && !Hyphen(i + 1):
                // 'in future', 'for future losses'; 'its future' is a prospect, not a time.
                match.Reference = TimeReference.Future;
                return i + 1;
            case DateClass.The:
                if (C(i + 1) == DateClass.Future || (WordIs(i + 1, "near") && C(i + 2) == DateClass.Future))
                {
                    match.Reference = TimeReference.Future;
                    return C(i + 1) == DateClass.Future ? i + 2 : i + 3;
                }

                if (C(i + 1) == DateClass.Past && C(i + 2) is DateClass.Comma or DateClass.Stop or DateClass.None or DateClass.Colon or DateClass.And or DateClass.To or DateClass.RParen or DateClass.PastCue or DateClass.PresentCue or DateClass.Other
                    && C(i - 1) is DateClass.In or DateClass.Of or DateClass.From or DateClass.Prep && !(C(i + 2) == DateClass.Other && C(i - 1) != DateClass.In))
                {
                    match.Reference = TimeReference.Past;
                    return i + 2;
                }

                if (C(i + 1) == DateClass.Time && C(i + 2) == DateClass.Being)
                {
                    match.Reference = TimeReference.Present;
                    return i + 3;
                }

                if (C(i - 1) == DateClass.At && WordIs(i + 1, "moment") && C(i + 2) is not DateClass.Of)
                {
                    match.Reference = TimeReference.Present;
                    return i + 2;
                }

                if ((WordIs(i + 1, "near") || WordIs(i + 1, "short") || WordIs(i + 1, "long")) && C(i + 2) == DateClass.Period && WordIs(i + 2, "term") && C(i - 1) is DateClass.In or DateClass.Of or DateClass.Prep)
                {
                    match.Reference = TimeReference.Future;
                    return i + 3;
                }

                return -1;
            case DateClass.At when C(i + 1) == DateClass.The && WordIs(i + 2, "present") && WordIs(i + 3, "time"):
                match.Reference = TimeReference.Present;
                return i + 4;
            case DateClass.At when WordIs(i + 1, "present") && C(i + 2) is not DateClass.At:
                match.Reference = TimeReference.Present;
                return i + 2;
            case DateClass.These when C(i + 1) == DateClass.Units && V(i + 1) == 4 && WordIs(i, "these") && !Hyphen(i + 2):
                match.Reference = TimeReference.Present;
                return i + 2;
            default:
                return -1;
        }
    }
}
