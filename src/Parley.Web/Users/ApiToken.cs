using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Web.Users;

/// <summary>What a program logs in with (<c>Authorization: Bearer parley_ID_SECRET</c>). The secret, 256 random bits, is shown once and kept hashed.</summary>
/// <param name="Id">Tells it from the user's others.</param>
/// <param name="Hash">SHA-256 of the whole token.</param>
/// <param name="Since">When it was made.</param>
public sealed record ApiToken(string Id, string Hash, DateTimeOffset Since)
{
    private const string Begin = "parley_";
    private const int IdBytes = 4;
    private const int SecretBytes = 32;
    private const int MostLetters = 200;

    /// <summary>A new token, and its text, which is kept nowhere.</summary>
    public static (ApiToken Token, string Text) Make(DateTimeOffset now)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var text = $"{Begin}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return (new ApiToken(id, HashOf(text), now), text);
    }

    /// <summary>The id that a text names; null where it is no token.</summary>
    public static string? IdOf(string text) =>
        text.Length <= MostLetters
        && text.StartsWith(Begin, StringComparison.Ordinal)
        && text.Split('_', 3) is [_, { Length: 2 * IdBytes } id, _]
            ? id
            : null;

    /// <summary>True where a text is this token; takes as long whichever letter is wrong.</summary>
    public bool Is(string text) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(text)), Encoding.ASCII.GetBytes(Hash));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
