using System.Collections.Concurrent;

namespace Extraction.Tool;

/// <summary>An output file for each input, each appearing when it is whole.</summary>
internal sealed class FolderSink : IOutputSink
{
    private readonly string[] _paths;
    private readonly string _key;
    private readonly bool _resume;
    private readonly bool _countsLines;
    private readonly ConcurrentDictionary<int, AtomicFile> _open = new();
    private long _left;

    /// <param name="paths">The output of each input.</param>
    /// <param name="key">The run's key.</param>
    /// <param name="resume">Whether to keep what an earlier run wrote.</param>
    /// <param name="countsLines">Whether the format has one line for each article, so that an unfinished file can be taken up.</param>
    public FolderSink(string[] paths, string key, bool resume, bool countsLines)
    {
        _paths = paths;
        _key = key;
        _resume = resume;
        _countsLines = countsLines;
    }

    /// <summary>Names the outputs: the input's name below its folder, with the format's ending.</summary>
    /// <exception cref="ArgumentException">Two inputs would write one file, or one its own input.</exception>
    public static string[] PathsFor(IReadOnlyList<InputFile> files, string folder, OutputFormat format)
    {
        string ending = format switch { OutputFormat.Json => ".json", OutputFormat.Jsonl => ".jsonl", _ => ".txt" };
        var paths = new string[files.Count];
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < paths.Length; i++)
        {
            string name = files[i].RelativeName;
            name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
            paths[i] = Path.Combine(folder, Path.ChangeExtension(name, ending));
            if (Path.GetFullPath(paths[i]) == Path.GetFullPath(files[i].Path))
            {
                throw new ArgumentException($"the output would replace the input '{files[i].Path}': name another folder");
            }

            if (!inputs.TryAdd(paths[i], files[i].Path))
            {
                throw new ArgumentException($"the inputs '{inputs[paths[i]]}' and '{files[i].Path}' would both write '{paths[i]}'");
            }
        }

        return paths;
    }

    public bool IsDone(int fileIndex)
    {
        if (_resume && File.Exists(_paths[fileIndex]))
        {
            return true;
        }

        AtomicFile file = AtomicFile.Open(_paths[fileIndex], _key, _resume && _countsLines);
        _left = file.Lines;
        _open[fileIndex] = file;
        return false;
    }

    public bool Skip(int fileIndex) => _left-- > 0;

    public ValueTask WriteAsync(int fileIndex, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        _open[fileIndex].WriteAsync(bytes, cancellationToken);

    public async ValueTask EndFileAsync(int fileIndex, CancellationToken cancellationToken)
    {
        if (_open.TryRemove(fileIndex, out AtomicFile? file))
        {
            await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (AtomicFile file in _open.Values)
        {
            await file.DisposeAsync().ConfigureAwait(false);
        }
    }
}
