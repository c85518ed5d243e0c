using System.Security.Cryptography;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>Adds and removes users and their tokens, as <c>parley users</c> does.</summary>
/// <param name="file">The file of users.</param>
public sealed class UserDesk(UserFile file)
{
    private const int MostLetters = 64;
    private const int StampBytes = 12;

    /// <summary>Adds a user, or gives one that is there another role and password.</summary>
    public void Add(string name, UserRole role, string password, DateTimeOffset now)
    {
        if (!IsName(name))
            throw new ProblemException(UserProblems.NotAName(name));
        if (password.Length is < Passwords.Least or > Passwords.Most || password.Contains(name, StringComparison.OrdinalIgnoreCase))
            throw new ProblemException(UserProblems.WeakPassword(Passwords.Least));
        var hash = Passwords.Hash(password);
        var stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StampBytes));
        file.Change(list =>
        {
            var known = list.Find(name);
            return list.With(new UserAccount(known?.Name ?? name, role, hash, stamp, known?.Since ?? now, known?.Tokens ?? []));
        });
    }

    /// <summary>Removes a user with his tokens.</summary>
    public void Remove(string name) =>
        file.Change(list => list.Find(name) is null ? throw new ProblemException(UserProblems.NoUser(name)) : list.Without(name));

    /// <summary>Gives a user a token; its text is told here alone.</summary>
    public string AddToken(string name, DateTimeOffset now)
    {
        var (token, text) = ApiToken.Make(now);
        file.Change(list =>
            list.Find(name) is { } user
                ? list.With(user with { Tokens = [.. user.Tokens, token] })
                : throw new ProblemException(UserProblems.NoUser(name))
        );
        return text;
    }

    /// <summary>Takes a token back.</summary>
    public void RemoveToken(string name, string id) =>
        file.Change(list =>
        {
            var user = list.Find(name) ?? throw new ProblemException(UserProblems.NoUser(name));
            return user.Tokens.Any(token => token.Id == id)
                ? list.With(user with { Tokens = [.. user.Tokens.Where(token => token.Id != id)] })
                : throw new ProblemException(UserProblems.NoToken(name, id));
        });

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MostLetters
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@');
}
