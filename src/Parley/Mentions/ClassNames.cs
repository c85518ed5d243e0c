using Parley.Models;

namespace Parley.Mentions;

/// <summary>Reads the names of a model's classes ("open-to") as values.</summary>
internal static class ClassNames
{
    /// <summary>The value of that name, without regard to case and hyphens.</summary>
    /// <exception cref="InvalidModelException">There is none.</exception>
    public static T Parse<T>(string name)
        where T : struct, Enum => Table<T>.Values.TryGetValue(name, out var value) ? value : throw Unknown<T>(name);

    private static InvalidModelException Unknown<T>(string name) => new($"The model has a class '{name}' that is no {typeof(T).Name}.");

    private static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Values = Make();

        private static Dictionary<string, T> Make()
        {
            var values = new Dictionary<string, T>(StringComparer.Ordinal);
            foreach (var value in Enum.GetValues<T>())
            {
                var name = value.ToString();
                values[name.ToUpperInvariant()] = value;
                values[
                    string.Concat(
                        name.Select(
                            (c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()
                        )
                    )
                ] = value;
            }
            return values;
        }
    }
}
