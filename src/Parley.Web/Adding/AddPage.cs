using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Correcting;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Adding;

/// <summary><c>/add</c>: articles handed in, as a text, as files or by their addresses, and how far the reading is; <c>/add/progress</c> is that part alone, <c>/add/JOB</c> all of one job.</summary>
internal static class AddPage
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/add", Get);
        routes.MapPost(FormBody.UploadPath, Post);
        routes.MapGet("/add/progress", Progress);
        routes.MapGet("/add/{id}", Job);
    }

    private static async Task<IResult> Get(HttpContext http, Workbench bench, AddingQueue queue) =>
        new PageResult<AddView>(
            await bench.Frame(http, Section.Add),
            (nameof(AddView.Jobs), queue.All()),
            (nameof(AddView.Closed), Closed(bench, queue)),
            (nameof(AddView.AllowsPrivate), bench.Options.Fetching.AllowsPrivate),
            (nameof(AddView.Hindrance), queue.Hindrance)
        );

    private static async Task<IResult> Progress(HttpContext http, Workbench bench, AddingQueue queue)
    {
        var frame = await bench.Frame(http, Section.Add);
        return new PageResult<JobList>(frame, (nameof(JobList.Jobs), queue.All()), (nameof(JobList.Hindrance), queue.Hindrance));
    }

    private static async Task<IResult> Job(HttpContext http, Workbench bench, AddingQueue queue, string id)
    {
        var job = queue.Find(id) ?? throw ProblemException.NotFound("job", id, "see /add");
        return new PageResult<JobView>(await bench.Frame(http, Section.Add), (nameof(JobView.Job), job));
    }

    private static async Task<IResult> Post(HttpContext http, Workbench bench, AddingQueue queue)
    {
        if (Closed(bench, queue) is { } why)
            throw new ProblemException(WebProblems.CannotAdd(why), StatusCodes.Status409Conflict);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var published = PageState.Day("published", form["published"].ToString().Trim() is { Length: > 0 } day ? day : null);
        var note = new Note(CorrectionsPage.User(http, bench), bench.Now, "");
        var files = new List<HandedIn>();
        if (form["text"].ToString() is var text && !string.IsNullOrWhiteSpace(text))
            files.Add(Pasted(text, form, note));
        foreach (var file in form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0))
            files.Add(new(FileNames.Shown(file.FileName, files.Count + 1), stream => file.CopyToAsync(stream, http.RequestAborted)));
        // Last, since what they name may be another when they are asked again.
        if (AddressLines.Read(form["addresses"].ToString()) is { IsEmpty: false } addresses)
            files.Add(new(Stamped("addresses", note) + ".txt", Bytes(string.Join('\n', addresses) + "\n"), IsFetched: true));
        if (files.Count == 0)
            throw ProblemException.Field("text", WebProblems.NothingToAdd());
        await queue.Take(note, published, files, http.RequestAborted);
        return Results.LocalRedirect("/add#jobs");
    }

    /// <summary>Why nothing can be handed in; null where it can.</summary>
    private static string? Closed(Workbench bench, AddingQueue queue) =>
        bench.Options.IsReadOnly ? "it was started with --read-only"
        : bench.Options.OpenReading is null ? "it was started without a language model"
        : !queue.IsOpen ? "it has no folder to keep what waits"
        : null;

    /// <summary>A pasted text as a line of JSON with what was said of it, a pasted page as a page.</summary>
    private static HandedIn Pasted(string text, IFormCollection form, Note note)
    {
        var name = Stamped("pasted", note);
        if (text.TrimStart().StartsWith('<') && text.Contains("</", StringComparison.Ordinal))
            return new(name + ".html", Bytes(text));
        var line = new JsonObject { ["id"] = name, ["text"] = text };
        foreach (var (field, key) in new[] { ("title", "title"), ("outlet", "publisher"), ("address", "url"), ("published", "date") })
            if (form[field].ToString().Trim() is { Length: > 0 and < 2000 } value)
                line[key] = value;
        return new(name + ".jsonl", Bytes(line.ToJsonString() + "\n"));
    }

    private static string Stamped(string what, Note note) =>
        $"{what} {note.At.UtcDateTime.ToString("yyyy-MM-dd HH.mm.ss", CultureInfo.InvariantCulture)}";

    private static Func<Stream, Task> Bytes(string text) => stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();
}
