using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Report;

/// <summary>Makes pages without a server: the same addresses (<see cref="PageList"/>), asked in this process.</summary>
internal sealed class ReportPages : IAsyncDisposable
{
    /// <summary>What only a server can do, so that a report has no use for the page.</summary>
    private static readonly Section[] s_leftOut = [Section.None, Section.Search, Section.Queue, Section.Add];

    private readonly WebApplication _application;
    private readonly RequestDelegate _answer;
    private readonly string _query;

    public ReportPages(ReportOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        WorkbenchServer.AddServices(
            builder.Services,
            new ServerOptions
            {
                OpenLedger = options.OpenLedger,
                LedgerName = options.LedgerName,
                IsReadOnly = true,
                Now = options.Now,
            }
        );
        _application = builder.Build();
        // Who may do what is asked by a server alone: nothing but the page itself is called.
        _application.UseRouting();
        foreach (var map in PageList.All)
            map(_application);
        _application.Run(http =>
        {
            http.Response.StatusCode = http.GetEndpoint() is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            return http.GetEndpoint()?.RequestDelegate?.Invoke(http) ?? Task.CompletedTask;
        });
        _answer = ((IApplicationBuilder)_application).Build();
        _query = QueryOf(options.Question);
    }

    /// <summary>The ledger.</summary>
    public LedgerAccess Ledger => _application.Services.GetRequiredService<LedgerAccess>();

    /// <summary>The entries of the rail that there are pages for.</summary>
    public IReadOnlySet<Section> Screens()
    {
        var paths = ((IEndpointRouteBuilder)_application)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))
            .ToHashSet(StringComparer.Ordinal);
        return Enum.GetValues<Section>()
            .Where(section => !s_leftOut.Contains(section) && paths.Contains(PageLinks.PathOf(section)))
            .ToHashSet();
    }

    /// <summary>True where only a server could answer.</summary>
    public static bool IsLeftOut(string path) => s_leftOut.Any(section => section != Section.None && path == PageLinks.PathOf(section));

    /// <summary>The page or download at an address; null where there is none.</summary>
    public async Task<byte[]?> Get(ReportAddress address, ReportRequest report)
    {
        await using var scope = _application.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Features.Set(report);
        http.Request.Method = HttpMethods.Get;
        http.Request.Scheme = "http";
        http.Request.Host = new HostString("localhost");
        http.Request.Path = address.Path;
        http.Request.QueryString = new QueryString(Joined(_query, address.Choices));
        http.Response.Body = body;
        try
        {
            await _answer(http);
        }
        catch (ProblemException e) when (e.Status == StatusCodes.Status404NotFound || address.Choices.Length > 0)
        {
            return null;
        }
        return http.Response.StatusCode == StatusCodes.Status200OK ? body.ToArray() : null;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static string Joined(string query, string choices)
    {
        var all = string.Join('&', new[] { query, choices }.Where(part => part.Length > 0));
        return all.Length > 0 ? "?" + all : "";
    }

    private static string QueryOf(Parley.Answers.Question question) =>
        string.Join(
            '&',
            new PageState
            {
                AsOf = question.AsOf,
                Party = question.Party,
                Topic = question.Topic,
            }
                .Values()
                .Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")
        );
}
