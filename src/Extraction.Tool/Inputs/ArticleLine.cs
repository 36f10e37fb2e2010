using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Extraction.Tool;

/// <summary>Reads one line of JSON Lines input: <c>{"id": "...", "text": "...", "published": "2022-02-25"}</c>. Fields it does not know are skipped.</summary>
internal static class ArticleLine
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="InputException">The line is no article; the message says why.</exception>
    public static Article Parse(ReadOnlySpan<byte> line)
    {
        string? id = null;
        string? text = null;
        string? published = null;
        string? language = null;
        bool textIsString = true;
        try
        {
            var reader = new Utf8JsonReader(line, Options);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new InputException("bad-line", "the line is JSON, but no object", null);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("id"u8))
                {
                    reader.Read();
                    id = Scalar(ref reader);
                }
                else if (reader.ValueTextEquals("text"u8))
                {
                    reader.Read();
                    textIsString = reader.TokenType is JsonTokenType.String or JsonTokenType.Null;
                    text = Scalar(ref reader);
                }
                else if (reader.ValueTextEquals("published"u8))
                {
                    reader.Read();
                    published = Scalar(ref reader);
                }
                else if (reader.ValueTextEquals("language"u8))
                {
                    reader.Read();
                    language = Scalar(ref reader);
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }

            // What follows the object makes the line no JSON.
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            throw new InputException("bad-json", $"the line is no JSON (byte {(e.BytePositionInLine ?? 0).ToString(CultureInfo.InvariantCulture)})", id);
        }

        if (text is null || !textIsString)
        {
            throw new InputException("no-text", "the object has no string 'text'", id);
        }

        PublicationTime? time = null;
        if (!string.IsNullOrWhiteSpace(published))
        {
            time = PublicationTime.TryParse(published, out PublicationTime parsed)
                ? parsed
                : throw new InputException("bad-published", $"'published' is no ISO 8601 date or date-time: '{Shorten(published)}'", id);
        }

        var article = new Article(text) { Id = id, Published = time };
        return string.IsNullOrWhiteSpace(language) ? article : article with { Language = language };
    }

    private static string? Scalar(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return String(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    private static string String(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate (\ud83d without its other half), which crawled text is full of and the library takes; the framework's reader does not.
            return Unescape(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (int i = 0; i < escaped.Length; i++)
        {
            char c = escaped[i];
            if (c != '\\')
            {
                text.Append(c);
                continue;
            }

            // The reader has checked that each escape is whole.
            c = escaped[++i];
            switch (c)
            {
                case 'u':
                    text.Append((char)ushort.Parse(escaped.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                case 'n':
                    text.Append('\n');
                    break;
                case 't':
                    text.Append('\t');
                    break;
                case 'r':
                    text.Append('\r');
                    break;
                case 'b':
                    text.Append('\b');
                    break;
                case 'f':
                    text.Append('\f');
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        return text.ToString();
    }

    private static string Shorten(string value) => value.Length <= 40 ? value : value[..40] + "…";
}
