using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Extraction.Tool;

/// <summary>Turns the command's arguments into inputs: files as they are named, folders and globs in the order of their names, so that every run sees one order.</summary>
internal static class InputFinder
{
    private static readonly string[] Endings = [".txt", ".jsonl", ".jsonl.gz"];

    /// <param name="arguments">Files, folders, globs, or <c>-</c>.</param>
    /// <param name="standardInput">How to cut standard input.</param>
    public static IReadOnlyList<InputFile> Find(IEnumerable<string> arguments, InputKind standardInput)
    {
        var found = new List<InputFile>();
        foreach (string argument in arguments)
        {
            if (argument == InputFile.StandardInput)
            {
                found.Add(new InputFile(argument, standardInput, "stdin", null));
            }
            else if (Directory.Exists(argument))
            {
                AddFolder(found, argument);
            }
            else if (File.Exists(argument))
            {
                found.Add(new InputFile(argument, KindOf(argument), Path.GetFileName(argument), null));
            }
            else if (argument.AsSpan().ContainsAny('*', '?'))
            {
                AddGlob(found, argument);
            }
            else
            {
                found.Add(new InputFile(argument, KindOf(argument), Path.GetFileName(argument), "there is no such file or folder"));
            }
        }

        return found;
    }

    private static InputKind KindOf(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase)
            ? InputKind.JsonLines
            : InputKind.Text;

    private static void AddFolder(List<InputFile> found, string folder)
    {
        int before = found.Count;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "*", options)
            .Where(f => Array.Exists(Endings, e => f.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal);
        foreach (string file in files)
        {
            found.Add(new InputFile(file, KindOf(file), Path.GetRelativePath(folder, file), null));
        }

        if (found.Count == before)
        {
            found.Add(new InputFile(folder, InputKind.Text, Path.GetFileName(folder), "the folder holds no .txt, .jsonl or .jsonl.gz file"));
        }
    }

    private static void AddGlob(List<InputFile> found, string glob)
    {
        // The part before the first wildcard is a folder, on which the matcher works; it knows neither '..' nor absolute paths.
        string pattern = glob.Replace('\\', '/');
        int slash = pattern.LastIndexOf('/', pattern.AsSpan().IndexOfAny('*', '?'));
        string root = slash < 0 ? "." : slash == 0 ? "/" : pattern[..slash];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[(slash + 1)..]);
        string[] matches = Directory.Exists(root)
            ? [.. matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root))).Files.Select(f => f.Path).Order(StringComparer.Ordinal)]
            : [];
        foreach (string match in matches)
        {
            string path = slash < 0 ? match : Path.Combine(root, match);
            found.Add(new InputFile(path, KindOf(path), match, null));
        }

        if (matches.Length == 0)
        {
            found.Add(new InputFile(glob, InputKind.Text, glob, "no file matches"));
        }
    }
}
