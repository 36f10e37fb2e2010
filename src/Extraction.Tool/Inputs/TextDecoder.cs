using System.Text;

namespace Extraction.Tool;

/// <summary>Bytes to text. A byte-order mark names the encoding and is no part of the text; otherwise it is UTF-8, and what is not becomes U+FFFD.</summary>
internal static class TextDecoder
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes[2..]) : Encoding.UTF8.GetString(bytes);
    }
}
