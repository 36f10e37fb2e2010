using System.Collections;
using System.Reflection;
using System.Xml.Linq;

namespace Extraction.ApiTests;

/// <summary>The house rules that a program can check.</summary>
[Trait("Category", "Golden")]
public class HouseRuleTests
{
    private static readonly Assembly Library = typeof(ExtractionPipeline).Assembly;
    private static readonly Type[] Public = Library.GetExportedTypes();

    // Types that are mutable on purpose, each with its reason.
    private static readonly HashSet<Type> Mutable =
    [
        typeof(ExtractionPipelineBuilder), // composes, then Build() seals
        typeof(ExtractionServiceBuilder),  // the same for services
        typeof(ExtractionContext),         // one run on one thread
        typeof(TokenList),                 // reused from run to run
        typeof(BatchOptions),
    ];

    public static TheoryData<Type> Types => [.. Public];

    [Theory]
    [MemberData(nameof(Types))]
    public void APublicClassIsSealedOrStaticOrAbstract(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Assert.True(type.IsSealed || type.IsAbstract || type.IsInterface, $"{type} may be inherited from, though nothing was designed for it");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void APublicTypeIsImmutableOrOptionsOrListedHere(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsEnum || type.Name.EndsWith("Options", StringComparison.Ordinal) || Mutable.Contains(type) || type.IsSubclassOf(typeof(Exception)))
        {
            return;
        }

        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            Assert.True(
                property.SetMethod is not { IsPublic: true } set || set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit"),
                $"{type.Name}.{property.Name} can be set");
            Assert.False(
                typeof(IList).IsAssignableFrom(property.PropertyType) && !property.PropertyType.IsValueType,
                $"{type.Name}.{property.Name} is a list that can be changed");
        }

        Assert.All(type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static), f => Assert.True(f.IsInitOnly || f.IsLiteral, $"{type.Name}.{f.Name} can be set"));
    }

    [Fact]
    public void NoPublicMemberSpeaksOfStringDictionaries() =>
        Assert.DoesNotContain(
            Public.SelectMany(t => t.GetProperties()).Select(p => p.PropertyType),
            t => t.IsGenericType && t.GetGenericArguments() is [var key, ..] && key == typeof(string) && t.Name.Contains("Dictionary", StringComparison.Ordinal));

    [Fact]
    public void EveryPublicTypeAndMemberIsDocumented()
    {
        XDocument documentation = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml"));
        var documented = documentation.Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => m, StringComparer.Ordinal);
        Assert.All(Public, t => Assert.True(documented.ContainsKey("T:" + t.FullName), $"{t} is not documented"));
        Assert.All(documented, m => Assert.False(m.Value.Element("summary") is { } summary && !summary.Nodes().Any(), $"{m.Key} has an empty summary"));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AResultOrServiceSaysWhetherThreadsMayShareIt(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsEnum || (type is { IsAbstract: true, IsSealed: true }) || type.IsSubclassOf(typeof(Exception)) || (type.IsValueType && type.Name is not nameof(Token)))
        {
            return;
        }

        XElement? member = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member").FirstOrDefault(m => m.Attribute("name")!.Value == "T:" + type.FullName);
        Assert.True(member?.Element("threadsafety") is not null, $"{type} lacks <threadsafety>");
    }

    [Fact]
    public void TheLibraryDependsOnTheFrameworkAndTwoAbstractionsOnly()
    {
        IEnumerable<string> foreign = Library.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n is not ("netstandard" or "Microsoft.Extensions.DependencyInjection.Abstractions" or "Microsoft.Extensions.Options"));
        Assert.Empty(foreign);
    }

    [Fact]
    public void OneSourceFileHasOnePublicTypeAndItsName()
    {
        string root = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "src", "Extraction");
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            string[] types = [.. File.ReadLines(file).Where(l => l.StartsWith("public ", StringComparison.Ordinal)).Select(TypeName).OfType<string>()];
            Assert.True(types.Length <= 1, $"{Path.GetFileName(file)} has the public types {string.Join(", ", types)}");
            string name = Path.GetFileName(file).Split('.')[0];
            Assert.True(types.Length == 0 || types[0] == name || name == types[0] + "OfT", $"{Path.GetFileName(file)} has the public type {types.FirstOrDefault()}");
        }
    }

    private static string? TypeName(string line)
    {
        string[] words = line.Split([' ', '<', '(', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        int keyword = Array.FindLastIndex(words, w => w is "class" or "struct" or "interface" or "enum" or "record");
        return keyword >= 0 && keyword + 1 < words.Length ? words[keyword + 1] : null;
    }

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
