namespace Extraction;

internal sealed partial class QuoteFeatures
{
    private byte[] _labels = [];
    private int[] _near = [];

    /// <summary>Hands over the first pass's labels of the stretch entered; index 0 is its first token.</summary>
    public void EnterLabels(ReadOnlySpan<byte> labels)
    {
        int n = labels.Length;
        if (_labels.Length < n)
        {
            _labels = new byte[n * 2];
            _near = new int[n * 2 * 6];
        }

        labels.CopyTo(_labels);
        // Nearest content (1), source (2) and cue (3) of the sentence to the left (0, 1, 2) and to the right (3, 4, 5).
        Span<int> last = [-1, -1, -1];
        for (int k = 0; k < n; k++)
        {
            if (k > 0 && _view.SentenceOf[_first + k] != _view.SentenceOf[_first + k - 1])
            {
                last.Fill(-1);
            }

            last.CopyTo(_near.AsSpan(k * 6, 3));
            if (_labels[k] != 0)
            {
                last[((_labels[k] + 1) / 2) - 1] = k;
            }
        }

        last.Fill(-1);
        for (int k = n - 1; k >= 0; k--)
        {
            if (k + 1 < n && _view.SentenceOf[_first + k] != _view.SentenceOf[_first + k + 1])
            {
                last.Fill(-1);
            }

            last.CopyTo(_near.AsSpan((k * 6) + 3, 3));
            if (_labels[k] != 0)
            {
                last[((_labels[k] + 1) / 2) - 1] = k;
            }
        }
    }

    /// <summary>Appends features that look at the labels of the first pass.</summary>
    public void Second(int i)
    {
        int at = i - _first;
        ulong w = _view.Word[i];
        ulong q = Q(i);
        ulong p = P(at);
        for (int k = -2; k <= 2; k++)
        {
            Add(142 + k, P(at + k));
        }

        Add(145, P(at - 1) | (p << 4) | (P(at + 1) << 8));
        Add(146, p, w);
        Add(147, P(at - 2) | (P(at - 1) << 4));
        Add(148, P(at + 1) | (P(at + 2) << 4));
        ReadOnlySpan<int> near = _near.AsSpan(at * 6, 6);
        ulong left = X(near[2]);
        ulong right = X(near[5]);
        Add(150, left, p);
        Add(151, right, p);
        Add(152, D(near[2], at) | (D(near[5], at) << 8) | (p << 16));
        ulong order = Order(near[..3]) | (Order(near[3..]) << 8);
        Add(153, order, q);
        Add(154, order, p);
        Add(155, order, w);
        Add(156, left ^ (right << 1), order);
        Add(157, D(near[1], at) | (D(near[4], at) << 8) | (D(near[0], at) << 16) | (D(near[3], at) << 24), p);
        if (near[2] >= 0)
        {
            Add(158, left, W(_first + near[2] + 1) ^ p);
            Add(159, D(near[2], at) ^ (p << 16), W(_first + near[2] + 1));
        }

        bool any = near[2] >= 0 || near[5] >= 0 || p >= (ulong)QuoteLabel.BeginCue;
        Add(160, any ? 1u : 0);
        Add(161, p | (q << 4) | (C(i) << 8));
        if (q != 0)
        {
            // A quotation is speech as a whole or not at all: what the first pass made of its first and last word.
            QuotedSpan span = _view.Spans[_view.SpanOf[i]];
            ulong a = P(span.FirstToken + 1 - _first);
            ulong z = P(span.EndToken - 2 - _first);
            Add(162, a | (z << 4) | (P(span.FirstToken - 1 - _first) << 8) | (P(span.EndToken - _first) << 12));
        }

        Add(163, p | (E(i) << 8) | (E(i + 1) << 16));
    }

    private ulong P(int at) => at < 0 ? 8u : at >= _end - _first ? 9u : _labels[at];

    private ulong X(int at) => at < 0 ? 0 : _view.Word[_first + at];

    private static ulong D(int a, int b) => a < 0 ? 9 : Distance(Math.Abs(a - b));

    private static ulong Order(ReadOnlySpan<int> near) =>
        (near[0] >= 0 ? 1u : 0) | (near[1] >= 0 ? 2u : 0) | (near[2] >= 0 ? 4u : 0) | (near[0] < near[1] ? 8u : 0) | (near[0] < near[2] ? 16u : 0) | (near[1] < near[2] ? 32u : 0);
}
