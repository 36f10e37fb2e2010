using System.Buffers;

namespace Extraction;

/// <summary>Finds the sentences of a text or of one of its blocks. Looks only at places that may be boundaries; linear in the length.</summary>
internal readonly ref struct SentenceFinder
{
    private const int MarksPerCheck = 4096;
    private const int ParagraphsPerCheck = 1023;

    private static readonly SearchValues<char> Marks = SearchValues.Create(".?!…—–-:*=_。．？！");
    private static readonly SearchValues<char> MarksAndBreaks = SearchValues.Create(".?!…—–-:*=_\n\r。．？！\u2028\u2029\u0085\f\v");

    private readonly ReadOnlySpan<char> _text;
    private readonly SentenceSettings _settings;
    private readonly BoundaryModel _model;
    private readonly SentenceScratch _scratch;
    private readonly CandidateReader _reader;
    private readonly CancellationToken _cancellation;

    public SentenceFinder(ReadOnlySpan<char> text, SentenceSettings settings, BoundaryModel model, SentenceScratch scratch, CancellationToken cancellation)
    {
        _text = text;
        _settings = settings;
        _model = model;
        _scratch = scratch;
        _reader = new CandidateReader(text, settings.UserAbbreviations);
        _cancellation = cancellation;
    }

    /// <summary>Splits the whole text, which nobody has cut into blocks: paragraphs end at blank lines, lines as the settings say.</summary>
    public void SplitText()
    {
        bool joinLines = _settings.LineBreaks switch
        {
            SentenceLineBreaks.Always => false,
            SentenceLineBreaks.Never => true,
            _ => LineWraps.AreWraps(_text),
        };
        AbbreviationEvidence.Collect(_text, _scratch);
        _scratch.Unit = -1;
        int at = 0;
        while (at < _text.Length)
        {
            int end = ParagraphEnd(at);
            _scratch.Unit++;
            if ((_scratch.Unit & ParagraphsPerCheck) == ParagraphsPerCheck)
            {
                _cancellation.ThrowIfCancellationRequested();
            }

            SplitUnit(at, end, joinLines, always: _settings.LineBreaks == SentenceLineBreaks.Always);
            at = end;
        }
    }

    /// <summary>Splits one block of the layout, whose inner line breaks are wraps.</summary>
    /// <param name="block">The block.</param>
    /// <param name="index">Its index, which its sentences get.</param>
    public void SplitBlock(TextSpan block, int index)
    {
        _scratch.Unit = index;
        SplitUnit(block.Start, block.End, joinLines: _settings.LineBreaks != SentenceLineBreaks.Always, always: _settings.LineBreaks == SentenceLineBreaks.Always);
    }

    private int ParagraphEnd(int at)
    {
        // A paragraph ends after a line break that is followed by an empty line.
        int i = at;
        while (i < _text.Length && CharClasses.IsSpace(_text[i]))
        {
            i++;
        }

        while (true)
        {
            int found = _text[i..].IndexOfAny('\n', '\r', '\u2029');
            if (found < 0)
            {
                return _text.Length;
            }

            i += found;
            int breaks = 0;
            int end = i;
            while (end < _text.Length && CharClasses.IsSpace(_text[end]))
            {
                char c = _text[end];
                breaks += c == '\u2029' ? 2 : c == '\n' || (c == '\r' && (end + 1 >= _text.Length || _text[end + 1] != '\n')) ? 1 : 0;
                end++;
            }

            if (breaks > 1 || end == _text.Length)
            {
                return i;
            }

            i = end;
        }
    }

    private void SplitUnit(int start, int end, bool joinLines, bool always)
    {
        while (start < end && CharClasses.IsSpace(_text[start]))
        {
            start++;
        }

        while (end > start && CharClasses.IsSpace(_text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return;
        }

        List<int> cuts = _scratch.Cuts;
        cuts.Clear();
        int head = ParagraphHeads.End(_text, start, end);
        head = head > 0 ? head : RunInHeadings.End(_text, start, end);
        if (head > 0)
        {
            cuts.Add(head);
        }

        FindCuts(Math.Max(start, head), end, joinLines, always);
        if (ListMarkers.TryFind(_text, start, end, cuts, out ListMarkers.Marker first))
        {
            ListMarkers.CutItems(_text, end, first, _scratch);
        }

        if (_settings.KeepQuotationsWhole)
        {
            QuotationKeeper.Join(_text, start, end, cuts);
        }

        int from = start;
        foreach (int cut in cuts)
        {
            if (cut > from)
            {
                AddSentence(from, cut);
                from = cut;
            }
        }

        if (from < end)
        {
            AddSentence(from, end);
        }
    }

    private void AddSentence(int start, int end)
    {
        while (start < end && CharClasses.IsSpace(_text[start]))
        {
            start++;
        }

        while (end > start && CharClasses.IsSpace(_text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            _scratch.Sentences.Add(new TextSpan(start, end));
            _scratch.Units.Add(_scratch.Unit);
        }
    }

    private void FindCuts(int start, int end, bool joinLines, bool always)
    {
        SearchValues<char> wanted = joinLines ? Marks : MarksAndBreaks;
        int lineStart = start;
        int at = start;
        int check = MarksPerCheck;
        while (true)
        {
            int found = _text[at..end].IndexOfAny(wanted);
            if (found < 0)
            {
                return;
            }

            if (--check == 0)
            {
                _cancellation.ThrowIfCancellationRequested();
                check = MarksPerCheck;
            }

            at += found;
            if (CharClasses.Of(_text[at]) == CharClass.LineBreak)
            {
                int next = at + 1;
                while (next < end && CharClasses.IsSpace(_text[next]))
                {
                    next++;
                }

                if (always || !GoesOn(lineStart, at, next))
                {
                    _scratch.Cuts.Add(at);
                    lineStart = next;
                }

                at = next;
                continue;
            }

            if (_text[at] is '-' or '—' or '–')
            {
                if (BreakOffs.EndsAt(_text, start, end, at, out int resumed) && !_settings.ModelDecidesAll)
                {
                    _scratch.Cuts.Add(resumed);
                }

                at = resumed;
                continue;
            }

            if (_text[at] is ':' or '*' or '=' or '_')
            {
                at = JoinedLines.Cut(_text, joinLines ? start : lineStart, end, at, _scratch.Cuts);
                continue;
            }

            // Where lines end sentences, a mark at a line's end is left to the line break.
            bool read = _reader.TryRead(joinLines ? start : lineStart, end, at, out BoundaryCandidate candidate, out int resume);
            if (read && (joinLines || candidate.Gap != BoundaryCandidate.GapKind.LineBreak) && IsBoundary(ref candidate))
            {
                _scratch.Cuts.Add(candidate.End);
                int head = HeadEnd(candidate, end);
                if (head > 0)
                {
                    _scratch.Cuts.Add(head);
                    resume = Math.Max(resume, head);
                }
            }

            at = Math.Max(resume, at + 1);
        }
    }

    /// <summary>The end of a letter's close or a heading that stands where the next sentence would begin, or -1: <c>We hope to see you. Best regards, Ada Obi</c>.</summary>
    private int HeadEnd(in BoundaryCandidate candidate, int end)
    {
        int close = ParagraphHeads.IsClose(candidate.NextHash) || ParagraphHeads.IsClose(candidate.SecondNextHash) ? ParagraphHeads.CloseEnd(_text, candidate.Next, end) : -1;
        return close > 0 || _settings.ModelDecidesAll ? close : RunInHeadings.End(_text, candidate.Next, end);
    }

    private bool IsBoundary(ref BoundaryCandidate candidate)
    {
        if (candidate.CoreStart == _scratch.DatelineEnd || candidate.CoreEnd == _scratch.DatelineEnd)
        {
            return false;
        }

        candidate.LowerCaseText = _scratch.LowerCaseText;
        candidate.SeenAsAbbreviation = _scratch.SeenAbbreviations.Count > 0 && _scratch.SeenAbbreviations.Contains(candidate.PreviousHash);
        BoundaryRules.Verdict verdict = _settings.ModelDecidesAll ? BoundaryRules.Verdict.Ask : BoundaryRules.Decide(_text, candidate);
        return verdict switch
        {
            BoundaryRules.Verdict.Split => true,
            BoundaryRules.Verdict.Never => false,
            _ => _model.IsBoundary(candidate),
        };
    }

    /// <summary>A line cut off in the middle: more than three words without a stop, and the next line goes on in lower case.</summary>
    private bool GoesOn(int lineStart, int lineEnd, int next)
    {
        if (next >= _text.Length || CharClasses.Of(_text[next]) != CharClass.Letter || lineEnd == lineStart)
        {
            return false;
        }

        int last = lineEnd;
        while (last > lineStart && CharClasses.IsSpace(_text[last - 1]))
        {
            last--;
        }

        if (last == lineStart || !(CharClasses.Of(_text[last - 1]) == CharClass.Letter || _text[last - 1] == ','))
        {
            return false;
        }

        int words = 1;
        for (int i = last - 1; i > lineStart && words <= 3; i--)
        {
            words += CharClasses.IsSpace(_text[i]) && !CharClasses.IsSpace(_text[i - 1]) ? 1 : 0;
        }

        return words > 3;
    }
}
