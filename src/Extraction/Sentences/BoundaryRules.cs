using static Extraction.BoundaryCandidate;

namespace Extraction;

/// <summary>The certain cases. What no rule decides is asked of the model.</summary>
internal static class BoundaryRules
{
    /// <summary>What a user's abbreviation counts as.</summary>
    public const AbbreviationKinds UserAbbreviation = (AbbreviationKinds)0x8000;

    private const int ShortestPlainWord = 4;
    private const int ShortestPlainName = 3;
    private const AbbreviationKinds BeforeDash = AbbreviationKinds.State | AbbreviationKinds.Month | AbbreviationKinds.Initials;

    private const AbbreviationKinds EndsBeforeStarter = AbbreviationKinds.Company | AbbreviationKinds.Time | AbbreviationKinds.Degree | AbbreviationKinds.State | AbbreviationKinds.Initials
        | AbbreviationKinds.Place | AbbreviationKinds.Measure | AbbreviationKinds.Latin | AbbreviationKinds.Weekday | AbbreviationKinds.Month;

    private const AbbreviationKinds NeverBeforeStarter = AbbreviationKinds.Title | AbbreviationKinds.Inner;

    private static readonly HashLexicon Institutions = HashLexicon.OfFile("institutions.txt");
    private static readonly HashLexicon AfterHours = HashLexicon.OfFile("after-hours.txt");
    private static readonly HashLexicon ExclaimingNames = HashLexicon.OfFile("exclaiming-names.txt");
    private static readonly HashLexicon BeforeLetter = HashLexicon.OfWords("vitamin hepatitis plan grade group type class part section exhibit option side team appendix level category schedule series title act scene point");
    private static readonly HashLexicon Interjections = HashLexicon.OfWords("mm hm hmm shh pst brr grr tsk pfft");
    private static readonly HashLexicon ListDashes = HashLexicon.OfWords("-- – —");
    private static readonly ulong A = TextHash.Lower("a");
    private static readonly ulong Http = TextHash.Lower("http");
    private static readonly ulong Https = TextHash.Lower("https");
    private static readonly ulong I = TextHash.Lower("i");
    private static readonly ulong Mister = TextHash.Lower("mr");
    private static readonly ulong Mistress = TextHash.Lower("mrs");
    private static readonly ulong Ms = TextHash.Lower("ms");
    private static readonly ulong Doctor = TextHash.Lower("dr");
    private static readonly ulong Junior = TextHash.Lower("jr");
    private static readonly ulong Senior = TextHash.Lower("sr");
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
            && !candidate.NextStarts)
        {
            // "Are you sure?" Smith asked.
            return Verdict.Never;
        }

        if (candidate.Core is CoreKind.Question or CoreKind.Exclamation && candidate.Closer == CloserKind.Quote && candidate.NextHash == I && candidate.Opener == OpenerKind.None && CandidateReader.IsSpeechVerb(candidate.SecondNextHash))
        {
            // "Is it far?" I asked.
            return Verdict.Never;
        }

        if (candidate.Core == CoreKind.Ellipsis && candidate.PreviousShape == WordShape.None && candidate.CoreStart > 0 && CandidateReader.IsOpener(text[candidate.CoreStart - 1]))
        {
            // "... Tyler! Flynn!" he read: the ellipsis opens the quotation.
            return Verdict.Never;
        }

        if (candidate.Core == CoreKind.Exclamation && candidate.Closer == CloserKind.None && ExclaimingNames.Find(candidate.PreviousHash) != 0)
        {
            return candidate.NextStarts && !lower ? Verdict.Split : Verdict.Never;
        }

        if (lower && candidate.LowerCaseText && candidate.Core != CoreKind.Ellipsis && candidate.Kinds == AbbreviationKinds.None && !candidate.Initialism && candidate.PreviousLength > 1)
        {
            // A text that never capitalises: "they closed early. i went home."
            return Verdict.Split;
        }

        if (lower && candidate.Core is CoreKind.Ellipsis or CoreKind.LongEllipsis && !candidate.LowerCaseText)
        {
            // "I wasn't really ... well, what I mean"
            return Verdict.Never;
        }

        if (lower && candidate.Core is CoreKind.Question or CoreKind.Exclamation && candidate.Opener == OpenerKind.None && !candidate.LowerCaseText)
        {
            // "the comedy Shall We Dance? at number three", "a poll of Kerrang! readers"
            return Verdict.Never;
        }

        if (lastStop && candidate.NextShape is WordShape.Capitalized or WordShape.AllUpper && candidate.CoreStart > 1 && text[candidate.CoreStart - 1] is '-' or '—' && CharClasses.IsLetter(text[candidate.CoreStart - 2]))
        {
            // Half a word: "Say it slowly. Wonder-. Wonderful."
            return Verdict.Split;
        }

        if (EndsInPlainWord(candidate) || EndsForCertain(candidate))
        {
            return Verdict.Split;
        }

        if (candidate.Opener == OpenerKind.Bracket && candidate.NextShape == WordShape.Digits && candidate.SecondNextShape is WordShape.Capitalized && candidate.Kinds == AbbreviationKinds.None && !candidate.Initialism
            && candidate.SecondNextAfterBracket)
        {
            // "at least one lane. (2) So widen it"
            return Verdict.Split;
        }

        if (candidate.SpacedEllipsis && candidate.NextHash == I)
        {
            // "the thing is . . . I didn't mean it"
            return Verdict.Never;
        }

        return lastStop ? DecideStop(candidate, lower) : Verdict.Ask;
    }

    /// <summary>
    /// An ordinary word, a stop, and a capital: <c>no change in profits." Mark Shepperd said</c>, <c>Yeah. Jennifer</c>. A capitalised word must have a vowel, which
    /// abbreviations that the lexicon does not know often lack.
    /// </summary>
    private static bool EndsInPlainWord(in BoundaryCandidate candidate)
    {
        if (candidate.Core != CoreKind.Stop || candidate.Opener is not (OpenerKind.None or OpenerKind.Quote) || candidate.NextShape is not (WordShape.Capitalized or WordShape.AllUpper or WordShape.SingleUpper)
            || candidate.Kinds != AbbreviationKinds.None || candidate.Initialism || candidate.SeenAsAbbreviation)
        {
            return false;
        }

        AbbreviationKinds known = AbbreviationLexicon.Find(candidate.PreviousHash);
        return candidate.PreviousShape switch
        {
            WordShape.Lower => candidate.PreviousEndsLower && known == AbbreviationKinds.None && (candidate.PreviousLength >= ShortestPlainWord || (candidate.PreviousHasVowel && candidate.PreviousLength > 1)),
            WordShape.AllUpper => known == AbbreviationKinds.None && candidate.NextShape == WordShape.Capitalized,
            WordShape.Capitalized => candidate.PreviousEndsLower && candidate.PreviousHasVowel && candidate.NextShape != WordShape.SingleUpper && (known == AbbreviationKinds.None ? candidate.PreviousLength >= ShortestPlainName : candidate.AtStart && (!candidate.NextStop || candidate.NextHash == candidate.PreviousHash) && (known & AbbreviationKinds.Title) == 0),
            _ => false,
        };
    }

    /// <summary><c>Is it in here? Is it</c>, <c>This appears at page 261. That was</c></summary>
    private static bool EndsForCertain(in BoundaryCandidate candidate)
    {
        if (candidate.NextShape is not (WordShape.Capitalized or WordShape.AllUpper) || candidate.Closer != CloserKind.None || (candidate.Gap == GapKind.None && candidate.Core != CoreKind.Ellipsis))
        {
            return false;
        }

        if (candidate.Core == CoreKind.Stop && candidate.PreviousShape is WordShape.Digits or WordShape.StartsWithDigit && !candidate.AtStart && !candidate.SecondPreviousEndsInMark && candidate.SecondPreviousShape != WordShape.None && candidate.Opener != OpenerKind.Bracket)
        {
            // "276.5 points to KC's 276. Calabar, winners in 2011,"
            return true;
        }

        return candidate.Core == CoreKind.Question || (candidate.Core == CoreKind.Ellipsis && !candidate.SpaceBeforeCore && candidate.Opener == OpenerKind.None && candidate.NextHash != I)
            || (candidate.NextShape == WordShape.Capitalized && candidate.NextStartsForCertain
                && (candidate.Core == CoreKind.Exclamation || (candidate.Core == CoreKind.Ellipsis && !candidate.SpacedEllipsis) || (candidate.Core == CoreKind.Stop && candidate.PreviousShape is WordShape.Digits or WordShape.StartsWithDigit && !candidate.AtStart)));
    }

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
