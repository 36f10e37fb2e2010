namespace Extraction;

/// <summary>Feature templates in words, for explanations.</summary>
internal static class FeatureNames
{
    public static string Describe(int template, string text, Piece[] pieces, int first, int end, int i)
    {
        string Word(int k) => k < first ? "(start)" : k >= end ? "(end)" : text[pieces[k].Start..pieces[k].End];
        string own = Word(i);
        int runStart = (pieces[i].Flags & PieceFlags.Capital) != 0 ? pieces[i].RunStart : i;
        int runEnd = (pieces[i].Flags & PieceFlags.Capital) != 0 ? pieces[i].RunEnd : i;
        return template switch
        {
            0 => "how common the label is",
            1 or 2 => $"the word '{own}'",
            3 or 16 => $"word before: '{Word(i - 1)}'",
            4 or 17 => $"word after: '{Word(i + 1)}'",
            5 => $"word two before: '{Word(i - 2)}'",
            6 => $"word two after: '{Word(i + 2)}'",
            7 => $"words '{Word(i - 1)} {own}'",
            8 => $"words '{own} {Word(i + 1)}'",
            18 => $"words before: '{Word(i - 2)} {Word(i - 1)}'",
            19 => $"words after: '{Word(i + 1)} {Word(i + 2)}'",
            >= 9 and <= 15 => $"shape of '{own}' and its neighbours",
            22 or 23 => $"'{own}' begins the sentence",
            >= 24 and <= 26 => $"'{own}' stands in a headline or a line of capitals",
            >= 30 and <= 38 => $"beginning or ending of '{own}'",
            40 => "place in the run of capitalised words",
            41 or 45 => $"word before the capitalised run: '{Word(runStart - 1)}'",
            42 or 46 => $"word after the capitalised run: '{Word(runEnd + 1)}'",
            43 => $"last word of the capitalised run: '{Word(runEnd)}'",
            44 => $"first word of the capitalised run: '{Word(runStart)}'",
            50 or 51 or 57 or 60 => $"gazetteer lists of '{own}'",
            52 or 54 or 56 or 58 => "gazetteer lists of the words before",
            53 or 55 or 59 => "gazetteer lists of the word after",
            47 => $"the words about the capitalised run: '{Word(runStart - 1)} … {Word(runEnd + 1)}'",
            61 or 63 => $"kind of the run's first word: '{Word(runStart)}'",
            62 or 64 or 65 => $"kind of the run's last word: '{Word(runEnd)}'",
            66 => $"kind of the word before the run: '{Word(runStart - 1)}'",
            67 => $"kind of the word after the run: '{Word(runEnd + 1)}'",
            >= 70 and <= 77 => "clusters of the words before",
            >= 78 and <= 81 or 98 => $"word cluster of '{own}'",
            >= 82 and <= 89 => "clusters of the words after",
            >= 90 and <= 97 => $"word clusters of '{own}' and its neighbours",
            110 => $"how '{own}' is written elsewhere in the article",
            >= 111 and <= 117 => $"the company '{own}' keeps elsewhere in the article",
            126 or 127 => $"'{own}' stands in the name of an election",
            >= 200 and <= 209 => $"what '{own}' is elsewhere in the article",
            >= 220 and <= 229 => $"what '{own}' with its neighbours is elsewhere in the article",
            >= 230 and <= 236 => $"the names that '{own}' is linked with in the sentence",
            240 or 241 => "what the whole name is elsewhere in the article",
            _ => $"template {template}",
        };
    }
}
