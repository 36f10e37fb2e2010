using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>Features of one token as hashes; templates are numbered, so that adding one leaves the others' weights in place.</summary>
internal sealed partial class QuoteFeatures
{
    /// <summary>More than any token gets.</summary>
    public const int Capacity = 160;

    private const ulong Start = 0x1111;
    private const ulong End = 0x2222;

    private readonly ulong[] _features = new ulong[Capacity];
    private QuoteView _view = new();
    private int _count;
    private int _first;
    private int _end;

    public ReadOnlySpan<ulong> Span => _features.AsSpan(0, _count);

    /// <summary>Sets the stretch whose tokens are asked for: a block or a part of one.</summary>
    public void Enter(QuoteView view, int first, int end)
    {
        _view = view;
        _first = first;
        _end = end;
    }

    public void Clear() => _count = 0;

    /// <summary>Features that look at the text alone.</summary>
    public void First(int i)
    {
        _count = 0;
        QuoteView v = _view;
        ulong w = v.Word[i];
        ulong q = Q(i);
        Add(1, 0);
        for (int k = -3; k <= 3; k++)
        {
            Add(5 + k, W(i + k));
        }

        Add(10, W(i - 1), w);
        Add(11, w, W(i + 1));
        Add(12, W(i - 2), W(i - 1));
        Add(13, W(i + 1), W(i + 2));
        Add(14, W(i - 1), W(i + 1));
        Add(15, v.Suffix3[i]);
        Add(16, v.Suffix2[i]);
        Add(17, v.Shape[i]);
        Add(18, S(i - 1));
        Add(19, S(i + 1));
        Add(120, S(i - 1) | (S(i) << 8) | (S(i + 1) << 16));
        Add(20, q);
        Add(21, Q(i - 1) | (q << 4) | (Q(i + 1) << 8));
        Add(22, q, w);
        Add(23, q, W(i - 1));
        Add(24, q, W(i + 1));
        ulong cue = v.Cue[i];
        Add(25, cue);
        Add(26, C(i - 1) | (cue << 4) | (C(i + 1) << 8));
        int sentence = v.SentenceOf[i];
        Add(27, i == _first || v.SentenceOf[i - 1] != sentence ? 1u : 0);
        Add(28, i == _first ? 1u : 0);
        Entities(i, w);
        Clusters(i, q);
        Cues(i, w, q);
        Surroundings(i, q);
        if (q != 0)
        {
            Quotation(i);
        }
    }

    private void Entities(int i, ulong w)
    {
        ulong e = E(i);
        ulong before = E(i - 1);
        ulong after = E(i + 1);
        Add(30, e);
        Add(31, before | (e << 8));
        Add(32, e | (after << 8));
        Add(33, before | (e << 8) | (after << 16));
        Add(34, e, W(i - 1));
        Add(35, e, W(i + 1));
        Add(36, E(i - 1), w);
        Add(37, E(i + 1), w);
        Add(38, E(i + 2) | (after << 8), w);
    }

    private void Clusters(int i, ulong q)
    {
        ClusterPath own = K(i);
        ClusterPath before = K(i - 1);
        ClusterPath after = K(i + 1);
        Add(170, own.Fine);
        Add(171, before.Fine);
        Add(172, after.Fine);
        Add(173, K(i - 2).Middle);
        Add(174, K(i + 2).Middle);
        Add(175, own.Finest);
        Add(176, before.Middle, own.Middle);
        Add(177, own.Middle, after.Middle);
        Add(178, before.Coarse | ((ulong)own.Coarse << 16) | ((ulong)after.Coarse << 32));
        Add(179, own.Middle, q);
        int l = _view.LeftCue[i];
        if (l >= _first)
        {
            ClusterPath cue = K(l);
            Add(180, cue.Fine, own.Coarse);
            Add(181, cue.Fine, K(l + 1).Middle);
        }

        int r = _view.RightCue[i];
        if (r >= 0 && r < _end)
        {
            Add(182, K(r).Fine, own.Coarse);
        }
    }

    private void Cues(int i, ulong w, ulong q)
    {
        QuoteView v = _view;
        int l = v.LeftCue[i];
        int r = v.RightCue[i];
        l = l >= _first ? l : -1;
        r = r < _end ? r : -1;
        ulong lw = l < 0 ? 0 : v.Word[l];
        ulong rw = r < 0 ? 0 : v.Word[r];
        ulong ld = l < 0 ? 9 : Distance(i - l);
        ulong rd = r < 0 ? 9 : Distance(r - i);
        Add(40, lw);
        Add(41, rw);
        Add(42, ld | (q << 8));
        Add(43, rd | (q << 8));
        Add(44, lw, rw);
        Add(45, lw, ld);
        Add(46, rw, rd);
        Add(47, lw, w);
        Add(48, rw, w);
        ulong lc = l < 0 ? 0u : v.Cue[l];
        ulong rc = r < 0 ? 0u : v.Cue[r];
        Add(49, lc | (rc << 4) | (ld << 8) | (rd << 16));
        if (l >= 0)
        {
            ulong comma = v.Commas[i] - v.Commas[l] > 0 || IsComma(i) ? 1u : 0u;
            ulong that = i > l && v.Thats[Math.Min(i + 1, v.Count - 1)] - v.Thats[l + 1] > 0 ? 1u : 0u;
            Add(50, lw, W(l + 1) ^ q);
            Add(51, comma | (that << 1) | (q << 4));
            Add(52, lw, comma | (that << 1));
            Add(53, lc | (comma << 4) | (that << 5) | (q << 8) | (ld << 12));
            Add(54, lc, W(l + 1));
            Add(55, lw, W(l - 1));
        }

        if (r >= 0)
        {
            ulong comma = v.Commas[r] - v.Commas[i] > 0 ? 1u : 0u;
            Add(60, comma | (q << 4));
            Add(61, rw, W(r + 1));
            Add(62, rw, W(r - 1));
            Add(63, rc | (comma << 4) | (q << 8) | (rd << 12));
            Add(64, rc, W(r + 1));
            int end = Math.Min(SentenceEnd(i), _end);
            Add(65, (ulong)Math.Min(6, end - r), rw);
            Add(66, rc | ((ulong)Math.Min(6, end - r) << 8) | (comma << 16));
            Add(67, rc | (comma << 4) | (E(r - 1) << 8) | (E(r + 1) << 16));
        }
    }

    private void Surroundings(int i, ulong q)
    {
        QuoteView v = _view;
        int start = Math.Max(_first, SentenceStart(i));
        int end = Math.Min(_end, SentenceEnd(i));
        ulong cue = 0;
        ulong before = 0;
        for (int k = end - 1; k >= start && k > end - 6; k--)
        {
            if (v.Cue[k] >= 3)
            {
                cue = 1;
                int from = Math.Max(i, Math.Max(start, k - 8));
                before |= k > from && v.Commas[k] - v.Commas[Math.Min(k, from + 1)] > 0 ? 1u : 0;
            }
        }

        Add(70, cue | (before << 1) | (q << 4));
        Add(71, W(start), q);
        Add(72, W(start), W(start + 1));
        Add(73, W(end - 1) ^ (q << 60), v.SentenceOf[i] == v.SentenceOf[Math.Min(i + 1, v.Count - 1)] ? 1u : 0);
        int block = v.BlockOf[i];
        ulong kind = block < v.Blocks.Length ? (ulong)v.Blocks[block].Kind : 0;
        Add(74, kind);
        // What the paragraph before ends with: "The minister's letter reads:" / the letter.
        ulong ended = _first > 0 ? v.Word[_first - 1] : Start;
        Add(75, ended ^ (q << 60));
        // "Caddell continued:" / "The health issue …
        if (end == _end && _end < v.Count)
        {
            Add(76, v.Word[_end - 1], v.Word[_end]);
            Add(77, v.Word[_end - 1] ^ ((ulong)v.Quoted[_end] << 60), cue | (q << 4) | C(i) << 8);
        }
    }

    private void Quotation(int i)
    {
        QuoteView v = _view;
        QuotedSpan span = v.Spans[v.SpanOf[i]];
        int a = span.FirstToken;
        int z = span.EndToken - 1;
        Add(80, W(a - 1));
        Add(81, W(z + 1));
        Add(82, W(z + 1), W(z + 2));
        Add(83, W(a - 2), W(a - 1));
        ulong length = (ulong)Math.Min(12, span.Words);
        Add(84, length);
        ulong after = 0;
        for (int k = z + 1; k < _end && k < z + 8; k++)
        {
            after |= v.Cue[k] >= 3 ? 1u : 0;
        }

        ulong before = 0;
        for (int k = a - 1; k >= _first && k > a - 10; k--)
        {
            before |= v.Cue[k] >= 3 ? 1u : 0;
        }

        ulong bin = Math.Min(6, length);
        Add(85, before | (after << 1) | (bin << 4));
        Add(86, a == _first ? 1u : 0);
        Add(87, W(z), bin);
        Add(88, W(z - 1), W(z + 1));
        Add(89, W(a + 1), bin);
        Add(90, (uint)Math.Min(4, i - a) | (bin << 8) | (span.IsClosed ? 0u : 1u << 16) | (span.Continues ? 1u << 17 : 0));
        Add(91, E(a - 1) | (E(z + 1) << 8) | (bin << 16));
        Add(92, C(a - 1) | (C(a - 2) << 4) | (C(z + 1) << 8) | (C(z + 2) << 12) | (bin << 16));
    }

    private bool IsComma(int i) => i + 1 < _view.Count && _view.Commas[i + 1] > _view.Commas[i];

    private int SentenceStart(int i) => _view.Sentences.IsEmpty ? _first : _view.Sentences[_view.SentenceOf[i]].FirstToken;

    private int SentenceEnd(int i) => _view.Sentences.IsEmpty ? _end : _view.Sentences[_view.SentenceOf[i]].EndToken;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong W(int i) => i < _first ? Start : i >= _end ? End : _view.Word[i];

    private ClusterPath K(int i) => i < _first || i >= _end ? default : _view.Clusters[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Q(int i) => i < _first || i >= _end ? 9u : _view.Quoted[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong C(int i) => i < _first || i >= _end ? 9u : _view.Cue[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong E(int i) => i < _first || i >= _end ? 99u : _view.Entity[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong S(int i) => i < _first || i >= _end ? 31u : _view.Shape[i];

    private static ulong Distance(int d) => d <= 3 ? (ulong)d : d <= 6 ? 4u : d <= 12 ? 5u : 6u;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int template, ulong value) => _features[_count++] = FeatureHash.Of(template, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int template, ulong first, ulong second) => _features[_count++] = FeatureHash.Of(template, first, second);
}
