using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Labelled units to the result: blocks, and what the page's furniture tells.</summary>
internal static class LayoutBuilder
{
    /// <summary>Paragraphs at whose head a dateline is looked for.</summary>
    private const int MostDatelineParagraphs = 3;

    public static ArticleLayout Build(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, LayoutScratch scratch)
    {
        ReadOnlySpan<LayoutUnit> units = CollectionsMarshal.AsSpan(scratch.Units);
        ReadOnlySpan<UnitShape> shapes = CollectionsMarshal.AsSpan(scratch.Shapes);
        var blocks = ImmutableArray.CreateBuilder<Block>(units.Length);
        var authors = ImmutableArray.CreateBuilder<TextSpan>();
        var tags = ImmutableArray.CreateBuilder<TextSpan>();
        TextSpan? title = null;
        TextSpan? byline = null;
        TextSpan? agency = null;
        TextSpan? dateline = null;
        int paragraphs = 0;
        for (int i = 0; i < units.Length; i++)
        {
            ref readonly LayoutUnit unit = ref units[i];
            blocks.Add(new Block(unit.Kind, unit.Span, unit.FirstToken, unit.EndToken));
            switch (unit.Kind)
            {
                case BlockKind.Headline:
                    title ??= unit.Span;
                    break;
                case BlockKind.Byline:
                    byline ??= unit.Span;
                    BylineReader.Read(text, tokens[unit.FirstToken..unit.EndToken], Stamps(scratch, unit), authors);
                    break;
                case BlockKind.Agency:
                    agency ??= BylineReader.Agency(text, tokens[unit.FirstToken..unit.EndToken], Stamps(scratch, unit));
                    break;
                case BlockKind.Dateline:
                    dateline ??= DatelineScanner.Scan(text, unit.Span, shapes[i].Tokens, out TextSpan whole) > 0 ? whole : unit.Span;
                    agency ??= DatelineScanner.Agency(text, dateline.Value);
                    break;
                case BlockKind.Tags:
                    TagReader.Read(text, tokens[unit.FirstToken..unit.EndToken], tags);
                    break;
                case BlockKind.Paragraph when dateline is null && paragraphs++ < MostDatelineParagraphs:
                    if (DatelineScanner.Scan(text, unit.Span, shapes[i].Tokens, out TextSpan head) == 1)
                    {
                        dateline = head;
                        agency ??= DatelineScanner.Agency(text, head);
                    }

                    break;
                default:
                    break;
            }
        }

        ImmutableArray<Timestamp> stamps = PublicationFinder.Find(text, tokens, scratch, dateline, out Stamp? published, out Stamp? updated);
        return new ArticleLayout
        {
            Blocks = blocks.DrainToImmutable(),
            Title = title,
            Byline = byline,
            Authors = authors.DrainToImmutable(),
            Agency = agency,
            Dateline = dateline,
            Tags = tags.DrainToImmutable(),
            Published = published,
            Updated = updated,
            Stamps = stamps,
        };
    }

    private static ReadOnlySpan<Timestamp> Stamps(LayoutScratch scratch, in LayoutUnit unit) => CollectionsMarshal.AsSpan(scratch.Stamps).Slice(unit.FirstStamp, unit.StampCount);
}
