using System.Collections.Immutable;

namespace Extraction;

/// <summary>Date and time expressions with values.</summary>
internal sealed class DateStage : IExtractionStage
{
    private readonly DateOptions _options;

    public DateStage(DateOptions options) => _options = options.Copy();

    public StageContract Contract { get; } = StageContract.Named(StageNames.Dates).Needs(Layers.Tokens, Layers.Sentences).Uses(Layers.Layout).Gives(Layers.Dates);

    public void Run(ExtractionContext context)
    {
        _ = context.TryGet(Layers.Layout, out ArticleLayout? layout);
        DateScratch scratch = context.Scratch<DateScratch>();
        context.Set(Layers.Dates, DateFinder.Find(context.Text, context.Get(Layers.Tokens).Span, layout, context.Published, _options, scratch, context.CancellationToken));
    }
}
