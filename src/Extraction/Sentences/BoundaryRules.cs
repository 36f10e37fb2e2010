using static Extraction.BoundaryCandidate;

namespace Extraction;

/// <summary>The certain cases. What no rule decides is asked of the model.</summary>
internal static partial class BoundaryRules
{
    /// <summary>What a user's abbreviation counts as.</summary>
    public const AbbreviationKinds UserAbbreviation = (AbbreviationKinds)0x8000;

    private const int ShortestPlainWord = 4;
    private const int ShortestPlainName = 3;

    private static readonly HashLexicon AfterHours = HashLexicon.OfFile("after-hours.txt");
    private static readonly HashLexicon ExclaimingNames = HashLexicon.OfFile("exclaiming-names.txt");
    private static readonly ulong A = TextHash.Lower("a");
    private static readonly ulong I = TextHash.Lower("i");

    public enum Verdict : byte
    {
        Ask,
        Split,
        Never,
    }

    /// <summary>The word goes on with a time of day: <c>EDT</c>, <c>Monday</c>.</summary>
    public static bool GoesOnAfterClock(ulong word) => AfterHours.Contains(word);

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

        if (lastStop && candidate.NextHash == A && candidate.NextStop && candidate.Kinds == AbbreviationKinds.None && !candidate.Initialism && candidate.PreviousLength > 1
            && candidate.Next + 2 < text.Length && CharClasses.IsSpace(text[candidate.Next + 2]))
        {
            // A list begins: "three rules for Mr. Obi. a. walk to work b. sleep"
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
}
