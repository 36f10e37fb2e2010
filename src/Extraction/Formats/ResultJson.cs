using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extraction;

/// <summary>Writes results as JSON to the published schema (<c>docs/output.schema.json</c>): UTF-8, the same bytes for the same result.</summary>
/// <remarks>A lone surrogate in the article, which UTF-8 cannot hold, is written as U+FFFD; offsets are not touched.</remarks>
/// <threadsafety>Stateless; safe from any thread.</threadsafety>
public static class ResultJson
{
    /// <summary>The number of the schema that results follow.</summary>
    public const int SchemaVersion = 1;

    // Names in every script are written as they are; the output is JSON for programs, not for embedding in HTML.
    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, Indented = true };

    /// <summary>One line of JSON, without a line break.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public static byte[] ToUtf8Line(ExtractionResult result) => ToArray(result, Line);

    /// <summary>Indented JSON for reading, lines ended by <c>\n</c>, without a line break at the end.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public static byte[] ToUtf8Indented(ExtractionResult result)
    {
        byte[] json = ToArray(result, Indented);

        // The writer breaks lines as the machine does (.NET 8 cannot be told otherwise). Inside strings both characters are escaped, so each '\r' is one of those.
        return Environment.NewLine == "\n" ? json : Array.FindAll(json, static b => b != (byte)'\r');
    }

    /// <summary>Writes one line of JSON, without a line break.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void WriteUtf8Line(ExtractionResult result, IBufferWriter<byte> output) => Write(result, output, Line);

    private static byte[] ToArray(ExtractionResult result, JsonWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        // Results are roughly three times as long as their article.
        var buffer = new ArrayBufferWriter<byte>(4096 + Math.Min(3 * Math.Min(result.Article.Text.Length, 1 << 24), 1 << 20));
        Write(result, buffer, options);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(ExtractionResult result, IBufferWriter<byte> output, JsonWriterOptions options)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new Utf8JsonWriter(output, options);
        JsonSerializer.Serialize(writer, ResultDocumentMapper.Map(result), ResultJsonContext.Default.ResultDocument);
    }
}
