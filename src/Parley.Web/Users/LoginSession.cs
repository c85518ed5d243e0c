namespace Parley.Web.Users;

/// <summary>That a browser logged in.</summary>
/// <param name="User">Who.</param>
/// <param name="Stamp">The stamp of his password then.</param>
/// <param name="Begun">When.</param>
/// <param name="Used">When it was last used.</param>
internal sealed record LoginSession(string User, string Stamp, DateTimeOffset Begun, DateTimeOffset Used);
