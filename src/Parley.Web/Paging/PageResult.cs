using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Web.Paging;

/// <summary>A page as an answer, with its ETag: a browser that has the same page gets 304.</summary>
internal sealed class PageResult<TComponent> : IResult
    where TComponent : IComponent
{
    private readonly Dictionary<string, object?> _parameters;

    public PageResult(PageFrame frame, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        _parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Frame"] = frame };
        foreach (var (name, value) in parameters)
            _parameters[name] = value;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await httpContext.RequestServices.GetRequiredService<PageRenderer>().Render<TComponent>(_parameters);
        await EntityTag.Write(httpContext, Encoding.UTF8.GetBytes(html), $"{MediaTypeNames.Text.Html}; charset=utf-8");
    }
}
