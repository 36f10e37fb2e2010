using System.Globalization;
using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>The one table of character classes: 128 entries, and the Unicode category for the rest. Independent of culture.</summary>
internal static class CharClasses
{
    private static readonly CharClass[] AsciiTable = MakeAscii();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharClass Of(char c) => c < 128 ? AsciiTable[c] : OfWide(c);

    /// <summary>A letter, a mark on a letter, or a digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWordChar(char c) => Of(c) is CharClass.Letter or CharClass.Upper or CharClass.Digit;

    /// <summary>A letter or a mark on a letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetter(char c) => Of(c) is CharClass.Letter or CharClass.Upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsUpper(char c) => Of(c) == CharClass.Upper;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsDigit(char c) => Of(c) == CharClass.Digit;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSpace(char c) => Of(c) is CharClass.Space or CharClass.LineBreak;

    private static CharClass OfWide(char c)
    {
        switch (c)
        {
            case '\u2019' or '\u2018' or '\u201B' or '\u02BC' or '\uFF07':
                return CharClass.Apostrophe;
            case '\u2010' or '\u2011':
                return CharClass.Hyphen;
            case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF':
                return CharClass.Format;
            case '\u0085' or '\u2028' or '\u2029':
                return CharClass.LineBreak;
            case '\uFF01' or '\uFF1F' or '\u203C' or '\u203D' or '\u2047' or '\u2048' or '\u2049':
                return CharClass.Bang;
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter:
                return CharClass.Upper;
            case UnicodeCategory.LowercaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark:
                return CharClass.Letter;
            case UnicodeCategory.DecimalDigitNumber:
                return CharClass.Digit;
            case UnicodeCategory.Surrogate:
                return CharClass.Surrogate;
            case UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation:
                return CharClass.Mark;
            default:
                return char.IsWhiteSpace(c) ? CharClass.Space : CharClass.Symbol;
        }
    }

    private static CharClass[] MakeAscii()
    {
        var table = new CharClass[128];
        for (char c = '\0'; c < 128; c++)
        {
            table[c] = c switch
            {
                '\n' or '\r' or '\f' or '\v' => CharClass.LineBreak,
                >= 'a' and <= 'z' => CharClass.Letter,
                >= 'A' and <= 'Z' => CharClass.Upper,
                >= '0' and <= '9' => CharClass.Digit,
                '_' => CharClass.Underscore,
                '\'' => CharClass.Apostrophe,
                '-' => CharClass.Hyphen,
                '.' => CharClass.Stop,
                '?' or '!' => CharClass.Bang,
                '@' => CharClass.At,
                '#' => CharClass.Hash,
                '*' or '=' or '~' or '+' or '<' or '>' or '|' or '`' or '^' or '\\' or '$' => CharClass.Repeated,
                '%' => CharClass.Symbol,
                _ => char.IsWhiteSpace(c) ? CharClass.Space : char.IsPunctuation(c) ? CharClass.Mark : CharClass.Symbol,
            };
        }

        return table;
    }
}
