namespace Extraction;

/// <summary>
/// What a description that names nobody says itself of who is meant, and whom it rules out: 'the education ministry' is no other ministry and no council, 'her office' none of the bodies named, and
/// 'the minister's spokesman' nobody who is known as something else.
/// </summary>
internal sealed class SourceDescription
{
    private const int MostMentions = 160;
    private const int MostAhead = 24;

    // Bodies called by what they are: with a field before it, the noun stands in the name or is a translation of it.
    private static readonly HashLexicon Institutions = HashLexicon.OfWords(
        "ministry department dept court tribunal police council parliament senate congress assembly legislature government cabinet administration inspectorate municipality embassy consulate campaign brigade constabulary");

    // These too, but such bodies go by initials or names of their own as well: 'the weather bureau' may be PAGASA.
    private static readonly HashLexicon Agencies = HashLexicon.OfWords("commission committee authority board bureau office directorate secretariat agency service regulator watchdog union association federation");

    // What no ministry, court or council is called.
    private static readonly HashLexicon Private = HashLexicon.OfWords(
        "company firm corporation business conglomerate maker manufacturer carmaker automaker chipmaker drugmaker retailer supermarket grocer chain airline carrier bank lender insurer brewer operator developer supplier producer publisher club team union newspaper magazine tabloid broadcaster hotel restaurant brand party");

    private static readonly HashLexicon Public = HashLexicon.OfWords(
        "ministry department dept court tribunal police constabulary council commission parliament senate government legislature cabinet inspectorate municipality");

    // Mostly nameless: 'the spokesman' takes up 'a spokesman' of the sentence before.
    private static readonly HashLexicon Spokesmen = HashLexicon.OfWords("spokesman spokeswoman spokesperson");

    private readonly List<ulong> _modifiers = [];
    private ulong _head;
    private ulong _kind;
    private bool _isBody;
    private bool _isOwned;
    private bool _isSpokesman;
    private bool _isInstitution;
    private bool _isAgency;

    /// <summary>Reads the words of a source of one of the kinds that describe.</summary>
    public void Read(ReadOnlySpan<Token> tokens, in Source source, int first, int end)
    {
        _modifiers.Clear();
        _isBody = source.Kind == SourceKind.DefiniteOrganization;
        _isOwned = false;
        _isSpokesman = false;
        if (!_isBody && source.Kind != SourceKind.DefinitePerson)
        {
            return;
        }

        _head = tokens[source.Head].LowerHash;
        _kind = WordGroups.Kinds.Of(_head);
        _isInstitution = Institutions.Contains(_head);
        _isAgency = Agencies.Contains(_head);
        _isSpokesman = Spokesmen.Contains(_head);
        _isOwned = _isBody && SourceWords.Is(tokens[first].LowerHash, WordRole.Possessive);
        for (int i = first; i < end && tokens[i].Kind != TokenKind.Punctuation && !(i > source.Head && SourceWords.Is(tokens[i].LowerHash, WordRole.Relative)); i++)
        {
            if (i < source.Head && tokens[i].Kind == TokenKind.Clitic)
            {
                _isOwned = true;
            }
            else if (i != source.Head && tokens[i].Kind == TokenKind.Word && SourceWords.RoleOf(tokens[i].LowerHash) == WordRole.None)
            {
                _modifiers.Add(tokens[i].LowerHash);
            }
        }
    }

    /// <summary>Whether the description may mean the entity, as far as its words go.</summary>
    public bool MayMean(SpeakerView view, int entity)
    {
        if (!_isBody)
        {
            bool known = view.HasRole(entity, _head) || (_kind != 0 && view.HasRole(entity, _kind));
            return known || !(_isOwned || _isSpokesman) || (!_isSpokesman && !view.HasAnyKind(entity));
        }

        if (_isOwned || (Private.Contains(_head) && view.HasHeadOfName(entity, Public)))
        {
            return false;
        }

        if (_modifiers.Count == 0 || !(_isInstitution || _isAgency))
        {
            return true;
        }

        if (!view.HasInName(entity, _head) && !(_kind != 0 && view.HasInName(entity, _kind)))
        {
            return !_isInstitution;
        }

        bool agrees = false;
        bool differs = false;
        foreach (ulong word in _modifiers)
        {
            ulong field = WordGroups.Fields.Of(word);
            bool named = view.HasInName(entity, word) || (field != 0 && view.HasInName(entity, field));
            agrees |= named;
            differs |= field != 0 && !named;
        }

        return !differs || (agrees && !_isInstitution);
    }

    /// <summary>The body whose name has all the words of 'the education ministry', the last one named or the next one, or -1.</summary>
    public int Named(SpeakerView view, int first)
    {
        if (!_isBody || _isOwned || _modifiers.Count == 0 || !(_isInstitution || _isAgency))
        {
            return -1;
        }

        ReadOnlySpan<PlacedMention> mentions = view.Mentions;
        int from = view.FirstMentionAt(first);
        for (int m = from - 1; m >= 0 && m >= from - MostMentions; m--)
        {
            if (HasAllWords(view, mentions[m].Entity))
            {
                return mentions[m].Entity;
            }
        }

        for (int m = from; m < mentions.Length && m < from + MostAhead; m++)
        {
            if (HasAllWords(view, mentions[m].Entity))
            {
                return mentions[m].Entity;
            }
        }

        return -1;
    }

    private bool HasAllWords(SpeakerView view, int entity)
    {
        if (view.IsPerson(entity) || (!view.HasInName(entity, _head) && !(_kind != 0 && view.HasInName(entity, _kind))))
        {
            return false;
        }

        foreach (ulong word in _modifiers)
        {
            ulong field = WordGroups.Fields.Of(word);
            if (!view.HasInName(entity, word) && !(field != 0 && view.HasInName(entity, field)))
            {
                return false;
            }
        }

        return true;
    }
}
