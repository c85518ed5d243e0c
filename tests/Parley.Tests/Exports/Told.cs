using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parley.Events;
using Parley.Exports;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Tests.Exports;

/// <summary>Makes readings by hand whose records stand where their words stand, and ledgers of them, so that exports are tested without a language model.</summary>
internal static class Told
{
    private static readonly DateTimeOffset s_added = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>An article; each line is a sentence.</summary>
    public static Reading Article(string outlet, string? day, string text)
    {
        var sentences = ImmutableArray.CreateBuilder<Span>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start) is >= 0 and var next ? next : text.Length;
            if (end > start)
                sentences.Add(new Span(start, end));
            start = end + 1;
        }
        return new Reading
        {
            Article = new Article
            {
                Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                Publisher = outlet,
                Published = day,
                Text = text,
                Sentences = sentences.ToImmutable(),
            },
        };
    }

    /// <summary>The reading with an actor, named by every place where its name stands.</summary>
    public static Reading Who(this Reading reading, string id, string name, string code, ActorKind kind) =>
        reading with
        {
            Actors =
            [
                .. reading.Actors,
                new Actor
                {
                    Id = id,
                    Name = name,
                    Code = code,
                    Kind = kind,
                    Mentions = reading.All(name),
                    Evidence = [reading.At(name)],
                },
            ],
        };

    /// <summary>The reading with a place.</summary>
    public static Reading Where(
        this Reading reading,
        string id,
        string name,
        double lat,
        double lon,
        PlacePrecision precision = PlacePrecision.City,
        double? radius = null
    ) =>
        reading with
        {
            Places =
            [
                .. reading.Places,
                new Place
                {
                    Id = id,
                    Name = name,
                    Lat = lat,
                    Lon = lon,
                    Country = "UKR",
                    Precision = precision,
                    RadiusKm = radius,
                    Mentions = reading.All(name),
                    Evidence = [reading.At(name)],
                },
            ],
        };

    /// <summary>The reading with a time.</summary>
    public static Reading When(this Reading reading, string id, string words, string value) =>
        reading with
        {
            Times =
            [
                .. reading.Times,
                new Time
                {
                    Id = id,
                    Text = words,
                    Type = "DATE",
                    Value = value,
                    Resolved = true,
                    Span = reading.At(words),
                    Evidence = [reading.At(words)],
                },
            ],
        };

    /// <summary>The reading with a statement.</summary>
    public static Reading Says(this Reading reading, string id, string speaker, string content, StatementAct act = StatementAct.Asserts) =>
        reading with
        {
            Statements =
            [
                .. reading.Statements,
                new Statement
                {
                    Id = id,
                    Speaker = speaker,
                    Speakers = [speaker],
                    Cue = "said",
                    Act = act,
                    Kind = StatementKind.Indirect,
                    Content = [reading.At(content)],
                    Evidence = [reading.At(content)],
                },
            ],
        };

    /// <summary>The reading with a deed, coded as the reader codes it.</summary>
    public static Reading Does(
        this Reading reading,
        string id,
        EventType type,
        string deed,
        string words,
        string trigger,
        EventStatus status = EventStatus.Happened,
        string[]? sources = null,
        string[]? targets = null,
        string? place = null,
        string? time = null,
        string? statement = null,
        string? mode = null,
        bool isUncertain = false
    )
    {
        var cameo = PloverScale.Cameo(deed, status);
        return reading with
        {
            Events =
            [
                .. reading.Events,
                new Event
                {
                    Id = id,
                    Type = type,
                    Mode = mode,
                    Cameo = cameo,
                    Goldstein = PloverScale.Goldstein(cameo),
                    Plover = PloverScale.Plover(type, status, deed),
                    Status = status,
                    Trigger = reading.At(trigger),
                    Sources = [.. sources ?? []],
                    Targets = [.. targets ?? []],
                    Place = place,
                    Time = time,
                    Statement = statement,
                    Uncertain = isUncertain,
                    Confidence = isUncertain ? 0.1 : 0.6,
                    Evidence = [reading.At(words)],
                },
            ],
        };
    }

    /// <summary>A ledger of readings.</summary>
    public static ILedger Ledger(params Reading[] readings)
    {
        var ledger = new MemoryLedger();
        foreach (var reading in readings)
            ledger.Keep(reading, LedgerRun.Unknown, new Note("tester", s_added, ""));
        return ledger;
    }

    /// <summary>All of a ledger, to be exported.</summary>
    public static ExportSource Source(ILedger ledger, ExportQuery? query = null) => new(ledger, query ?? new ExportQuery(), "talks.db");

    /// <summary>What a format of one file writes.</summary>
    public static string Write(string format, ExportSource source)
    {
        using var output = new MemoryStream();
        ExportFormats.Find(format)!.Write(source, new StreamTarget(output));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The first place where words stand.</summary>
    public static Span At(this Reading reading, string words)
    {
        var start = reading.Article.Text.IndexOf(words, StringComparison.Ordinal);
        return start >= 0 ? new Span(start, start + words.Length) : throw new ArgumentException($"'{words}' does not stand there");
    }

    private static ImmutableArray<Span> All(this Reading reading, string words)
    {
        var found = ImmutableArray.CreateBuilder<Span>();
        for (var at = reading.Article.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; )
        {
            found.Add(new Span(at, at + words.Length));
            at = reading.Article.Text.IndexOf(words, at + words.Length, StringComparison.Ordinal);
        }
        return found.ToImmutable();
    }
}
