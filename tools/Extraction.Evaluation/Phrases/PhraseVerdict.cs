namespace Extraction.Evaluation.Phrases;

/// <summary>What became of a phrase; from Direction to Invalid they are differences of convention.</summary>
internal enum PhraseVerdict
{
    Pass,
    Direction,
    LengthOrMoment,
    Grain,
    Modifier,
    PartOfDay,
    Reference,
    FigureOrder,
    OpenEnd,
    Compound,
    Invalid,
    Holiday,
    NotExpected,
    NotFound,
    Value,
}
