using System.Globalization;
using System.Text;
using Extraction.Corpora;

namespace Extraction.Training.Entities;

/// <summary>
/// Reads articles written with inline marks (Data/own/*.txt; the format of ../shared/tools/inline.py): of the marks, the names and the quotes. Articles begin with '===', lines with their block's kind and a tab.
/// </summary>
internal static class InlineArticles
{
    private static readonly Dictionary<char, string> Types = new()
    {
        ['P'] = "Person",
        ['O'] = "Organization",
        ['G'] = "Gpe",
        ['L'] = "Location",
        ['F'] = "Facility",
        ['N'] = "Norp",
        ['E'] = "Event",
        ['R'] = "Product",
        ['W'] = "WorkOfArt",
        ['A'] = "Law",
        ['Y'] = "Language",
        ['M'] = "Misc",
    };

    public static IEnumerable<CorpusDocument> Read(string path)
    {
        Article? article = null;
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                if (article is not null)
                {
                    yield return article.ToDocument();
                }

                article = new Article(line[4..]);
            }
            else
            {
                article?.Add(line.AsSpan(line.IndexOf('\t') + 1));
            }
        }

        if (article is not null)
        {
            yield return article.ToDocument();
        }
    }

    /// <summary>One article while its lines are read.</summary>
    private sealed class Article(string header)
    {
        private const string Published = "published=";

        private readonly StringBuilder _text = new();
        private readonly List<CorpusEntity> _names = [];
        private readonly SortedDictionary<int, InlineQuote> _quotes = [];
        private readonly Stack<(string Mark, int Start)> _open = new();

        public CorpusDocument ToDocument()
        {
            string[] fields = [.. header.Split('|').Select(f => f.Trim())];
            return new CorpusDocument
            {
                Id = fields[0],
                Text = _text.ToString(),
                Source = "own",
                Dct = fields.FirstOrDefault(f => f.StartsWith(Published, StringComparison.Ordinal))?[Published.Length..],
                Entities = [.. _names.OrderBy(n => n.Span.Start)],
                Quotes = [.. _quotes.Values.Where(q => q.Content.Count > 0).Select(q => q.ToCorpusQuote()).OrderBy(q => q.Content[0].Start)],
            };
        }

        public void Add(ReadOnlySpan<char> line)
        {
            // Open marks: a name's letter; Q, C or S and what stands before the bar; T for a date, whose words stay and whose mark goes.
            _open.Clear();
            for (int i = 0; i < line.Length; i++)
            {
                if (line[i] == '{' && i + 2 < line.Length && line[i + 2] == '|')
                {
                    _open.Push((line[(i + 1)..(i + 2)].ToString(), _text.Length));
                    i += 2;
                }
                else if (_open.Count > 0 && !_open.Peek().Mark.StartsWith('[') && line[i] is '=' or '}')
                {
                    (string type, int start) = _open.Pop();
                    int close = line[i] == '=' ? line[i..].IndexOf('}') : 0;
                    string? name = close > 1 ? line[(i + 1)..(i + close)].ToString() : null;
                    _names.Add(new CorpusEntity(new TextSpan(start, _text.Length), Types[type[0]], null, null, name, null));
                    i += close;
                }
                else if (line[i..].StartsWith("[[") && line[i..].IndexOf('|') is > 0 and int bar)
                {
                    _open.Push(('[' + line[(i + 2)..(i + bar)].ToString(), _text.Length));
                    i += bar;
                }
                else if (line[i..].StartsWith("]]") && _open.Count > 0)
                {
                    (string mark, int start) = _open.Pop();
                    Note(mark.AsSpan(1), new TextSpan(start, _text.Length));
                    i++;
                }
                else
                {
                    _text.Append(line[i]);
                }
            }

            _text.Append('\n');
        }

        /// <summary>Q3d, content of quote 3, direct; C3, its cue; S3=Asha Rao, its source and who it is, '-' for nobody named.</summary>
        private void Note(ReadOnlySpan<char> mark, TextSpan span)
        {
            if (mark.Length < 2 || mark[0] is not ('Q' or 'C' or 'S'))
            {
                return;
            }

            int end = 1;
            while (end < mark.Length && char.IsAsciiDigit(mark[end]))
            {
                end++;
            }

            int number = int.Parse(mark[1..end], CultureInfo.InvariantCulture);
            if (!_quotes.TryGetValue(number, out InlineQuote? quote))
            {
                _quotes.Add(number, quote = new InlineQuote());
            }

            switch (mark[0])
            {
                case 'Q':
                    quote.Kind = mark[end..] switch { "d" => "direct", "m" => "mixed", _ => "indirect" };
                    quote.Content.Add(span);
                    break;
                case 'C':
                    quote.Cue.Add(span);
                    break;
                default:
                    quote.Source.Add(span);
                    string name = end < mark.Length ? mark[(end + 1)..].Trim().ToString() : "-";
                    quote.Speaker = name == "-" ? quote.Speaker : name;
                    break;
            }
        }
    }

    private sealed class InlineQuote
    {
        public string Kind { get; set; } = "";
        public string? Speaker { get; set; }
        public List<TextSpan> Content { get; } = [];
        public List<TextSpan> Cue { get; } = [];
        public List<TextSpan> Source { get; } = [];

        public CorpusQuote ToCorpusQuote() => new(Kind, Content, Cue, Source, Speaker is null ? [] : [Speaker]);
    }
}
