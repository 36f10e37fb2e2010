namespace Extraction;

/// <summary>
/// The word lists of linking, read once from the embedded <c>linking.bin</c>. Names are keyed by <see cref="NameFold.Hash"/>, running words by <see cref="TextHash.Lower"/>.
/// </summary>
/// <threadsafety>Immutable after construction; safe from any thread.</threadsafety>
internal sealed class LinkingLexicons
{
    public const int FirstNameSection = 1;
    public const int CountrySection = 2;
    public const int AliasSection = 3;
    public const int NicknameSection = 4;
    public const int RoleSection = 5;
    public const int RoleAbbreviationSection = 6;
    public const int RoleModifierSection = 7;
    public const int HonorificSection = 8;
    public const int OrganisationWordSection = 9;
    public const int FamilyNameSection = 10;

    private static readonly Lazy<LinkingLexicons> SharedLexicons = new(() => new LinkingLexicons(ModelFile.OpenEmbedded("linking.bin")));

    // Genders and places in the arrays below count from 1.
    private readonly HashLexicon _firstNames = new();
    private readonly HashLexicon _countries = new();
    private readonly HashLexicon _demonyms = new();
    private readonly string[] _codes;
    private readonly HashLexicon _aliases = new();
    private readonly HashLexicon _nicknames = new();
    private readonly List<int[]> _nicknameGroups = [];
    private readonly HashLexicon _roles = new();
    private readonly RoleWord[] _roleWords;
    private readonly HashLexicon _modifiers = new();
    private readonly HashLexicon _honorifics = new();
    private readonly HashLexicon _nameWords = new();
    private readonly HashLexicon _familyNames = new();

    private LinkingLexicons(ModelFile file)
    {
        foreach (string[] row in Rows(file, FirstNameSection, '\t'))
        {
            _firstNames.TryAdd(NameFold.Hash(row[0]), (ushort)(1 + GenderOf(row[1])));
        }

        _codes = ReadCountries(file);
        ReadAliases(file);
        ReadNicknames(file);
        _roleWords = ReadRoles(file);
        foreach (string[] row in Rows(file, HonorificSection, '\t'))
        {
            _honorifics.Set(TextHash.Lower(row[0]), (ushort)(1 + GenderOf(row[1])));
        }

        foreach (string[] row in Rows(file, OrganisationWordSection, '\t'))
        {
            _nameWords.Set(NameFold.Hash(row[0]), (ushort)Traits(row[1]));
        }

        foreach (string[] row in Rows(file, FamilyNameSection, '\t'))
        {
            _familyNames.Set(NameFold.Hash(row[0]), 1);
        }

        AddTraits(NameWordTraits.Function, "of", "the", "and", "&", "for", "in", "on", "to", "at", "a", "an", "de", "du", "des", "d", "la", "le", "les", "et", "y", "e", "do", "da", "dos", "del", "der", "die", "das", "und", "für", "with", "without", "against", "from", "by");
        AddTraits(NameWordTraits.Particle, "al", "el", "ul", "ad", "as", "ar", "at", "an", "bin", "ibn", "bint", "ben", "abu", "umm", "van", "von", "vom", "zu", "zur", "der", "den", "de", "del", "dela", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "las", "los", "ter", "ten", "st", "saint", "mac", "o", "af", "av");
        AddTraits(NameWordTraits.Generation, "jr", "sr", "ii", "iii", "iv", "junior", "senior");
    }

    public static LinkingLexicons Shared => SharedLexicons.Value;

    /// <summary>The gender a first name tells; unknown for one used for both and for one not listed.</summary>
    public bool IsFirstName(ulong foldedHash, out Gender gender) => TryGetGender(_firstNames, foldedHash, out gender);

    public bool IsFamilyNameFirst(ulong foldedHash) => _familyNames.Contains(foldedHash);

    /// <summary>ISO 3166-1 alpha-2 code of a country's name.</summary>
    public string? Country(ulong foldedHash) => _countries.Find(foldedHash) is not 0 and ushort place ? _codes[place - 1] : null;

    /// <summary>ISO 3166-1 alpha-2 code of a demonym's country.</summary>
    public string? Demonym(ulong foldedHash) => _demonyms.Find(foldedHash) is not 0 and ushort place ? _codes[place - 1] : null;

    /// <summary>The group of names of one thing that a whole name belongs to, or -1.</summary>
    public int AliasGroup(ulong foldedHash) => _aliases.Find(foldedHash) - 1;

    /// <summary>True where the two first names are forms of one: 'Joe' and 'Joseph'.</summary>
    public bool AreNicknames(ulong first, ulong second) =>
        _nicknames.Find(first) is not 0 and ushort a && _nicknames.Find(second) is not 0 and ushort b && _nicknameGroups[a - 1].AsSpan().IndexOfAny(_nicknameGroups[b - 1]) >= 0;

    /// <summary>A noun that says what a person is.</summary>
    public bool TryGetRole(ulong lowerHash, out RoleWord role)
    {
        int place = _roles.Find(lowerHash);
        role = place > 0 ? _roleWords[place - 1] : default;
        return place > 0;
    }

    public bool IsRoleModifier(ulong lowerHash) => _modifiers.Contains(lowerHash);

    public bool IsHonorific(ulong lowerHash, out Gender gender) => TryGetGender(_honorifics, lowerHash, out gender);

    /// <summary>What the lists say of a word inside a name.</summary>
    public NameWordTraits TraitsOf(ulong foldedHash) => (NameWordTraits)_nameWords.Find(foldedHash);

    private static bool TryGetGender(HashLexicon lexicon, ulong hash, out Gender gender)
    {
        int found = lexicon.Find(hash);
        gender = found > 0 ? (Gender)(found - 1) : default;
        return found > 0;
    }

    private static IEnumerable<string[]> Rows(ModelFile file, int section, char separator)
    {
        foreach (string line in file.Lines(section))
        {
            yield return line.Split(separator);
        }
    }

    private static Gender GenderOf(string letter) => letter switch { "m" => Gender.Male, "f" => Gender.Female, _ => Gender.Unknown };

    private static NameWordTraits Traits(string words)
    {
        NameWordTraits traits = NameWordTraits.None;
        foreach (string word in words.Split(' '))
        {
            traits |= word switch
            {
                "generic" => NameWordTraits.Generic,
                "tail" => NameWordTraits.Tail,
                "legal" => NameWordTraits.Legal,
                "body" => NameWordTraits.Body,
                "organ" => NameWordTraits.Organ,
                "branch" => NameWordTraits.Branch,
                _ => throw new InvalidDataException($"Unknown trait '{word}'."),
            };
        }

        return traits;
    }

    private void AddTraits(NameWordTraits traits, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            _nameWords.Mark(NameFold.Hash(word), (ushort)traits);
        }
    }

    private string[] ReadCountries(ModelFile file)
    {
        var codes = new List<string>();
        foreach (string[] row in Rows(file, CountrySection, '\t'))
        {
            codes.Add(row[0]);
            var place = (ushort)codes.Count;
            foreach (string name in row[1].Split(", "))
            {
                ulong hash = NameFold.Hash(name);
                _countries.Set(hash, place);
                _nameWords.Mark(hash, (ushort)NameWordTraits.Country);
            }

            foreach (string demonym in row[2].Split(", ", StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (string form in (ReadOnlySpan<string>)[demonym, demonym + "s"])
                {
                    ulong hash = NameFold.Hash(form);
                    _demonyms.TryAdd(hash, place);
                    _nameWords.Mark(hash, (ushort)NameWordTraits.Country);
                }
            }
        }

        return [.. codes];
    }

    private void ReadAliases(ModelFile file)
    {
        ushort group = 0;
        foreach (string[] names in Rows(file, AliasSection, '|'))
        {
            group++;
            foreach (string name in names)
            {
                _aliases.TryAdd(NameFold.Hash(name), group);
            }
        }
    }

    private void ReadNicknames(ModelFile file)
    {
        int group = 0;
        foreach (string[] names in Rows(file, NicknameSection, '|'))
        {
            foreach (string name in names)
            {
                ulong hash = NameFold.Hash(name);
                int place = _nicknames.Find(hash) - 1;
                if (place >= 0)
                {
                    _nicknameGroups[place] = [.. _nicknameGroups[place], group];
                    continue;
                }

                _nicknameGroups.Add([group]);
                _nicknames.Set(hash, (ushort)_nicknameGroups.Count);
            }

            group++;
        }
    }

    private RoleWord[] ReadRoles(ModelFile file)
    {
        string[] roles = file.Lines(RoleSection);
        string[] abbreviations = file.Lines(RoleAbbreviationSection);
        var words = new RoleWord[roles.Length + abbreviations.Length];
        int count = 0;
        foreach (string line in roles)
        {
            string[] row = line.Split('\t');
            ulong hash = TextHash.Lower(row[0]);
            words[count++] = new RoleWord(hash, GenderOf(row[1]), row[2] == "role", false);
            _roles.Set(hash, (ushort)count);
        }

        foreach (string line in abbreviations)
        {
            string[] row = line.Split('\t');
            words[count++] = new RoleWord(TextHash.Lower(row[1]), Gender.Unknown, true, true);
            _roles.Set(TextHash.Lower(row[0]), (ushort)count);
        }

        foreach (string word in file.Lines(RoleModifierSection))
        {
            _modifiers.Set(TextHash.Lower(word), 1);
        }

        return words;
    }
}
