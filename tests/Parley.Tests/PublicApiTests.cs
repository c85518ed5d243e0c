using System.Reflection;
using System.Text;
using Xunit;

namespace Parley.Tests;

/// <summary>The public names of the library as one golden text: a change of them is a change one sees.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_names_of_the_library_are_those_of_the_golden_file() =>
        Golden.Check("api", "Parley.txt", Describe(typeof(Reader).Assembly));

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type, full: true)).Append('\n');
            IEnumerable<string> members = type.IsEnum
                ? Enum.GetNames(type)
                : type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                    .Where(IsWritten)
                    .Select(Signature)
                    .Order(StringComparer.Ordinal);
            foreach (var member in members)
                text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : type.IsAbstract ? "abstract class"
        : "class";

    /// <summary>Leaves out what the compiler writes for records, accessors, and nested types, which stand on their own.</summary>
    private static bool IsWritten(MemberInfo member) =>
        member
            is not MethodBase
            {
                Name: "ToString" or "GetHashCode" or "Equals" or "Deconstruct" or "<Clone>$" or "op_Equality" or "op_Inequality"
            }
        && member is not MethodInfo { IsSpecialName: true, Name: [.., _] }
        && member is not TypeInfo;

    private static string Signature(MemberInfo member) =>
        member switch
        {
            PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {{ get;{(property.CanWrite ? " set;" : "")} }}",
            FieldInfo field => $"{Name(field.FieldType)} {field.Name}",
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            MethodInfo method => $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            _ => member.ToString()!,
        };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Name(Type type, bool full = false)
    {
        var name = full ? type.FullName ?? type.Name : type.Name;
        if (!type.IsGenericType)
            return name;
        name = name.Split('`')[0];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(argument => Name(argument)))}>";
    }
}
