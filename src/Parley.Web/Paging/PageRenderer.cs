using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Parley.Web.Server;
using Parley.Web.Shell;

namespace Parley.Web.Paging;

/// <summary>Makes HTML of components, for live pages and for reports alike.</summary>
/// <param name="services">Services that components ask for.</param>
/// <param name="logs">Where rendering logs.</param>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>The HTML of a component.</summary>
    /// <param name="parameters">Its parameters by name.</param>
    public async Task<string> Render<TComponent>(IReadOnlyDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(
                ParameterView.FromDictionary(new Dictionary<string, object?>(parameters))
            );
            return root.ToHtmlString();
        });
    }

    /// <summary>Writes the page about a problem.</summary>
    internal async Task WriteError(HttpContext http, ProblemException problem)
    {
        var frame = new PageFrame { Path = "/", Links = PageLinks.Live };
        var html = await Render<ErrorView>(
            new Dictionary<string, object?> { [nameof(ErrorView.Frame)] = frame, [nameof(ErrorView.Fault)] = problem }
        );
        http.Response.ContentType = $"{MediaTypeNames.Text.Html}; charset=utf-8";
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.WriteAsync(html, Encoding.UTF8);
    }
}
