using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Web.Paging;

/// <summary>The token that shows that a form comes from a page of this server.</summary>
public static class FormToken
{
    /// <summary>The name of the hidden field.</summary>
    public const string Field = "form_token";

    /// <summary>The header in which a script may send it instead.</summary>
    public const string Header = "X-Parley-Form-Token";

    /// <summary>The token for a page; sets the cookie that belongs to it.</summary>
    public static string? Of(HttpContext http) =>
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken;
}
