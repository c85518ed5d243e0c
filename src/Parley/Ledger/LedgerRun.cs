using System.Security.Cryptography;
using System.Text;
using Parley.Lexicons;

namespace Parley.Ledger;

/// <summary>What made the records of a reading. With the hash of the text it tells all that they depend on.</summary>
/// <param name="Model">Name and hash of the language model.</param>
/// <param name="Rules">Hash of the lexicons, rules and program.</param>
public sealed record LedgerRun(string Model, string Rules)
{
    private static readonly Lazy<string> s_rules = new(HashOfRules);

    /// <summary>The run of readings of which nobody said what made them.</summary>
    public static LedgerRun Unknown { get; } = new("unknown", "unknown");

    /// <summary>Sixteen digits of the hash of both.</summary>
    public string Id => Hash(Encoding.UTF8.GetBytes($"{Model}\n{Rules}"));

    /// <summary>A run of this program with a language model.</summary>
    /// <param name="model">Name and hash of the model.</param>
    public static LedgerRun Of(string model) => new(model, s_rules.Value);

    private static string HashOfRules()
    {
        var library = typeof(LedgerRun).Assembly;
        using var lexicons = library.GetManifestResourceStream("lexicons.bin")!;
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(library.ManifestModule.ModuleVersionId.ToString()));
        var buffer = new byte[1 << 16];
        for (int read; (read = lexicons.Read(buffer)) > 0; )
            hash.AppendData(buffer.AsSpan(0, read));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string Hash(byte[] text) => Convert.ToHexStringLower(SHA256.HashData(text))[..16];
}
