using System.Reflection;

namespace Parley.Lexicons;

/// <summary>All tables of <c>lexicons/</c> and <c>rules/</c>, packed at build and embedded. Opening parses nothing.</summary>
public static unsafe class LexiconSet
{
    private static readonly Dictionary<string, Lexicon> s_tables = Open();

    /// <summary>The table of that name (<c>lexicons/months</c>); throws when there is none.</summary>
    public static Lexicon Get(string name) => s_tables.TryGetValue(name, out var table) ? table : Throw.NoSuchLexicon(name);

    /// <summary>The names of all tables, in no order.</summary>
    public static IReadOnlyCollection<string> Names => s_tables.Keys;

    private static Dictionary<string, Lexicon> Open()
    {
        // An embedded resource is a view of the mapped assembly, which stays where it is for the life of the process.
        var stream = (UnmanagedMemoryStream)Assembly.GetExecutingAssembly().GetManifestResourceStream("lexicons.bin")!;
        var file = stream.PositionPointer;
        var header = (int*)file;
        if (header[0] != PackedFormat.Magic)
            Throw.DamagedLexicons();
        var pool = (char*)(file + *(int*)(file + stream.Length - sizeof(int)));
        var tables = new Dictionary<string, Lexicon>(StringComparer.Ordinal);
        for (var t = 0; t < header[1]; t++)
        {
            var name = new string(pool, header[2 + t * 3], header[3 + t * 3]);
            tables.Add(name, new Lexicon(name, file, header[4 + t * 3], pool));
        }
        return tables;
    }
}
