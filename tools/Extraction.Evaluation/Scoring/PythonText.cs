using System.Globalization;
using System.Text;

namespace Extraction.Evaluation.Scoring;

/// <summary>Character classes and rounding as the reference scorers (Python) have them, so that both agree to the digit.</summary>
internal static class PythonText
{
    /// <summary>Python's <c>str.isspace</c>: .NET's white space and the four separators U+001C to U+001F.</summary>
    public static bool IsSpace(int c) => c is >= 0x1C and <= 0x1F || (c <= 0xFFFF && char.IsWhiteSpace((char)c));

    /// <summary>Python's <c>str.isalnum</c>: letters and everything with a numeric value.</summary>
    public static bool IsAlnum(int c) => CategoryOf(c) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        _ => false,
    };

    /// <summary>Whether the last character of a slice is alphanumeric, surrogate pairs read as one.</summary>
    public static bool EndsAlnum(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (Rune.DecodeLastFromUtf16(text, out Rune rune, out _) == System.Buffers.OperationStatus.Done) && IsAlnum(rune.Value);

    /// <summary>Whether the first character of a slice is alphanumeric, surrogate pairs read as one.</summary>
    public static bool StartsAlnum(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (Rune.DecodeFromUtf16(text, out Rune rune, out _) == System.Buffers.OperationStatus.Done) && IsAlnum(rune.Value);

    /// <summary>The words of a text, split at white space.</summary>
    public static List<string> Split(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        int i = 0;
        while (i < text.Length)
        {
            while (i < text.Length && IsSpace(text[i]))
            {
                i++;
            }

            int start = i;
            while (i < text.Length && !IsSpace(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(text[start..i].ToString());
            }
        }

        return words;
    }

    /// <summary>The text with white space collapsed.</summary>
    public static string Collapse(ReadOnlySpan<char> text) => string.Join(' ', Split(text));

    /// <summary>A span without white space at its ends.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Python's <c>round(x, 2)</c>: of the exact binary value, ties to even.</summary>
    public static double Round2(double value) =>
        (double)decimal.Round(decimal.Parse(value.ToString("F24", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), 2, MidpointRounding.ToEven);

    private static UnicodeCategory CategoryOf(int c) => Rune.IsValid(c) ? Rune.GetUnicodeCategory(new Rune(c)) : UnicodeCategory.Surrogate;
}
