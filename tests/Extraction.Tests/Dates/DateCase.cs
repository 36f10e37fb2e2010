using System.Globalization;

namespace Extraction.Tests.Dates;

/// <summary>One row of the case files: a sentence, what it is read against, and the expressions that a reader finds in it.</summary>
public sealed record DateCase(string File, int Line, string Sentence, PublicationTime? Reference, DateOptions Options, string Expected)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line} {Sentence}");

    public static IEnumerable<DateCase> ReadAll()
    {
        foreach (string path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "dates-*.md").Order(StringComparer.Ordinal))
        {
            PublicationTime? reference = null;
            DateOptions options = new();
            int line = 0;
            foreach (string text in System.IO.File.ReadLines(path))
            {
                line++;
                if (text.StartsWith("## ", StringComparison.Ordinal))
                {
                    reference = null;
                    options = new DateOptions();
                }
                else if (text.StartsWith("Reference: ", StringComparison.Ordinal))
                {
                    reference = text == "Reference: none" ? null
                        : PublicationTime.TryParse(text.AsSpan("Reference: ".Length), out PublicationTime time) ? time
                        : throw new InvalidDataException($"{path}:{line}: no date: {text}");
                }
                else if (text == "Ages: yes")
                {
                    options.IncludeAges = true;
                }
                else if (text == "Vague: no")
                {
                    options.IncludeVagueReferences = false;
                }
                else if (text == "Mode: narrative")
                {
                    options.Mode = DateMode.Narrative;
                }
                else if (text.StartsWith("Order: ", StringComparison.Ordinal))
                {
                    options.NumericOrder = text == "Order: day first" ? NumericOrder.DayFirst : NumericOrder.MonthFirst;
                }
                else if (text.StartsWith("| ", StringComparison.Ordinal) && text != "| sentence | expected |")
                {
                    string[] cells = text.Trim('|', ' ').Split(" | ");
                    if (cells.Length != 2)
                    {
                        throw new InvalidDataException($"{path}:{line}: two cells wanted: {text}");
                    }

                    yield return new DateCase(Path.GetFileName(path), line, cells[0].Trim(), reference, options, cells[1].Trim());
                }
            }
        }
    }
}
