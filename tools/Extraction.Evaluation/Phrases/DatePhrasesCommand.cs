using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;

namespace Extraction.Evaluation.Phrases;

/// <summary>
/// <c>phrases FILE</c>: runs <see cref="DateParser"/> over phrase sets of other projects (input, reference, expected) and prints the share that passes
/// and the classes of those that do not (<see cref="PhraseVerdict"/>).
/// A phrase passes where each expected expression is found, none beside them, and each value agrees: equal TIMEX, equal interval (a range may be two expressions),
/// equal length, or one of several readings that the set allows. Sets that give no value ask for the place alone.
/// </summary>
internal static class DatePhrasesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "Phrase set, JSON Lines." };
        var list = new Option<PhraseVerdict?>("--list") { Description = "Print each phrase of this class." };
        var news = new Option<bool>("--news") { Description = "Only phrases of scope 'news'." };
        var pipeline = new Option<bool>("--pipeline") { Description = "Run the whole pipeline, furniture included, instead of the parser alone." };
        var command = new Command("phrases", "Pass rate of the date parser on a phrase set, and why phrases fail.") { file, list, news, pipeline };
        command.SetAction(parse => Run(parse.GetRequiredValue(file), parse.GetValue(list), parse.GetValue(news), parse.GetValue(pipeline)));
        return command;
    }

    private static int Run(FileInfo file, PhraseVerdict? list, bool news, bool wholePipeline)
    {
        ExtractionPipeline? pipeline = wholePipeline ? new ExtractionPipelineBuilder().AddTokens().AddLayout().AddSentences().AddDates().Build() : null;
        var counts = new SortedDictionary<PhraseVerdict, int>();
        int total = 0;
        foreach (Phrase phrase in Phrase.ReadAll(file.FullName).Where(p => !news || p.IsNews))
        {
            ImmutableArray<DateExpression> found = pipeline is null ? DateParser.Parse(phrase.Input, phrase.Reference) : pipeline.Extract(new Article(phrase.Input) { Published = phrase.Reference }).Dates;
            PhraseVerdict verdict = PhraseJudge.Judge(phrase, found);
            counts[verdict] = counts.GetValueOrDefault(verdict) + 1;
            total++;
            if (verdict == list)
            {
                Console.WriteLine($"{phrase.Input}\t{string.Join(" ; ", found.Select(d => $"{d.Span.Of(phrase.Input)} = {d.Value}"))}\t{string.Join(" ; ", phrase.Expected)}");
            }
        }

        foreach ((PhraseVerdict verdict, int count) in counts)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict,-16} {count,5} {100.0 * count / Math.Max(total, 1),6:F1} %  {Explain(verdict)}"));
        }

        int convention = counts.Where(c => c.Key is >= PhraseVerdict.Direction and <= PhraseVerdict.Invalid).Sum(c => c.Value);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {convention} differ by convention ({100.0 * convention / Math.Max(total, 1):F1} %)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {counts.GetValueOrDefault(PhraseVerdict.Pass)} of {total} pass ({100.0 * counts.GetValueOrDefault(PhraseVerdict.Pass) / Math.Max(total, 1):F1} %)"));
        return 0;
    }

    private static string Explain(PhraseVerdict verdict) => verdict switch
    {
        PhraseVerdict.Pass => "",
        PhraseVerdict.Direction => "the set takes what is to come, news the nearest or the past one",
        PhraseVerdict.LengthOrMoment => "'in five days', 'the next two weeks': a length for TIMEX3, a moment or a stretch for the set",
        PhraseVerdict.Grain => "'three weeks ago' is a week for TIMEX3, a day or a second for the set",
        PhraseVerdict.Modifier => "'the end of April' is the month with mod END for TIMEX3, its last days for the set",
        PhraseVerdict.Holiday => "a holiday that the lexicon has not, or not in small letters",
        PhraseVerdict.PartOfDay => "'tonight' is a part of the day, a clock time for the set",
        PhraseVerdict.Reference => "'now' is PRESENT_REF, the second of the call for the set",
        PhraseVerdict.FigureOrder => "8/10/2012: the set reads the month first",
        PhraseVerdict.OpenEnd => "'after 2016', 'until Friday': the set has an open stretch, TIMEX3 the date alone",
        PhraseVerdict.Compound => "'two days after Easter' is two expressions for TIMEX3, one for the set",
        PhraseVerdict.Invalid => "the set gives no value, or asks for an impossible date to be found",
        PhraseVerdict.NotExpected => "more is found than the set has",
        PhraseVerdict.NotFound => "not found",
        _ => "another value",
    };
}
