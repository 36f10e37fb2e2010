namespace Extraction;

/// <summary>The characters that quote: the one table of the library.</summary>
internal static class QuotationMark
{
    /// <summary>“ „ ‟ « and ``: marks that only open.</summary>
    public static bool OpensDouble(char c) => c is '\u201C' or '\u201E' or '\u201F' or '\u00AB';

    /// <summary>” and »: marks that only close.</summary>
    public static bool ClosesDouble(char c) => c is '\u201D' or '\u00BB';

    /// <summary>" and ″, which open and close.</summary>
    public static bool IsStraightDouble(char c) => c is '"' or '\u2033' or '\uFF02';

    /// <summary>Any double mark.</summary>
    public static bool IsDouble(char c) => c >= '"' && (IsStraightDouble(c) || OpensDouble(c) || ClosesDouble(c));

    /// <summary>Marks that may open a single-marked quotation.</summary>
    public static bool OpensSingle(char c) => c is '\'' or '\u2018' or '\u201A' or '\u201B' or '\u2039' or '`';

    /// <summary>Marks that may close one; the apostrophe among them.</summary>
    public static bool ClosesSingle(char c) => c is '\'' or '\u2019' or '\u203A';

    /// <summary>Any quotation mark.</summary>
    public static bool IsAny(char c) => IsDouble(c) || OpensSingle(c) || ClosesSingle(c);
}
