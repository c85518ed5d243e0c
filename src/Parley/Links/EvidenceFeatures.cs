using Parley.Records;

namespace Parley.Links;

/// <summary>The features of a pair of undertaking and record, by name: what the scorer's weights are learned for.</summary>
internal static class EvidenceFeatures
{
    /// <summary>The names of the features that hold; none twice.</summary>
    /// <param name="pledge">The undertaking.</param>
    /// <param name="record">The record.</param>
    /// <param name="text">The text of its article.</param>
    /// <param name="published">ISO day of the article; null when unknown.</param>
    /// <param name="distance">Sentences from the nearest telling in the same article to the record, negative where it stands before; null in another article.</param>
    public static List<string> Of(Pledge pledge, EvidenceRecord record, string text, string? published, int? distance)
    {
        var shape =
            record.Event is not null ? "deed"
            : record.Statement is not null ? "word"
            : "plain";
        var shows = EvidencePolarity.Of(pledge.Kind, record).Name;
        var words = EvidencePolarity.OfWords(pledge.Kind, record).Name;
        var found = new List<string>
        {
            $"group:{Group(pledge.Kind)}",
            shape,
            $"shows:{shows}",
            $"shows:{shows}:{shape}",
            $"words:{words}:{shape}",
        };
        if (record.Event is { } happening)
            AddDeed(pledge, record, happening, shows, found);
        if (record.Statement is { } statement)
        {
            found.Add($"act:{statement.Act}:{shape}");
            found.Add($"act:{statement.Act}:{shows}");
        }
        AddWords(record, shows, found);
        AddSides(pledge, record, shows, found);
        AddScope(pledge, record, published, distance, found);
        var matter = EvidenceWords.Matter(record.Span.Of(text)).Count(word => pledge.Matter.Contains(word));
        found.Add($"matter:{Math.Min(matter, 2)}");
        found.Add($"matter:{Math.Min(matter, 2)}:{shows}");
        return found;
    }

    private static void AddDeed(Pledge pledge, EvidenceRecord record, Event happening, string shows, List<string> found)
    {
        var bears = $"deed:{EvidencePolarity.Bears(pledge.Kind, happening)}:{Standing(happening.Status)}";
        var doer =
            record.Doers.Contains(pledge.Party) ? "party"
            : record.Doers.IsEmpty ? "none"
            : "other";
        found.Add(bears);
        found.Add($"{bears}:{shows}");
        found.Add($"{bears}:{doer}");
        found.Add($"doer:{doer}");
        found.Add($"type:{happening.Type}");
    }

    private static void AddWords(EvidenceRecord record, string shows, List<string> found)
    {
        foreach (var sense in record.Words.Told)
            found.Add($"told:{sense}");
        foreach (var sense in record.Words.Negated)
            found.Add($"not:{sense}");
        foreach (var sense in (string[])["doubt", "scant", "future", "breach", "keep", "partial"])
            if (record.Words.Told.Contains(sense))
                found.Add($"told:{sense}:{shows}");
        foreach (var sense in (string[])["old", "fresh", "after", "despite", "doubt", "future"])
            if (record.Around.Told.Contains(sense))
                found.Add($"around:{sense}");
        if (record.Words.IsNegative)
            found.Add($"negative:{shows}");
    }

    private static void AddSides(Pledge pledge, EvidenceRecord record, string shows, List<string> found)
    {
        var speaker = Relation(pledge, record.Speaker);
        found.Add($"speaker:{speaker}");
        found.Add($"speaker:{speaker}:{shows}");
        found.Add(record.Named.Contains(pledge.Party) ? $"names:party:{shows}" : $"names:not:{shows}");
        if (record.Words.Refers)
        {
            found.Add("refers");
            found.Add($"refers:{shows}");
        }
    }

    private static void AddScope(Pledge pledge, EvidenceRecord record, string? published, int? distance, List<string> found)
    {
        found.Add(
            pledge.Area.IsEmpty ? "area:none"
            : record.Places.IsEmpty ? "area:untold"
            : "area:inside"
        );
        var day = record.Day ?? record.DaysAround?.Latest;
        found.Add(
            day is null ? "day:untold"
            : pledge.Since is null ? "day:told"
            : day == pledge.Since ? "day:same"
            : "day:after"
        );
        if (day is null && published is not null && pledge.Since is not null)
            found.Add(string.CompareOrdinal(published, pledge.Since) > 0 ? "report:after" : "report:same");
        found.Add(
            distance switch
            {
                null => "far:article",
                < -3 => "far:before",
                < 0 => "near:before",
                0 => "near:same",
                1 => "near:next",
                < 5 => "near:behind",
                _ => "far:behind",
            }
        );
    }

    private static string Relation(Pledge pledge, string? speaker) =>
        speaker is null ? "none"
        : speaker == pledge.Party ? "party"
        : pledge.To.Contains(speaker) || pledge.Area.Any(place => place.Country == speaker) ? "foe"
        : "other";

    private static string Standing(EventStatus status) =>
        status switch
        {
            EventStatus.Happened or EventStatus.Ongoing => "done",
            EventStatus.Alleged => "alleged",
            EventStatus.Denied => "denied",
            EventStatus.Refused => "refused",
            EventStatus.Planned => "planned",
            _ => "open",
        };

    private static string Group(UndertakingKind kind) =>
        kind switch
        {
            UndertakingKind.Ceasefire or UndertakingKind.ReductionOfOperations => "fight",
            UndertakingKind.Withdrawal => "leave",
            UndertakingKind.Corridor => "let",
            UndertakingKind.Exchange or UndertakingKind.Aid or UndertakingKind.SanctionsRelief or UndertakingKind.Disarmament => "give",
            UndertakingKind.Talks => "talks",
            _ => "other",
        };
}
