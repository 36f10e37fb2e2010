namespace Extraction;

/// <summary>English words that end a role phrase: determiners, pronouns, prepositions, conjunctions, auxiliaries, verbs of saying, days and months.</summary>
internal static class FunctionWords
{
    private static readonly HashLexicon Words = HashLexicon.OfWords(
        "a about above according across add added adding adds after again against all along already also although am among an and announced any appeared are argued around as asked at attended away back " +
        "be became because been before began being believes below between both but by called came can cannot claimed come could declared denied described despite did do does done down due during each either else even ever every except explained " +
        "few first following for from further gave get given go got had has have having he held her here him himself his how however i if in including inside instead into is it its itself just last late later leaves left let like likely made make many may me meanwhile met might more moreover most much must my near neither next no none nor not nothing now of off on once one only or other others our out outside over own " +
        "per perhaps pointed quite read reported replied responded said same saw say saying says see seen she should since so some soon spoke stated still such suggested take taken tells than thanks that the their them themselves then there therefore these they this those though through throughout thus to today told tomorrow tonight too took toward towards tweeted two under until up upon us used very via visited warned was we went were what when where whether which while who whom whose why will with within without wrote would yesterday yet you your " +
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december");

    public static bool Contains(ulong lowerHash) => Words.Contains(lowerHash);
}
