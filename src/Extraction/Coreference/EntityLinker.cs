using System.Collections.Immutable;

namespace Extraction;

/// <summary>Links the names of an article: every mention of one thing in one entity. Usable alone, without a pipeline.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class EntityLinker
{
    private readonly LinkingLexicons _lexicons = LinkingLexicons.Shared;
    private readonly Dictionary<ulong, ulong> _aliases = [];
    private readonly bool _linkTitles;

    /// <summary>A linker with default options.</summary>
    public EntityLinker()
        : this(new LinkingOptions())
    {
    }

    /// <summary>A linker with the given options, which it copies.</summary>
    public EntityLinker(LinkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _linkTitles = options.LinkTitles;
        ulong group = 0;
        foreach (IReadOnlyCollection<string> names in options.Aliases)
        {
            group++;
            foreach (string name in names)
            {
                _aliases[NameFold.Hash(name)] = group;
            }
        }
    }

    /// <summary>Links mentions that a recogniser or an annotator found.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="mentions">Names in it, in any order; spans outside the text are left out.</param>
    /// <returns>The entities in order of first mention.</returns>
    public ImmutableArray<Entity> Link(string text, IEnumerable<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mentions);
        var scratch = new LinkScratch();
        var tokens = new TokenList();
        Tokenizer.ReadWords(text, tokens);
        scratch.Start(text, tokens);
        foreach (Mention mention in mentions.Where(m => m.Span.Start >= 0 && m.Span.End <= text.Length && !m.Span.IsEmpty).OrderBy(m => m.Span))
        {
            scratch.Mentions.Add(mention with { FirstToken = -1, EndToken = -1 });
        }

        return Link(scratch, CancellationToken.None);
    }

    /// <summary>Links the mentions that the scratch memory has been started with.</summary>
    internal ImmutableArray<Entity> Link(LinkScratch scratch, CancellationToken cancellationToken)
    {
        EvidenceReader.Read(scratch, _lexicons);
        NameReader.Read(scratch, _lexicons);
        cancellationToken.ThrowIfCancellationRequested();
        TypeReconciler.Reconcile(scratch, _lexicons);
        LineUps.Settle(scratch);
        ToldAliases.Link(scratch);
        PersonNames.Link(scratch, _lexicons);
        cancellationToken.ThrowIfCancellationRequested();
        ThingNames.Link(scratch, _lexicons, _aliases);
        cancellationToken.ThrowIfCancellationRequested();
        MentionResolver.Resolve(scratch, _lexicons);
        cancellationToken.ThrowIfCancellationRequested();
        RoleFinder.Find(scratch, _lexicons);
        return EntityBuilder.Build(scratch, _lexicons, _linkTitles);
    }
}
