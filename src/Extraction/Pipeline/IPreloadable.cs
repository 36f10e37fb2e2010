namespace Extraction;

/// <summary>What a stage may also be: one that loads something (a model, a word list) at its first article and can be asked to do so before.</summary>
/// <threadsafety><see cref="Preload"/> may be called from any thread, also while an article is worked on, and more than once.</threadsafety>
public interface IPreloadable
{
    /// <summary>Loads what the first article would else have to wait for. Returns when it is loaded.</summary>
    void Preload();
}
