using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Parley.Web.Users;

/// <summary>Hashes passwords by ASP.NET's hasher: PBKDF2 with SHA-512, 210,000 rounds, a salt each.</summary>
public static class Passwords
{
    /// <summary>The fewest letters.</summary>
    public const int Least = 12;

    /// <summary>The most letters: longer ones would only keep the server busy.</summary>
    public const int Most = 256;

    private const int Rounds = 210_000;

    private static readonly PasswordHasher<object> s_hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    private static readonly object s_nobody = new();
    private static readonly Lazy<string> s_noPassword = new(() => Hash("nobody has this password"));

    /// <summary>The hash to keep.</summary>
    public static string Hash(string password) => s_hasher.HashPassword(s_nobody, password);

    /// <summary>True where it is the password of a user; takes as long where there is no such user.</summary>
    public static bool IsRight(UserAccount? user, string password)
    {
        if (password.Length is 0 or > Most)
            return false;
        return s_hasher.VerifyHashedPassword(s_nobody, user?.Password ?? s_noPassword.Value, password) != PasswordVerificationResult.Failed
            && user is not null;
    }
}
