using static Extraction.BoundaryCandidate;

namespace Extraction;

/// <summary>The certain cases. What no rule decides is asked of the model.</summary>
internal static class BoundaryRules
{
    /// <summary>What a user's abbreviation counts as.</summary>
    public const AbbreviationKinds UserAbbreviation = (AbbreviationKinds)0x8000;

    private const AbbreviationKinds BeforeDash = AbbreviationKinds.State | AbbreviationKinds.Month | AbbreviationKinds.Initials;

    private static readonly HashLexicon Institutions = Load("institutions.txt");
    private static readonly HashLexicon AfterHours = Load("after-hours.txt");
    private static readonly HashLexicon ExclaimingNames = Load("exclaiming-names.txt");
    private static readonly ulong I = TextHash.Lower("i");
    private static readonly ulong Mister = TextHash.Lower("mr");
    private static readonly ulong Mistress = TextHash.Lower("mrs");
    private static readonly ulong Ms = TextHash.Lower("ms");
    private static readonly ulong Doctor = TextHash.Lower("dr");
    private static readonly ulong Saint = TextHash.Lower("st");

    public enum Verdict : byte
    {
        Ask,
        Split,
        Never,
    }

    public static Verdict Decide(ReadOnlySpan<char> text, in BoundaryCandidate candidate)
    {
        if (candidate.NextShape == WordShape.None || (candidate.CoreStart > 0 && text[candidate.CoreStart - 1] == '[' && candidate.Closer == CloserKind.Bracket))
        {
            // "stairways [...] and"
            return Verdict.Never;
        }

        bool lower = candidate.NextShape == WordShape.Lower;
        bool lastStop = candidate.Core == CoreKind.Stop && candidate.Closer == CloserKind.None;
        if (candidate.NextShape == WordShape.Other && candidate.Opener == OpenerKind.None && text[candidate.Next] is ',' or ';' or ':' or ')' or '/' or '%' or '.' or '!' or '?')
        {
            return Verdict.Never;
        }

        if (lower && candidate.Closer != CloserKind.None && candidate.Core is not (CoreKind.Ellipsis or CoreKind.LongEllipsis))
        {
            // "This is great." she said.
            return Verdict.Never;
        }

        if (!lower && candidate.Core == CoreKind.Mixed)
        {
            return Verdict.Split;
        }

        if (!lower && candidate.Core == CoreKind.LongEllipsis && candidate.Closer == CloserKind.None && candidate.NextHash != I)
        {
            return Verdict.Split;
        }

        if (candidate.Core is CoreKind.Question or CoreKind.Exclamation && candidate.Closer == CloserKind.Quote && candidate.NextShape == WordShape.Capitalized && candidate.Opener == OpenerKind.None && candidate.SpeechFollows
            && !SentenceStarters.IsStarter(candidate.NextHash))
        {
            // "Are you sure?" Smith asked.
            return Verdict.Never;
        }

        if (candidate.Core == CoreKind.Exclamation && candidate.Closer == CloserKind.None && ExclaimingNames.Find(candidate.PreviousHash) != 0)
        {
            return SentenceStarters.IsStarter(candidate.NextHash) && !lower ? Verdict.Split : Verdict.Never;
        }

        return lastStop ? DecideStop(candidate, lower) : Verdict.Ask;
    }

    private static Verdict DecideStop(in BoundaryCandidate candidate, bool lower)
    {
        AbbreviationKinds kinds = candidate.Kinds;
        bool number = candidate.NextShape is WordShape.Digits or WordShape.StartsWithDigit;
        bool capital = candidate.NextShape is WordShape.Capitalized or WordShape.AllUpper or WordShape.SingleUpper;
        bool starter = SentenceStarters.IsStarter(candidate.NextHash);
        if (kinds == UserAbbreviation)
        {
            return capital && starter ? Verdict.Split : Verdict.Never;
        }

        if (candidate.AtStart && candidate.Opener == OpenerKind.None && (candidate.PreviousShape == WordShape.Digits || candidate.PreviousLength == 1) && candidate.PreviousLength <= 3)
        {
            // "1. This is a list item."
            return Verdict.Never;
        }

        if (lower && (kinds != AbbreviationKinds.None || candidate.Initialism) && (kinds & AbbreviationKinds.Word) == 0)
        {
            return Verdict.Never;
        }

        if ((kinds & AbbreviationKinds.Inner) != 0 && candidate.PreviousLength > 1)
        {
            return Verdict.Never;
        }

        if ((kinds & AbbreviationKinds.Title) != 0 && (capital || number) && candidate.PreviousShape != WordShape.Lower && candidate.Opener == OpenerKind.None)
        {
            bool always = (kinds & AbbreviationKinds.Word) == 0;
            if (always || (capital && !starter && (candidate.PreviousHash != Saint || candidate.SecondPreviousShape == WordShape.Lower || candidate.SecondPreviousShape == WordShape.None)))
            {
                return Verdict.Never;
            }
        }

        if ((kinds & AbbreviationKinds.Number) != 0 && number && candidate.Opener == OpenerKind.None)
        {
            return Verdict.Never;
        }

        if ((kinds & AbbreviationKinds.Month) != 0 && (kinds & AbbreviationKinds.Word) == 0 && number)
        {
            return Verdict.Never;
        }

        if ((kinds & AbbreviationKinds.Time) != 0)
        {
            if (number || AfterHours.Find(candidate.NextHash) != 0)
            {
                return Verdict.Never;
            }

            if (candidate.NextHash == Mister || candidate.NextHash == Mistress || candidate.NextHash == Ms || candidate.NextHash == Doctor)
            {
                // The Golden Rules tell "At 5 a.m. Mr. Smith went" from "at 6 P.M. Mr. Smith then" by case alone.
                return candidate.PreviousEndsLower ? Verdict.Never : Verdict.Split;
            }
        }

        if (candidate.Opener is OpenerKind.Dash or OpenerKind.Bracket && (kinds & BeforeDash) != 0 && (kinds & AbbreviationKinds.Word) == 0)
        {
            // "SPRINGFIELD, Ill. (AP) — The", "Sept. 5 —"
            return Verdict.Never;
        }

        if (candidate.Initialism && capital && Institutions.Find(candidate.NextHash) != 0 && (kinds & AbbreviationKinds.Initials) != 0 && candidate.Opener == OpenerKind.None)
        {
            return Verdict.Never;
        }

        return candidate.PreviousShape == WordShape.SingleUpper && capital && candidate.Opener == OpenerKind.None ? DecideInitial(candidate, starter) : Verdict.Ask;
    }

    private static Verdict DecideInitial(in BoundaryCandidate candidate, bool starter)
    {
        if (candidate.PreviousHash == I)
        {
            // "you and I. Did you see Albert I. Jones"
            return starter && candidate.SecondPreviousShape == WordShape.Lower ? Verdict.Split
                : candidate.SecondPreviousShape is WordShape.Capitalized or WordShape.SingleUpper && !starter ? Verdict.Never
                : Verdict.Ask;
        }

        return !starter && candidate.SecondPreviousShape is WordShape.Capitalized or WordShape.AllUpper or WordShape.SingleUpper or WordShape.None ? Verdict.Never : Verdict.Ask;
    }

    private static HashLexicon Load(string name) => new([.. LexiconFile.Lines(name).Select(w => new KeyValuePair<ulong, ushort>(TextHash.Lower(w), 1))]);
}
