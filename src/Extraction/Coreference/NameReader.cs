namespace Extraction;

/// <summary>Cuts mentions into words and gathers the mentions of one name into a form.</summary>
internal static class NameReader
{
    private const int MostWords = 24;

    /// <summary>Fills <see cref="LinkScratch.Forms"/> and <see cref="LinkScratch.FormOf"/> from the mentions.</summary>
    public static void Read(LinkScratch scratch, LinkingLexicons lexicons)
    {
        ReadOnlySpan<char> text = scratch.Text;
        for (int m = 0; m < scratch.Mentions.Count; m++)
        {
            Mention mention = scratch.Mentions[m];
            int firstWord = scratch.Words.Count;
            NameClass @class = ClassOf(mention.Type);
            Cut(text, mention.Span, scratch.Words, @class == NameClass.Person, lexicons);
            Trim(scratch.Words, firstWord, @class);
            ulong key = Key(scratch, firstWord, text);
            ulong classKey = TextHash.Combine(key, (ulong)@class);
            float weight = mention.Confidence > 0 ? mention.Confidence : 0.01f;
            int form = scratch.FormByKey.Add(classKey, out bool added);
            if (!added)
            {
                scratch.Words.RemoveRange(firstWord, scratch.Words.Count - firstWord);
                ref NameForm known = ref scratch.FormSpan[form];
                known.Mentions++;
                known.Handle &= mention.Kind == MentionKind.Handle;
                known.Weight += weight;
            }
            else
            {
                scratch.Forms.Add(new NameForm
                {
                    Key = key,
                    Class = @class,
                    FirstWord = firstWord,
                    WordCount = scratch.Words.Count - firstWord,
                    CoreCount = Cores(scratch.WordSpan[firstWord..], @class),
                    FirstMention = m,
                    Mentions = 1,
                    Handle = mention.Kind == MentionKind.Handle,
                    Parent = form,
                    Weight = weight,
                });
            }

            scratch.FormOf.Add(form);
        }
    }

    public static NameClass ClassOf(EntityType type) =>
        type == EntityType.Person ? NameClass.Person
        : type == EntityType.Norp ? NameClass.Group
        : type == EntityType.Language ? NameClass.Language
        : NameClass.Thing;

    /// <summary>True for a word that names, as against one that joins.</summary>
    public static bool IsCore(in NameWord word, NameClass @class) =>
        @class == NameClass.Person ? !word.Is(NameWordTraits.Particle | NameWordTraits.Generation) : !word.Is(NameWordTraits.Function | NameWordTraits.Legal);

    private static int Cores(ReadOnlySpan<NameWord> words, NameClass @class)
    {
        int count = 0;
        foreach (ref readonly NameWord word in words)
        {
            count += IsCore(word, @class) ? 1 : 0;
        }

        return count;
    }

    // 'Jean-Marie' is one word of a person's name, 'al-Assad' two; elsewhere a hyphen separates.
    private static void Cut(ReadOnlySpan<char> text, TextSpan span, List<NameWord> words, bool joins, LinkingLexicons lexicons)
    {
        int end = Math.Min(span.End, text.Length);
        int i = Math.Clamp(span.Start, 0, end);
        int first = words.Count;
        bool hyphen = false;
        while (i < end && words.Count - first < MostWords)
        {
            char c = text[i];
            if (!char.IsLetterOrDigit(c) && c is not ('&' or '+'))
            {
                hyphen = c is '-' or '\u2010' or '\u2011' or '\u2013' && i > span.Start && char.IsLetterOrDigit(text[i - 1]);
                i++;
                continue;
            }

            int start = i;
            int letters = 0;
            int uppers = 0;
            int lowers = 0;
            int stops = 0;
            char firstLetter = '\0';
            ulong hash = NameFold.Start;
            while (i < end && (char.IsLetterOrDigit(c = text[i]) || c is '&' or '+' or '.' || IsMark(text, i, end) || (joins && IsHyphen(text, i, end) && (lexicons.TraitsOf(hash) & NameWordTraits.Particle) == 0)))
            {
                if (c is '\'' or '\u2019' && i + 1 < end && text[i + 1] is 's' or 'S' && (i + 2 == end || !char.IsLetterOrDigit(text[i + 2])))
                {
                    break;
                }

                char folded = NameFold.Fold(c);
                if (folded != 0)
                {
                    firstLetter = letters == 0 ? folded : firstLetter;
                    letters++;
                    uppers += char.IsUpper(c) ? 1 : 0;
                    lowers += char.IsLower(c) ? 1 : 0;
                    hash = NameFold.Step(hash, folded);
                }
                else if (c == '.')
                {
                    stops++;
                }

                i++;
            }

            if (letters > 0)
            {
                NameWordTraits traits = lexicons.TraitsOf(hash);
                if (!char.IsLower(text[start]) && !IsPlainJoiner(text.Slice(start, i - start)))
                {
                    // 'An Giang', 'La Paz', 'De Standaard': capitalised, it is part of the name.
                    traits &= ~NameWordTraits.Function;
                }

                traits |= (letters == 1 && char.IsUpper(text[start])) || (stops > 0 && letters <= 3 && lowers == 0) ? NameWordTraits.Initial : 0;
                traits |= uppers > 1 && lowers == 0 ? NameWordTraits.Capitals : 0;
                traits |= hyphen ? NameWordTraits.Hyphened : 0;
                traits |= char.IsLower(text[start]) ? NameWordTraits.Small : 0;
                words.Add(new NameWord(hash, start, i - start, letters, firstLetter, traits));
            }

            hyphen = false;
            if (i < end && text[i] is '\'' or '\u2019')
            {
                i += 2;
            }
        }
    }

    // An apostrophe or an accent inside a word: "Sana'a", but not the closing mark of a nickname.
    private static bool IsMark(ReadOnlySpan<char> text, int i, int end) =>
        text[i] is >= '\u0300' and < '\u0370' || (text[i] is '\'' or '\u2019' or '\u02BB' or '\u02BC' && i + 1 < end && char.IsLetterOrDigit(text[i + 1]));

    private static bool IsPlainJoiner(ReadOnlySpan<char> word) =>
        word.Length <= 3 && (word.Equals("of", StringComparison.OrdinalIgnoreCase) || word.Equals("the", StringComparison.OrdinalIgnoreCase)
            || word.Equals("and", StringComparison.OrdinalIgnoreCase) || word.Equals("for", StringComparison.OrdinalIgnoreCase) || word is "&");

    private static bool IsHyphen(ReadOnlySpan<char> text, int i, int end) => text[i] is '-' or '\u2010' or '\u2011' && i + 1 < end && char.IsLetter(text[i + 1]);

    private static void Trim(List<NameWord> words, int first, NameClass @class)
    {
        if (words.Count - first > 1 && words[first].Letters == 3 && words[first].Hash == TheHash)
        {
            words.RemoveAt(first);
        }

        while (words.Count - first > 1 && words[^1].Is(@class == NameClass.Person ? NameWordTraits.Generation : NameWordTraits.Legal))
        {
            words.RemoveAt(words.Count - 1);
        }
    }

    private static readonly ulong TheHash = NameFold.Hash("the");

    private static ulong Key(LinkScratch scratch, int firstWord, ReadOnlySpan<char> text)
    {
        ulong key = NameFold.Start;
        ReadOnlySpan<NameWord> words = scratch.WordSpan[firstWord..];
        foreach (ref readonly NameWord word in words)
        {
            foreach (char c in text.Slice(word.Start, word.Length))
            {
                char folded = NameFold.Fold(c);
                if (folded != 0)
                {
                    key = NameFold.Step(key, folded);
                }
            }
        }

        return key;
    }
}
