using System.Diagnostics.CodeAnalysis;

namespace Extraction;

/// <summary>One article's run through a pipeline: the text, the layers given so far, and memory that is reused from run to run.</summary>
/// <threadsafety>Belongs to one thread at a time; a stage must not keep it.</threadsafety>
public sealed class ExtractionContext
{
    private readonly Dictionary<Layer, object> _layers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, object> _scratch = [];
    private StageContract? _running;

    internal ExtractionContext()
    {
    }

    /// <summary>The article as given.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>The article's text.</summary>
    public string Text => Article.Text;

    /// <summary>Asks the run to stop; a stage checks it at least every few thousand tokens.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>When the article was published: as the caller said, otherwise as the layout found, otherwise null.</summary>
    public PublicationTime? Published =>
        Article.Published ?? (_layers.TryGetValue(Layers.Layout, out object? layout) ? ((ArticleLayout)layout).Published?.Time : null);

    /// <summary>The value of a layer that the running stage needs.</summary>
    /// <exception cref="InvalidOperationException">The layer is not there, or the running stage's contract does not name it.</exception>
    public T Get<T>(Layer<T> layer)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(layer);
        Guard(layer, reading: true);
        return _layers.TryGetValue(layer, out object? value)
            ? (T)value
            : throw new InvalidOperationException($"No stage has given the layer '{layer.Name}'.");
    }

    /// <summary>The value of a layer, where it is there.</summary>
    /// <exception cref="InvalidOperationException">The running stage's contract does not name the layer.</exception>
    public bool TryGet<T>(Layer<T> layer, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(layer);
        Guard(layer, reading: true);
        if (_layers.TryGetValue(layer, out object? found))
        {
            value = (T)found;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Gives a layer, or gives it anew.</summary>
    /// <exception cref="InvalidOperationException">The running stage's contract does not name the layer among its gifts.</exception>
    public void Set<T>(Layer<T> layer, T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(value);
        Guard(layer, reading: false);
        _layers[layer] = value;
    }

    /// <summary>Memory for a stage's own use, made once and kept with the context from run to run; it comes back as the last run left it.</summary>
    /// <typeparam name="T">A type of the stage's own, so that no two stages share one.</typeparam>
    public T Scratch<T>()
        where T : class, new()
    {
        if (_scratch.TryGetValue(typeof(T), out object? found))
        {
            return (T)found;
        }

        var made = new T();
        _scratch.Add(typeof(T), made);
        return made;
    }

    internal void Start(Article article, CancellationToken cancellationToken)
    {
        Article = article;
        CancellationToken = cancellationToken;
        _layers.Clear();
    }

    internal void Enter(StageContract? stage) => _running = stage;

    internal bool TryPeek(Layer layer, [NotNullWhen(true)] out object? value) => _layers.TryGetValue(layer, out value);

    internal void Finish()
    {
        _running = null;
        _layers.Clear();
        Article = null!;
        CancellationToken = default;
    }

    private void Guard(Layer layer, bool reading)
    {
        if (_running is null)
        {
            return;
        }

        bool declared = reading
            ? _running.Needed.Contains(layer) || _running.Used.Contains(layer) || _running.Refined.Contains(layer) || _running.Given.Contains(layer)
            : _running.Given.Contains(layer) || _running.Refined.Contains(layer);
        if (!declared)
        {
            throw new InvalidOperationException(
                $"The stage '{_running.Name}' {(reading ? "reads" : "gives")} the layer '{layer.Name}', which its contract does not name.");
        }
    }
}
