using System.Collections.Immutable;

namespace Parley.Web.Users;

/// <summary>A user as the file of users has him.</summary>
/// <param name="Name">The name by which he logs in and stands in the logs.</param>
/// <param name="Role">What he may do.</param>
/// <param name="Password">His password, hashed (<see cref="Passwords"/>).</param>
/// <param name="Stamp">Changes with each password: who logged in with another has to do so again.</param>
/// <param name="Since">When he was added.</param>
/// <param name="Tokens">His tokens.</param>
public sealed record UserAccount(
    string Name,
    UserRole Role,
    string Password,
    string Stamp,
    DateTimeOffset Since,
    ImmutableArray<ApiToken> Tokens
);
