namespace Extraction;

/// <summary>The lists a gazetteer phrase can be on; a phrase can be on several. Written into the compiled gazetteers, so numbers stay.</summary>
internal enum GazetteerList
{
    Country,
    Demonym,
    Region,
    BigCity,
    City,
    Admin,
    State,
    Place,
    First,
    Last,
    Person,
    Org,
    Team,
    Title,
    Job,
    OrgWord,
    Date,
    Language,
    Facility,
    Event,
    Product,
    Law,
    Masked,
    Function,
    Common,
}
