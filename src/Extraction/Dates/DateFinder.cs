using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>From tokens to expressions: lexer and grammar block by block, then the resolver over the whole text.</summary>
internal static class DateFinder
{
    // A block longer than this is cut where a line ends or, at the latest, here: the run can be cancelled between the pieces.
    private const int LongestPiece = 4096;

    public static ImmutableArray<DateExpression> Find(
        string text, ReadOnlySpan<Token> tokens, ArticleLayout? layout, PublicationTime? published, DateOptions options, DateScratch scratch, CancellationToken cancellationToken)
    {
        List<Atom> atoms = scratch.Atoms;
        List<DateMatch> matches = scratch.Matches;
        atoms.Clear();
        matches.Clear();
        if (layout is null)
        {
            Pieces(text, tokens, atoms, matches, options, cancellationToken);
        }
        else
        {
            int stamp = 0;
            foreach (Block block in layout.Blocks)
            {
                if (block.Kind == BlockKind.Other)
                {
                    continue;
                }

                // The layout has read the furniture's stamps; the grammar reads what stands between them.
                int first = block.FirstToken;
                for (int i = first; i < block.EndToken; i++)
                {
                    while (stamp < layout.Stamps.Length && layout.Stamps[stamp].Span.End <= tokens[i].Start)
                    {
                        stamp++;
                    }

                    if (stamp < layout.Stamps.Length && layout.Stamps[stamp].Span.Start < tokens[i].End)
                    {
                        Pieces(text, tokens[first..i], atoms, matches, options, cancellationToken);
                        first = i + 1;
                    }
                }

                Pieces(text, tokens[first..block.EndToken], atoms, matches, options, cancellationToken);
            }
        }

        ImmutableArray<Timestamp> stamps = layout?.Stamps ?? [];
        if (matches.Count == 0 && stamps.IsEmpty)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<DateExpression>(matches.Count + stamps.Length);
        var resolver = new DateResolver(text, CollectionsMarshal.AsSpan(atoms), CollectionsMarshal.AsSpan(matches), published, options);
        resolver.Run(found, layout?.Dateline);
        if (!stamps.IsEmpty)
        {
            StampDates.Append(layout!, published?.Date, found);
            found.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        }

        return found.DrainToImmutable();
    }

    private static void Pieces(string text, ReadOnlySpan<Token> tokens, List<Atom> atoms, List<DateMatch> matches, DateOptions options, CancellationToken cancellationToken)
    {
        while (!tokens.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int length = 1;
            while (length < tokens.Length && length < LongestPiece && !tokens[length].Has(TokenFlags.ParagraphStart))
            {
                length++;
            }

            int offset = atoms.Count;
            new DateLexer(text, atoms).Block(tokens[..length]);
            new DateGrammar(text, CollectionsMarshal.AsSpan(atoms)[offset..], options).Run(matches, offset);
            tokens = tokens[length..];
        }
    }
}
