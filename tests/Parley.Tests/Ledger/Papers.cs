using System.Security.Cryptography;
using System.Text;
using Parley.Records;

namespace Parley.Tests.Ledger;

/// <summary>Makes small readings by hand, so that what joins and judges them is tested without a language model.</summary>
internal static class Papers
{
    public static readonly Place Kyiv = Town("p1", "Kyiv", 50.45, 30.52);
    public static readonly Place Chernihiv = Town("p2", "Chernihiv", 51.51, 31.29);
    public static readonly Place Mykolaiv = Town("p3", "Mykolaiv", 46.98, 31.99);
    public static readonly Place Irpin = Town("p4", "Irpin", 50.52, 30.25);

    /// <summary>An article of one outlet and day with its sentences; a reading without records yet.</summary>
    public static Reading Article(string publisher, string day, params string[] sentences)
    {
        var text = string.Join('\n', sentences);
        var spans = new List<Span>();
        foreach (var sentence in sentences)
        {
            var start = spans.Count == 0 ? 0 : spans[^1].End + 1;
            spans.Add(new Span(start, start + sentence.Length));
        }
        return new Reading
        {
            Article = new Article
            {
                Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                Publisher = publisher,
                Published = day,
                Text = text,
                Sentences = [.. spans],
            },
            Actors =
            [
                Actor("a1", "Russia", "RUS", ActorKind.Country),
                Actor("a2", "Ukraine", "UKR", ActorKind.Country),
                Actor("a3", "the United States", "USA", ActorKind.Country),
            ],
            Places = [Kyiv, Chernihiv, Mykolaiv, Irpin],
        };
    }

    /// <summary>The reading with Russia's undertaking, told by its n-th sentence.</summary>
    public static Reading Promises(this Reading reading, UndertakingKind kind, int sentence, params Place[] area) =>
        reading with
        {
            Undertakings =
            [
                .. reading.Undertakings,
                new Undertaking
                {
                    Id = $"u{reading.Undertakings.Length + 1}",
                    By = "a1",
                    Kind = kind,
                    Text = reading.Article.Sentences[sentence],
                    Places = [.. area.Select(place => place.Id)],
                    Evidence = [reading.Article.Sentences[sentence]],
                },
            ],
        };

    /// <summary>The reading with a deed of Russia's, told by its n-th sentence, by a speaker or by the article itself.</summary>
    public static Reading Does(
        this Reading reading,
        EventType type,
        string? mode,
        int sentence,
        Place? place,
        string? speaker = null,
        EventStatus status = EventStatus.Happened
    )
    {
        var said = speaker is null ? null : $"s{reading.Statements.Length + 1}";
        var happening = new Event
        {
            Id = $"e{reading.Events.Length + 1}",
            Type = type,
            Mode = mode,
            Trigger = reading.Article.Sentences[sentence],
            Sources = ["a1"],
            Targets = type == EventType.Assault ? ["a2"] : [],
            Place = place?.Id,
            Status = status,
            Statement = said,
            Evidence = [reading.Article.Sentences[sentence]],
        };
        var with = reading with { Events = [.. reading.Events, happening] };
        return said is null ? with : with.Says(speaker!, StatementAct.Asserts, sentence);
    }

    /// <summary>The reading with deeds that may have been read wrongly.</summary>
    public static Reading Unsure(this Reading reading) =>
        reading with
        {
            Events = [.. reading.Events.Select(deed => deed with { Confidence = 0.7 })],
        };

    /// <summary>The reading with a statement, its n-th sentence.</summary>
    public static Reading Says(this Reading reading, string speaker, StatementAct act, int sentence) =>
        reading with
        {
            Statements =
            [
                .. reading.Statements,
                new Statement
                {
                    Id = $"s{reading.Statements.Length + 1}",
                    Speaker = speaker,
                    Cue = "said",
                    Act = act,
                    Kind = StatementKind.Indirect,
                    Content = [reading.Article.Sentences[sentence]],
                    Evidence = [reading.Article.Sentences[sentence]],
                },
            ],
        };

    private static Actor Actor(string id, string name, string code, ActorKind kind) =>
        new()
        {
            Id = id,
            Name = name,
            Code = code,
            Kind = kind,
            Mentions = [new Span(0, 1)],
            Evidence = [new Span(0, 1)],
        };

    private static Place Town(string id, string name, double lat, double lon) =>
        new()
        {
            Id = id,
            Name = name,
            Lat = lat,
            Lon = lon,
            Country = "UKR",
            Precision = PlacePrecision.City,
            Mentions = [new Span(0, 1)],
            Evidence = [new Span(0, 1)],
        };
}
