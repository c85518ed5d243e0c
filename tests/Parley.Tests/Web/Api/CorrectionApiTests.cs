using System.Net;
using System.Text;
using System.Text.Json;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Web.Api;

/// <summary>What is said through the API stands in the same log as what the commands say.</summary>
public sealed class CorrectionApiTests(WebLedger web) : IClassFixture<WebLedger>
{
    private const string Record = "549ae1b4/e4";
    private const string Undertaking = "rus-reduction-of-operations-2022-03-29";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rejected_record_is_gone_until_that_is_undone()
    {
        var id = await Say($$"""{"verb":"reject","records":["{{Record}}"],"why":"It was not there."}""");
        Assert.DoesNotContain(Record, await web.Get("/api/v1/claims"), StringComparison.Ordinal);
        Assert.Contains(id, Call.Run("corrections", "list", "--ledger", web.File).Output, StringComparison.Ordinal);
        await Say($$"""{"verb":"undo","id":"{{id}}"}""");
        Assert.Contains(Record, await web.Get("/api/v1/claims"), StringComparison.Ordinal);
        Assert.Contains("\"standing\":\"taken back\"", await web.Get("/api/v1/corrections?id=" + id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_is_edited_and_a_state_decided()
    {
        var edit = await Say($$"""{"verb":"edit","records":["{{Record}}"],"field":"status","value":"denied"}""");
        Assert.Contains("\"field\":\"status\"", await web.Get("/api/v1/corrections?id=" + edit), StringComparison.Ordinal);
        await Say($$"""{"verb":"undo","id":"{{edit}}"}""");
        var decision = await Say($$"""{"verb":"decide","undertaking":"{{Undertaking}}","value":"breached","why":"Seen."}""");
        Assert.Contains("\"state\":\"breached\"", await web.Get("/api/v1/board"), StringComparison.Ordinal);
        await Say($$"""{"verb":"undo","id":"{{decision}}"}""");
    }

    [Fact]
    public async Task Several_records_are_one_batch_and_merging_is_undone_too()
    {
        var batch = await Say($$"""{"verb":"accept","records":["{{Record}}","549ae1b4/e1"]}""");
        Assert.StartsWith("b", batch, StringComparison.Ordinal);
        await Say($$"""{"verb":"undo","id":"{{batch}}"}""");
        var merge = await Say("""{"verb":"merge","records":["549ae1b4/a1"],"other":"549ae1b4/a2"}""");
        await Say($$"""{"verb":"undo","id":"{{merge}}"}""");
        var split = await Say("""{"verb":"split","records":["549ae1b4/e1"],"other":"549ae1b4/e2"}""");
        await Say($$"""{"verb":"undo","id":"{{split}}"}""");
    }

    [Theory]
    [InlineData("""{"verb":"accept","records":["549ae1b4/e99"]}""", 404, "")]
    [InlineData("""{"verb":"accept"}""", 400, "record")]
    [InlineData("""{"verb":"praise","records":["549ae1b4/e4"]}""", 400, "verb")]
    [InlineData("""{"verb":"edit","records":["549ae1b4/e4"],"field":"status","value":"odd"}""", 400, "value")]
    [InlineData("""{"verb":"decide","undertaking":"rus-reduction-of-operations-2022-03-29","value":"breached"}""", 400, "why")]
    [InlineData("""{"verb":"decide","undertaking":"none","value":"breached","why":"Seen."}""", 404, "")]
    [InlineData("""{"verb":"undo","id":"c000000000000"}""", 404, "")]
    [InlineData("""{"verb":"accept","record":"549ae1b4/e4"}""", 400, "")]
    [InlineData("""{"verb":7}""", 400, "verb")]
    [InlineData("""{"verb":""", 400, "")]
    [InlineData("null", 400, "")]
    public async Task What_cannot_be_said_is_refused_and_nothing_is_logged(string body, int status, string field)
    {
        var before = await web.Get("/api/v1/corrections");
        using var answer = await Post(body, "application/json");
        Assert.Equal(status, (int)answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
        if (field.Length > 0)
            Assert.True(json.RootElement.GetProperty("errors").TryGetProperty(field, out _), json.RootElement.ToString());
        Assert.Equal(before, await web.Get("/api/v1/corrections"));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_form_of_another_page_says_nothing(string type)
    {
        using var answer = await Post($$"""{"verb":"reject","records":["{{Record}}"]}""", type);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.UnsupportedMediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
    }

    private async Task<string> Say(string body)
    {
        using var answer = await Post(body, "application/json");
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("item").GetProperty("id").GetString()!;
    }

    private Task<HttpResponseMessage> Post(string body, string type) =>
        web.Client.PostAsync("/api/v1/corrections", new StringContent(body, Encoding.UTF8, type), Cancel);
}
