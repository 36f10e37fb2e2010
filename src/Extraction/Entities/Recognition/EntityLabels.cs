namespace Extraction;

/// <summary>
/// The recogniser's labels: 0 is outside, then for each type first, inner, last and single (BILOU). The twelfth type, Misc, takes the names that are of no type of the contract
/// (awards, diseases, religions): it is trained, so that the others need not hold them, and never given out.
/// </summary>
internal static class EntityLabels
{
    public const int TypeCount = 12;
    public const int LabelCount = 1 + (4 * TypeCount);
    public const int Misc = 11;
    public const int Person = 0;
    public const int Organization = 1;
    public const int Gpe = 2;
    public const int Facility = 4;
    public const int Event = 6;
    public const int Product = 7;
    public const int Outside = 0;

    public const int First = 0;
    public const int Inner = 1;
    public const int Last = 2;
    public const int Single = 3;

    /// <summary>The types in the order of their labels; the last, Misc, has no public counterpart.</summary>
    public static readonly EntityType[] Types =
    [
        EntityType.Person, EntityType.Organization, EntityType.Gpe, EntityType.Location, EntityType.Facility, EntityType.Norp,
        EntityType.Event, EntityType.Product, EntityType.WorkOfArt, EntityType.Law, EntityType.Language, new("misc"),
    ];

    /// <summary>True for the three kinds of place: gpe, location, facility.</summary>
    public static bool IsPlace(int type) => type is >= Gpe and <= Facility;

    public static int Of(int type, int place) => 1 + (4 * type) + place;

    public static int TypeOf(int label) => (label - 1) >> 2;

    public static int PlaceOf(int label) => (label - 1) & 3;

    /// <summary>True where a name may end with the label, or none is open.</summary>
    public static bool Closes(int label) => label == Outside || PlaceOf(label) >= Last;

    /// <summary>True where the label may follow; <paramref name="from"/> is <see cref="LabelCount"/> at the start.</summary>
    public static bool MayFollow(int from, int to)
    {
        bool continues = to != Outside && PlaceOf(to) is Inner or Last;
        bool open = from != LabelCount && !Closes(from);
        return open ? continues && TypeOf(from) == TypeOf(to) : !continues;
    }
}
