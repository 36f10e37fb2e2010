using System.CommandLine;

namespace Extraction.Training.Linking;

/// <summary>
/// <c>linking-lexicons SOURCE OUT</c>: compiles the word lists of the stage 'linking' into one embedded file. The same lists give the same bytes.
/// </summary>
internal static class LexiconCommand
{
    private static readonly (int Section, string File)[] Lists =
    [
        (LinkingLexicons.FirstNameSection, "first-names.txt"),
        (LinkingLexicons.CountrySection, "countries.txt"),
        (LinkingLexicons.AliasSection, "aliases.txt"),
        (LinkingLexicons.NicknameSection, "nicknames.txt"),
        (LinkingLexicons.RoleSection, "roles.txt"),
        (LinkingLexicons.RoleAbbreviationSection, "role-abbreviations.txt"),
        (LinkingLexicons.RoleModifierSection, "role-modifiers.txt"),
        (LinkingLexicons.HonorificSection, "honorifics.txt"),
        (LinkingLexicons.OrganisationWordSection, "organisation-words.txt"),
        (LinkingLexicons.FamilyNameSection, "family-names.txt"),
    ];

    public static Command Create()
    {
        var source = new Argument<DirectoryInfo>("source") { Description = "Folder of the word lists: tools/Extraction.Training/Linking/Lexicons." };
        var output = new Argument<FileInfo>("out") { Description = "Where the compiled file goes: src/Extraction/Models/Resources/linking.bin." };
        var command = new Command("linking-lexicons", "Compiles the word lists of the stage 'linking'.") { source, output };
        command.SetAction(parse => Run(parse.GetRequiredValue(source), parse.GetRequiredValue(output)));
        return command;
    }

    private static int Run(DirectoryInfo source, FileInfo output)
    {
        var writer = new ModelFile.Writer("""{"name":"linking","version":1,"kind":"word lists","sources":"see the heads of tools/Extraction.Training/Linking/Lexicons/*.txt"}""");
        foreach ((int section, string file) in Lists)
        {
            string[] lines = [.. File.ReadLines(Path.Combine(source.FullName, file)).Where(line => line.Length > 0 && line[0] != '#')];
            writer.AddLines(section, lines);
            Console.WriteLine($"{file}: {lines.Length} lines");
        }

        writer.Save(output.FullName, compress: false);
        Console.WriteLine($"{output.FullName}: {new FileInfo(output.FullName).Length} bytes");
        return 0;
    }
}
