using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>Notes in the audit log each request that may write, and each that was refused.</summary>
internal sealed class AuditTrail(RequestDelegate next, ServerOptions options, AuditLog log)
{
    private const int MostLetters = 300;

    /// <summary>The fields of forms that are noted.</summary>
    private static readonly string[] s_fields = ["name", "verb", "record", "undertaking", "field", "id", "outlet"];

    public async Task InvokeAsync(HttpContext http)
    {
        // What is set further in does not come out of it: the place for it is made here.
        var visitor = new Box();
        http.Items[typeof(AuditTrail)] = visitor;
        await next(http);
        if (Permissions.IsSafe(http.Request.Method) && http.Response.StatusCode is not (401 or 403 or 421 or 429))
            return;
        log.Add(
            new AuditEntry(
                options.Now(),
                visitor.Visitor?.Name,
                visitor.Visitor?.How,
                AccessCheck.AddressOf(http),
                What(http),
                http.Response.StatusCode
            )
        );
    }

    /// <summary>Notes who sends a request.</summary>
    public static void Note(HttpContext http, Visitor visitor)
    {
        Visitor.Current = visitor;
        if (http.Items[typeof(AuditTrail)] is Box box)
            box.Visitor = visitor;
    }

    private static string What(HttpContext http)
    {
        var what = new StringBuilder($"{http.Request.Method} {http.Request.Path}");
        // Only of a form that was read: the others were refused before.
        if (http.Features.Get<IFormFeature>()?.Form is { } form)
            foreach (var field in s_fields)
                if (form[field].ToString() is { Length: > 0 } value)
                    what.Append(' ').Append(field).Append('=').Append(value);
        return what.Length <= MostLetters ? what.ToString() : what.ToString(0, MostLetters) + "…";
    }

    private sealed class Box
    {
        public Visitor? Visitor { get; set; }
    }
}
