namespace Extraction;

/// <summary>Enum members as the output names them: camelCase, made once an enum.</summary>
internal static class WireNames
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Table<TEnum>.Names[Convert(value)];

    // All enums of the results are bytes that count up from 0; the compiler turns this into a move.
    private static int Convert<TEnum>(TEnum value)
        where TEnum : struct, Enum => System.Runtime.CompilerServices.Unsafe.BitCast<TEnum, byte>(value);

    private static class Table<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly string[] Names = [.. Enum.GetNames<TEnum>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])];
    }
}
