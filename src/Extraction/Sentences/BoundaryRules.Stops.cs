using static Extraction.BoundaryCandidate;

namespace Extraction;

/// <content>A single stop after what may be an abbreviation, a number or an initial.</content>
internal static partial class BoundaryRules
{
    private const AbbreviationKinds BeforeDash = AbbreviationKinds.State | AbbreviationKinds.Month | AbbreviationKinds.Initials;
    private const AbbreviationKinds EndsBeforeStarter = AbbreviationKinds.Company | AbbreviationKinds.Time | AbbreviationKinds.Degree | AbbreviationKinds.State | AbbreviationKinds.Initials
        | AbbreviationKinds.Place | AbbreviationKinds.Measure | AbbreviationKinds.Latin | AbbreviationKinds.Weekday | AbbreviationKinds.Month;
    private const AbbreviationKinds NeverBeforeStarter = AbbreviationKinds.Title | AbbreviationKinds.Inner;

    private static readonly HashLexicon Institutions = HashLexicon.OfFile("institutions.txt");
    private static readonly HashLexicon BeforeLetter = HashLexicon.OfWords("vitamin hepatitis plan grade group type class part section exhibit option side team appendix level category schedule series title act scene point");
    private static readonly HashLexicon Interjections = HashLexicon.OfWords("mm hm hmm shh pst brr grr tsk pfft");
    private static readonly HashLexicon ListDashes = HashLexicon.OfWords("-- – —");
    private static readonly ulong Http = TextHash.Lower("http");
    private static readonly ulong Https = TextHash.Lower("https");
    private static readonly ulong Mister = TextHash.Lower("mr");
    private static readonly ulong Mistress = TextHash.Lower("mrs");
    private static readonly ulong Ms = TextHash.Lower("ms");
    private static readonly ulong Doctor = TextHash.Lower("dr");
    private static readonly ulong Saint = TextHash.Lower("st");
    private static readonly ulong Junior = TextHash.Lower("jr");
    private static readonly ulong Senior = TextHash.Lower("sr");

    private static Verdict DecideStop(in BoundaryCandidate candidate, bool lower)
    {
        AbbreviationKinds kinds = candidate.Kinds;
        bool number = candidate.NextShape is WordShape.Digits or WordShape.StartsWithDigit;
        bool capital = candidate.NextShape is WordShape.Capitalized or WordShape.AllUpper or WordShape.SingleUpper;
        bool starter = candidate.NextStarts;
        if (kinds == UserAbbreviation)
        {
            return capital && starter ? Verdict.Split : Verdict.Never;
        }

        if (candidate.AtStart && candidate.Opener == OpenerKind.None && (candidate.PreviousShape == WordShape.Digits || candidate.PreviousLength == 1) && candidate.PreviousLength <= 3)
        {
            // "1. This is a list item."
            return Verdict.Never;
        }

        if ((candidate.NextHash == Http || candidate.NextHash == Https) && kinds == AbbreviationKinds.None)
        {
            // "every enthusiast. http://www.example.com"
            return Verdict.Split;
        }

        if (lower && (kinds != AbbreviationKinds.None || candidate.Initialism))
        {
            return Verdict.Never;
        }

        if ((kinds & AbbreviationKinds.Inner) != 0 && (candidate.PreviousLength > 1 || candidate.SecondPreviousShape is WordShape.Capitalized or WordShape.AllUpper))
        {
            // "e.g. The", "Roe v. Wade"
            return Verdict.Never;
        }

        if (candidate.Opener == OpenerKind.Quote && capital && !candidate.AtStart && candidate.PreviousShape != WordShape.SingleUpper && (kinds & (NeverBeforeStarter | AbbreviationKinds.Number)) == 0)
        {
            // Duluth, Ga. "I made everything"
            return Verdict.Split;
        }

        if (candidate.NextIsTitle && (kinds & (AbbreviationKinds.State | AbbreviationKinds.Initials)) != 0)
        {
            // "former Fla. Gov. Jeb Bush"
            return Verdict.Never;
        }

        if (candidate.PreviousShape == WordShape.Capitalized && !candidate.PreviousHasVowel && candidate.PreviousLength <= 3 && kinds == AbbreviationKinds.None && capital && !starter)
        {
            // "the herder Ts. Ganbold", but "Mm. Hot out."
            return Interjections.Contains(candidate.PreviousHash) ? Verdict.Split : Verdict.Never;
        }

        if (candidate.PreviousShape == WordShape.SingleUpper && number && candidate.SecondPreviousShape is WordShape.Digits or WordShape.StartsWithDigit)
        {
            // "3646 N. 2d St."
            return Verdict.Never;
        }

        if ((kinds & AbbreviationKinds.Title) != 0 && (capital || number) && candidate.PreviousShape != WordShape.Lower && candidate.Opener == OpenerKind.None)
        {
            bool always = (AbbreviationLexicon.Find(candidate.PreviousHash) & AbbreviationKinds.Word) == 0;
            if (always || (capital && !candidate.NextStartsForCertain && (candidate.PreviousHash != Saint || candidate.SecondPreviousShape == WordShape.Lower || candidate.SecondPreviousShape == WordShape.None)))
            {
                return Verdict.Never;
            }
        }

        if ((kinds & AbbreviationKinds.Number) != 0 && number && candidate.Opener == OpenerKind.None)
        {
            return Verdict.Never;
        }

        if (number && ((kinds & (AbbreviationKinds.Month | AbbreviationKinds.State)) != 0 || candidate.PreviousHash == Junior || candidate.PreviousHash == Senior))
        {
            // "Sept. 11", "Washington, D.C. 20515", "Ana Lund, 34, and Per Lund Jr. 2, were"
            return Verdict.Never;
        }

        if (candidate.NextShape == WordShape.Digits && candidate.SecondNextShape == WordShape.Other && ListDashes.Contains(candidate.SecondNextHash) && kinds == AbbreviationKinds.None && !candidate.Initialism)
        {
            // "1 -- Plans for the hall. 2 -- A new roof"
            return Verdict.Split;
        }

        if ((kinds & AbbreviationKinds.Time) != 0)
        {
            if (number || GoesOnAfterClock(candidate.NextHash))
            {
                return Verdict.Never;
            }

            if (candidate.NextHash == Mister || candidate.NextHash == Mistress || candidate.NextHash == Ms || candidate.NextHash == Doctor)
            {
                // The Golden Rules tell "At 5 a.m. Mr. Smith went" from "at 6 P.M. Mr. Smith then" by case alone.
                return candidate.PreviousEndsLower ? Verdict.Never : Verdict.Split;
            }
        }

        if (candidate.Opener is OpenerKind.Dash or OpenerKind.Bracket && (kinds & BeforeDash) != 0)
        {
            // "SPRINGFIELD, Ill. (AP) — The", "Sept. 5 —"
            return Verdict.Never;
        }

        if (candidate.Initialism && capital && Institutions.Find(candidate.NextHash) != 0 && (kinds & AbbreviationKinds.Initials) != 0 && candidate.Opener == OpenerKind.None)
        {
            return Verdict.Never;
        }

        if ((kinds & EndsBeforeStarter) != 0 && (kinds & NeverBeforeStarter) == 0 && candidate.Opener == OpenerKind.None
            && ((candidate.NextShape == WordShape.Capitalized && candidate.NextStartsForCertain) || (candidate.NextHash == A && candidate.SecondNextShape == WordShape.Lower)))
        {
            // "at 2:30 p.m. A wreath", "Acme Inc. The company": inside a sentence the function word would not be capitalised.
            return Verdict.Split;
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

        // "succeed C. Ferdinand Sybert", but "vitamin C. Patients", "Plan B. Officials"
        return !starter && !BeforeLetter.Contains(candidate.SecondPreviousHash) ? Verdict.Never : Verdict.Ask;
    }
}
