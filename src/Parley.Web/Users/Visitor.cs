namespace Parley.Web.Users;

/// <summary>Who does what is being done: who logged in, or the user of the server.</summary>
/// <param name="Name">His name.</param>
/// <param name="Role">What he may do.</param>
/// <param name="How">How he showed who he is: password, token and its id, or that he sits at this computer.</param>
public sealed record Visitor(string Name, UserRole Role, string How)
{
    private static readonly AsyncLocal<Visitor?> s_current = new();

    /// <summary>Who sent the request that is being answered; null where there is no request.</summary>
    public static Visitor? Current
    {
        get => s_current.Value;
        internal set => s_current.Value = value;
    }

    /// <summary>Throws where his role is not enough.</summary>
    internal static void Require(UserRole role)
    {
        if (Current is { } visitor && visitor.Role < role)
            throw new Server.ProblemException(
                UserProblems.NotAllowed(role.ToString().ToLowerInvariant()),
                Microsoft.AspNetCore.Http.StatusCodes.Status403Forbidden
            );
    }
}
