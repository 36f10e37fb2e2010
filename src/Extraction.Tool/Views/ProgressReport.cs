using System.Diagnostics;
using System.Globalization;

namespace Extraction.Tool;

/// <summary>Progress and summary on standard error: to a terminal, or when asked for; otherwise silent.</summary>
internal sealed class ProgressReport : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);

    private readonly TextWriter _error;
    private readonly bool _shown;
    private readonly bool _terminal;
    private readonly long _totalBytes;
    private readonly Func<long> _bytes;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Timer? _timer;
    private readonly Lock _lock = new();
    private long _articles;
    private long _failures;
    private long _words;
    private bool _lineOpen;
    private bool _finished;

    private ProgressReport(TextWriter error, bool shown, bool terminal, long totalBytes, Func<long> bytes)
    {
        _error = error;
        _shown = shown;
        _terminal = terminal;
        _totalBytes = totalBytes;
        _bytes = bytes;
        if (shown)
        {
            _timer = new Timer(_ => Show(), null, First, terminal ? TerminalInterval : LogInterval);
        }
    }

    /// <param name="surroundings">Tells whether standard error is a terminal.</param>
    /// <param name="asked">Whether the user asked for it.</param>
    /// <param name="files">The inputs, whose sizes tell how much there is to do.</param>
    /// <param name="bytes">How much has been read.</param>
    public static ProgressReport Start(Surroundings surroundings, bool asked, IReadOnlyList<InputFile> files, Func<long> bytes)
    {
        bool terminal = surroundings.ErrorIsTerminal;
        // A compressed file's size says nothing of its content's, and standard input has none.
        bool known = files.All(f => f is { IsStandardInput: false, IsCompressed: false, Problem: null });
        long total = known && (asked || terminal) ? files.Sum(f => new FileInfo(f.Path).Length) : 0;
        return new ProgressReport(surroundings.Error, asked || terminal, terminal, total, bytes);
    }

    public void Count(bool success, int words)
    {
        Interlocked.Increment(ref _articles);
        Interlocked.Add(ref _words, words);
        if (!success)
        {
            Interlocked.Increment(ref _failures);
        }
    }

    /// <summary>Writes the summary.</summary>
    /// <returns>True where no article failed.</returns>
    public bool Finish()
    {
        lock (_lock)
        {
            _finished = true;
            if (_shown)
            {
                CloseLine();
                _error.WriteLine(Line());
            }
        }

        return _failures == 0;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _finished = true;
            CloseLine();
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_finished)
            {
                return;
            }

            string share = _totalBytes > 0 ? $"{(Math.Min(1.0, (double)_bytes() / _totalBytes)).ToString("P0", CultureInfo.InvariantCulture)}  " : "";
            if (_terminal)
            {
                // Back to the line's start, and what the last line left is cleared.
                _error.Write($"\r\u001b[K{share}{Line()}");
                _lineOpen = true;
            }
            else
            {
                _error.WriteLine(share + Line());
            }
        }
    }

    private void CloseLine()
    {
        if (_lineOpen)
        {
            _error.Write("\r\u001b[K");
            _lineOpen = false;
        }
    }

    private string Line()
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        double seconds = Math.Max(elapsed.TotalSeconds, 0.001);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_articles:N0} articles, {_failures:N0} failed, {_words:N0} words in {elapsed.TotalSeconds:N1} s ({_articles / seconds:N0} articles/s, {_words / seconds:N0} words/s)");
    }
}
