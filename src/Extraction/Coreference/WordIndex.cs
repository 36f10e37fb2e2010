namespace Extraction;

/// <summary>
/// Forms by hash, several a hash, latest first. Readers look at a bounded number of them, which keeps linking linear for a text that repeats one word in thousands of names.
/// </summary>
internal sealed class WordIndex
{
    /// <summary>How many forms of one hash a reader looks at.</summary>
    public const int MostCandidates = 48;

    private readonly KeyMap _heads = new();
    private readonly List<(int Form, int Next)> _postings = [];

    public int Count => _postings.Count;

    public void Clear()
    {
        _heads.Clear(_postings.Count);
        _postings.Clear();
    }

    public void Add(ulong hash, int form)
    {
        ref int head = ref _heads.Place(hash, out bool added);
        if (!added && _postings[head].Form == form)
        {
            return;
        }

        _postings.Add((form, added ? -1 : head));
        head = _postings.Count - 1;
    }

    public Reader Read(ulong hash, int most = MostCandidates) => new(_postings, _heads.Find(hash), most);

    public struct Reader(List<(int Form, int Next)> postings, int head, int most)
    {
        private int _next = head;
        private int _left = most;

        public bool Next(out int form)
        {
            if (_next < 0 || _left-- == 0)
            {
                form = -1;
                return false;
            }

            (form, _next) = postings[_next];
            return true;
        }
    }
}
