using System.Reflection;
using System.Text;

namespace Extraction.ApiTests;

/// <summary>The public surface of an assembly as text: one member a line, sorted, nullability included.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string member in type.GetMembers(Declared).Where(m => m.Name[0] != '<').Select(m => Member(type, m)).OfType<string>().Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        string kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsSealed ? "sealed class"
            : type.IsAbstract ? "abstract class" : "class";
        IEnumerable<string> bases = type.GetInterfaces().Where(i => i.IsPublic).Select(i => Name(i)).Order(StringComparer.Ordinal);
        string list = string.Join(", ", (type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum) ? [Name(b)] : Array.Empty<string>()).Concat(bases));
        return $"{kind} {type.Namespace}.{Name(type)}{(list.Length > 0 ? " : " + list : "")}";
    }

    private static string? Member(Type type, MemberInfo member) => member switch
    {
        FieldInfo f when Visible(f.IsPublic, f.IsFamily || f.IsFamilyOrAssembly) && !f.IsSpecialName => type.IsEnum ? $"{f.Name} = {Convert.ToInt64(f.GetRawConstantValue(), null)}" : $"{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{Name(f.FieldType)} {f.Name}",
        ConstructorInfo c when Visible(c.IsPublic, c.IsFamily || c.IsFamilyOrAssembly) => $"{Name(type)}({Parameters(c)})",
        MethodInfo m when Visible(m.IsPublic, m.IsFamily || m.IsFamilyOrAssembly) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) => $"{(m.IsStatic ? "static " : "")}{Nullable(m.ReturnParameter)} {m.Name}{Generic(m)}({Parameters(m)})",
        PropertyInfo p when p.GetMethod is { } get && Visible(get.IsPublic, get.IsFamily || get.IsFamilyOrAssembly) => $"{(get.IsStatic ? "static " : "")}{Name(p.PropertyType)}{Mark(new NullabilityInfoContext().Create(p).ReadState, p.PropertyType)} {p.Name} {{ get;{Setter(p)} }}",
        _ => null,
    };

    private static bool Visible(bool isPublic, bool isProtected) => isPublic || isProtected;

    private static string Setter(PropertyInfo property) =>
        property.SetMethod is not { IsPublic: true } set ? ""
        : set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") ? " init;" : " set;";

    private static string Generic(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{(p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{Nullable(p)} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "null") : "")}"));

    private static string Nullable(ParameterInfo parameter)
    {
        string direction = parameter.IsOut ? "out " : parameter.IsIn && parameter.ParameterType.IsByRef ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{direction}{Name(parameter.ParameterType)}{Mark(new NullabilityInfoContext().Create(parameter).ReadState, parameter.ParameterType)}";
    }

    private static string Mark(NullabilityState state, Type type) => state == NullabilityState.Nullable && !type.IsValueType ? "?" : "";

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (System.Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
