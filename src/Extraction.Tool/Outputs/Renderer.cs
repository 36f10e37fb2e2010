using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extraction.Tool;

/// <summary>Results and errors as bytes of one format. Runs on the workers' threads.</summary>
internal sealed class Renderer(OutputFormat format, bool colour, int width)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Rendered Render(ExtractionResult result)
    {
        byte[] bytes;
        switch (format)
        {
            case OutputFormat.Json:
                bytes = [.. ResultJson.ToUtf8Indented(result), (byte)'\n'];
                break;
            case OutputFormat.Jsonl:
                var buffer = new ArrayBufferWriter<byte>(Math.Min(4096 + (3 * Math.Min(result.Article.Text.Length, 1 << 20)), 1 << 20));
                ResultJson.WriteUtf8Line(result, buffer);
                buffer.Write("\n"u8);
                bytes = buffer.WrittenSpan.ToArray();
                break;
            case OutputFormat.Explanation:
                bytes = Encoding.UTF8.GetBytes(ExplainView.Render(result));
                break;
            default:
                bytes = Encoding.UTF8.GetBytes(TextView.Render(result, colour, width));
                break;
        }

        return new Rendered(bytes, CountWords(result.Article.Text));
    }

    /// <summary>An error in its article's place.</summary>
    public byte[] RenderError(InputItem item, string? id, string code, string message)
    {
        if (format is OutputFormat.Text or OutputFormat.Explanation)
        {
            return Encoding.UTF8.GetBytes($"{item.File.Path}:{item.Line}: {code}: {message}\n\n");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteNumber("line"u8, item.Line);
            writer.WriteString("source"u8, item.File.Path);
            writer.WriteStartObject("error"u8);
            writer.WriteString("code"u8, code);
            writer.WriteString("message"u8, message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static int CountWords(string text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool letter = !char.IsWhiteSpace(c);
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }

        return words;
    }
}
