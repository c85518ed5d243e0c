using System.Collections.Immutable;
using System.Globalization;
using Parley.Intake.Archives;

namespace Parley.Intake.Warc;

/// <summary>Web archives (WARC), plain or packed record by record: the pages and texts that were answered with 200, one after the other.</summary>
/// <remarks>
/// Read: <c>response</c>, <c>resource</c> and <c>conversion</c> records that are pages, plain texts, PDF or Word. Passed over: requests, metadata, answers other
/// than 200, images, scripts and style, and <c>revisit</c> records, which say that a page is still what an earlier record holds.
/// </remarks>
internal sealed class WarcFormat : IInputFormat
{
    /// <summary>Records whose ids are remembered: after damage some may be met again.</summary>
    private const int Remembered = 64;

    private static ReadOnlySpan<byte> Mark => "WARC/"u8;

    /// <summary>True for the first bytes of a packed web archive.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> head) =>
        Unpacking.IsGzip(head) && Unpacking.Beginning(head, Mark.Length).AsSpan().SequenceEqual(Mark);

    public bool Fits(InputSource source) => source.Stream.Head.StartsWith(Mark) || IsPacked(source.Stream.Head);

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        using var gzip = Unpacking.IsGzip(source.Stream.Head) ? new ResumableGzip(source.Stream, source.Name) : null;
        var records = new WarcReader(gzip ?? (Stream)source.Stream);
        var ids = new Queue<string>();
        var any = false;
        while (true)
        {
            var (record, problem) = Next(records, source.Name);
            if (problem is not null)
            {
                yield return RawInput.Failed(source.Name, problem);
                if (gzip is null || problem.Code != "PRL0033" || !gzip.Resume())
                    yield break;
                records.Restart();
                continue;
            }
            if (record is null)
                break;
            any = true;
            if (record.Header("WARC-Record-ID") is { Length: > 0 } id)
            {
                if (ids.Contains(id))
                    continue;
                ids.Enqueue(id);
                if (ids.Count > Remembered)
                    ids.Dequeue();
            }
            foreach (var input in Texts(record, source, door))
                yield return input;
        }
        if (!any)
            yield return RawInput.Failed(source.Name, IntakeProblems.NothingInside(source.Name, "no record"));
    }

    private static (WarcRecord? Record, Problem? Problem) Next(WarcReader records, string name)
    {
        try
        {
            return (records.Next(), null);
        }
        catch (InvalidDataException)
        {
            return (null, IntakeProblems.DamagedArchive(name, "a part of it does not unpack; the next is looked for"));
        }
        catch (ProblemDataException e)
        {
            return (null, e.Problem);
        }
    }

    private static IEnumerable<RawInput> Texts(WarcRecord record, InputSource source, InputDoor door)
    {
        var name = $"{source.Name}:{record.Number.ToString(CultureInfo.InvariantCulture)}";
        if (record.IsTooLong)
            return [RawInput.Failed(name, Problems.TooLong(name))];
        if (record.Block.IsEmpty)
            return [];
        HttpPayload? payload;
        try
        {
            payload = Payload(record, name);
        }
        catch (ProblemDataException e)
        {
            return [RawInput.Failed(name, e.Problem)];
        }
        if (payload is not { Status: 200, Body.IsEmpty: false } || !IsText(payload))
            return [];
        var facts = new InputFacts { Url = Address(record.Header("WARC-Target-URI")), Charset = payload.Charset };
        var notices = Notices(record, payload, name);
        var part = source.Part(name, payload.Body, facts) with { FileName = NameFor(payload.ContentType), Follows = false };
        return door.Read(part).Select(input => input with { Facts = input.Facts.Or(facts), Notices = notices });
    }

    private static HttpPayload? Payload(WarcRecord record, string name) =>
        record.Type == "response" ? HttpPayload.Read(record.Block, name)
        : HttpPayload.KindOf(record.Header("Content-Type")) is var (type, charset)
            ? new HttpPayload(200, type, charset, null, record.Block, false)
        : null;

    private static ImmutableArray<Problem> Notices(WarcRecord record, HttpPayload payload, string name)
    {
        ImmutableArray<Problem> notices = [];
        if (record.HasWrongLength)
            notices = notices.Add(IntakeProblems.WrongLength(name));
        if (record.Header("WARC-Truncated") is { } why)
            notices = notices.Add(IntakeProblems.CutShort(name, $"it was recorded only in part: {why}"));
        else if (record.IsCut || payload.IsCut)
            notices = notices.Add(IntakeProblems.CutShort(name, record.IsCut ? "the archive ends in it" : "its body is not whole"));
        return notices;
    }

    private static bool IsText(HttpPayload payload) =>
        payload.ContentType switch
        {
            null or "" or "text/html" or "application/xhtml+xml" or "text/plain" => true,
            "application/http" or "application/octet-stream" or "text/xml" or "application/xml" => payload
                .Body.Span.TrimStart(" \t\r\n"u8)
                .StartsWith("<!doctype html"u8) || payload.Body.Span.TrimStart(" \t\r\n"u8).StartsWith("<!DOCTYPE html"u8),
            "application/pdf" or "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => true,
            _ => false,
        };

    /// <summary>A name by whose ending the kind is told, as a server's word tells it.</summary>
    public static string? NameFor(string? contentType) =>
        contentType switch
        {
            "text/html" or "application/xhtml+xml" => "page.html",
            "text/csv" => "table.csv",
            "text/tab-separated-values" => "table.tsv",
            "application/x-ndjson" or "application/jsonl" or "application/x-jsonlines" => "lines.jsonl",
            "message/rfc822" => "message.eml",
            "application/mbox" => "messages.mbox",
            "text/plain" => "text.txt",
            _ => null,
        };

    private static string? Address(string? text)
    {
        text = text?.Trim('<', '>', ' ');
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? text : null;
    }
}
