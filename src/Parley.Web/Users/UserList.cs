using System.Collections.Immutable;

namespace Parley.Web.Users;

/// <summary>What is in a file of users.</summary>
/// <param name="Version">The form of the file: 1.</param>
/// <param name="Users">The users by name.</param>
public sealed record UserList(int Version, ImmutableArray<UserAccount> Users)
{
    /// <summary>The form of the file that is written.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Nobody.</summary>
    public static UserList Empty { get; } = new(CurrentVersion, []);

    /// <summary>A user; null where there is none of that name.</summary>
    public UserAccount? Find(string name) => Users.FirstOrDefault(user => user.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The user whose token a text is, and which; null where it is nobody's.</summary>
    public (UserAccount User, ApiToken Token)? FindToken(string text)
    {
        var id = ApiToken.IdOf(text);
        foreach (var user in Users)
        foreach (var token in user.Tokens)
            if (token.Id == id && token.Is(text))
                return (user, token);
        return null;
    }

    /// <summary>With a user, in the place of another of that name.</summary>
    public UserList With(UserAccount user) =>
        this with
        {
            Users = [.. Without(user.Name).Users.Append(user).OrderBy(one => one.Name, StringComparer.Ordinal)],
        };

    /// <summary>Without a user.</summary>
    public UserList Without(string name) =>
        this with
        {
            Users = [.. Users.Where(user => !user.Name.Equals(name, StringComparison.OrdinalIgnoreCase))],
        };
}
