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

    private readonly Dictionary<ulong, Gender> _firstNames = [];
    private readonly Dictionary<ulong, string> _countries = [];
    private readonly Dictionary<ulong, string> _demonyms = [];
    private readonly Dictionary<ulong, int> _aliases = [];
    private readonly Dictionary<ulong, int[]> _nicknames = [];
    private readonly Dictionary<ulong, RoleWord> _roles = [];
    private readonly HashSet<ulong> _modifiers = [];
    private readonly Dictionary<ulong, Gender> _honorifics = [];
    private readonly Dictionary<ulong, NameWordTraits> _nameWords = [];
    private readonly HashSet<ulong> _familyNames = [];

    private LinkingLexicons(ModelFile file)
    {
        foreach (string[] row in Rows(file, FirstNameSection, '\t'))
        {
            _firstNames.TryAdd(NameFold.Hash(row[0]), GenderOf(row[1]));
        }

        ReadCountries(file);
        ReadAliases(file);
        ReadNicknames(file);
        ReadRoles(file);
        foreach (string[] row in Rows(file, HonorificSection, '\t'))
        {
            _honorifics[TextHash.Lower(row[0])] = GenderOf(row[1]);
        }

        foreach (string[] row in Rows(file, OrganisationWordSection, '\t'))
        {
            _nameWords[NameFold.Hash(row[0])] = Traits(row[1]);
        }

        foreach (string[] row in Rows(file, FamilyNameSection, '\t'))
        {
            _familyNames.Add(NameFold.Hash(row[0]));
        }

        AddTraits(NameWordTraits.Function, "of", "the", "and", "&", "for", "in", "on", "to", "at", "a", "an", "de", "du", "des", "d", "la", "le", "les", "et", "y", "e", "do", "da", "dos", "del", "der", "die", "das", "und", "für", "with", "without", "against", "from", "by");
        AddTraits(NameWordTraits.Particle, "al", "el", "ul", "ad", "as", "ar", "at", "an", "bin", "ibn", "bint", "ben", "abu", "umm", "van", "von", "vom", "zu", "zur", "der", "den", "de", "del", "dela", "della", "di", "da", "das", "do", "dos", "du", "des", "la", "le", "las", "los", "ter", "ten", "st", "saint", "mac", "o", "af", "av");
        AddTraits(NameWordTraits.Generation, "jr", "sr", "ii", "iii", "iv", "junior", "senior");
    }

    public static LinkingLexicons Shared => SharedLexicons.Value;

    /// <summary>The gender a first name tells; unknown for one used for both and for one not listed.</summary>
    public bool IsFirstName(ulong foldedHash, out Gender gender) => _firstNames.TryGetValue(foldedHash, out gender);

    public bool IsFamilyNameFirst(ulong foldedHash) => _familyNames.Contains(foldedHash);

    /// <summary>ISO 3166-1 alpha-2 code of a country's name.</summary>
    public string? Country(ulong foldedHash) => _countries.GetValueOrDefault(foldedHash);

    /// <summary>ISO 3166-1 alpha-2 code of a demonym's country.</summary>
    public string? Demonym(ulong foldedHash) => _demonyms.GetValueOrDefault(foldedHash);

    /// <summary>The group of names of one thing that a whole name belongs to, or -1.</summary>
    public int AliasGroup(ulong foldedHash) => _aliases.TryGetValue(foldedHash, out int group) ? group : -1;

    /// <summary>True where the two first names are forms of one: 'Joe' and 'Joseph'.</summary>
    public bool AreNicknames(ulong first, ulong second) =>
        _nicknames.TryGetValue(first, out int[]? a) && _nicknames.TryGetValue(second, out int[]? b) && a.AsSpan().IndexOfAny(b) >= 0;

    /// <summary>A noun that says what a person is.</summary>
    public bool TryGetRole(ulong lowerHash, out RoleWord role) => _roles.TryGetValue(lowerHash, out role);

    public bool IsRoleModifier(ulong lowerHash) => _modifiers.Contains(lowerHash);

    public bool IsHonorific(ulong lowerHash, out Gender gender) => _honorifics.TryGetValue(lowerHash, out gender);

    /// <summary>What the lists say of a word inside a name.</summary>
    public NameWordTraits TraitsOf(ulong foldedHash) => _nameWords.GetValueOrDefault(foldedHash);

    private static IEnumerable<string[]> Rows(ModelFile file, int section, char separator) => file.Lines(section).Select(line => line.Split(separator));

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
                _ => throw new InvalidDataException($"Unknown trait '{word}'."),
            };
        }

        return traits;
    }

    private void AddTraits(NameWordTraits traits, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            ulong hash = NameFold.Hash(word);
            _nameWords[hash] = _nameWords.GetValueOrDefault(hash) | traits;
        }
    }

    private void ReadCountries(ModelFile file)
    {
        foreach (string[] row in Rows(file, CountrySection, '\t'))
        {
            foreach (string name in row[1].Split(", "))
            {
                ulong hash = NameFold.Hash(name);
                _countries[hash] = row[0];
                _nameWords[hash] = _nameWords.GetValueOrDefault(hash) | NameWordTraits.Country;
            }

            foreach (string demonym in row[2].Split(", ", StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (string form in (ReadOnlySpan<string>)[demonym, demonym + "s"])
                {
                    ulong hash = NameFold.Hash(form);
                    _demonyms.TryAdd(hash, row[0]);
                    _nameWords[hash] = _nameWords.GetValueOrDefault(hash) | NameWordTraits.Country;
                }
            }
        }
    }

    private void ReadAliases(ModelFile file)
    {
        int group = 0;
        foreach (string[] names in Rows(file, AliasSection, '|'))
        {
            foreach (string name in names)
            {
                _aliases.TryAdd(NameFold.Hash(name), group);
            }

            group++;
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
                _nicknames[hash] = [.. _nicknames.GetValueOrDefault(hash) ?? [], group];
            }

            group++;
        }
    }

    private void ReadRoles(ModelFile file)
    {
        foreach (string[] row in Rows(file, RoleSection, '\t'))
        {
            ulong hash = TextHash.Lower(row[0]);
            _roles[hash] = new RoleWord(hash, GenderOf(row[1]), row[2] == "role", false);
        }

        foreach (string[] row in Rows(file, RoleAbbreviationSection, '\t'))
        {
            _roles[TextHash.Lower(row[0])] = new RoleWord(TextHash.Lower(row[1]), Gender.Unknown, true, true);
        }

        foreach (string word in file.Lines(RoleModifierSection))
        {
            _modifiers.Add(TextHash.Lower(word));
        }
    }
}
