using System.Buffers;
using System.Text.Json;
using Extraction.Corpora;

namespace Extraction.Evaluation;

/// <summary>
/// Tells the cases of pySBD's own tests whose convention is Universal Dependencies', too. pySBD never splits inside quotation marks or brackets and may hand out
/// strings that are not in the text; its figure on the cases left is 100 % by construction, since they are its own expected results.
/// </summary>
internal static class SharedConvention
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”«»„‘()[]{}");

    public static bool Holds(CorpusDocument document) =>
        document.Raw.TryGetProperty("spans", out JsonElement spans) && spans.ValueKind == JsonValueKind.Array
        && document.Text.AsSpan().IndexOfAny(Marks) < 0 && !HasSingleQuotation(document.Text);

    // A single mark that stands at a word's edge, where no apostrophe does.
    private static bool HasSingleQuotation(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\'' or '’' && (i == 0 || i + 1 == text.Length || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
