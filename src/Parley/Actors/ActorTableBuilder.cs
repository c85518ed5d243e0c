using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <summary>Turns what was read into records: numbers the actors in the order of the text and sorts their mentions.</summary>
internal static class ActorTableBuilder
{
    /// <summary>Builds the table.</summary>
    public static ActorTable Build(ParsedText parsed, ActorRegister register)
    {
        var spans = SpansOf(parsed, register);
        var entities = register.All.Where(e => spans[e].Length > 0).ToList();
        entities.Sort(
            (a, b) =>
                spans[a][0].CompareTo(spans[b][0]) is not 0 and var order ? order : string.CompareOrdinal(a.Key + a.Name, b.Key + b.Name)
        );
        var number = new Dictionary<Entity, int>();
        foreach (var entity in entities)
            number.Add(entity, number.Count);
        var actors = entities.Select(e => Record(parsed, e, spans[e], number)).ToImmutableArray();
        var parts = entities
            .Select(e => e.Parts.Select(Final).Where(number.ContainsKey).Select(p => number[p]).Distinct().ToImmutableArray())
            .ToImmutableArray();
        return new ActorTable(parsed, actors, Mentions(entities, number), parts);
    }

    private static Dictionary<Entity, ImmutableArray<Span>> SpansOf(ParsedText parsed, ActorRegister register)
    {
        var spans = new Dictionary<Entity, ImmutableArray<Span>>();
        foreach (var entity in register.All)
            spans[entity] = Outer([.. entity.Mentions.Select(m => parsed.SpanOf(m.Words)).Order()]);
        foreach (var entity in register.All)
        foreach (var part in entity.Parts.Select(Final))
            if (spans[part].IsEmpty)
                spans[part] = spans[entity];
        return spans;
    }

    /// <summary>Spans that lie within another are left out, as "leader of the delegation" within "Piotr Malik, leader of the delegation".</summary>
    private static ImmutableArray<Span> Outer(List<Span> spans)
    {
        var outer = ImmutableArray.CreateBuilder<Span>();
        foreach (var span in spans)
            if (outer.Count == 0 || !outer[^1].Contains(span))
                outer.Add(span);
        return outer.ToImmutable();
    }

    private static Actor Record(ParsedText parsed, Entity entity, ImmutableArray<Span> spans, Dictionary<Entity, int> number)
    {
        var name = entity.Name.Length > 0 ? entity.Name : spans[0].Of(parsed.Text).ToString();
        var best = entity.NameWords.Length > 0 ? parsed.SpanOf(entity.NameWords) : spans[0];
        var evidence = spans[0];
        foreach (var span in spans)
            if (span.Contains(best))
            {
                evidence = span;
                break;
            }
        return new Actor
        {
            Id = Id(number[entity]),
            Name = name,
            Code = entity.Code,
            Kind = entity.Kind,
            Role = entity.IsPerson ? entity.Role : null,
            MemberOf =
                entity.MemberOf is { } body && Final(body) is var owner && owner != entity && number.TryGetValue(owner, out var of)
                    ? Id(of)
                    : null,
            Mentions = spans,
            Evidence = [evidence],
        };
    }

    private static Entity Final(Entity entity) => entity.MergedInto ?? entity;

    private static string Id(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a{number + 1}");

    private static ImmutableArray<ActorMention> Mentions(List<Entity> entities, Dictionary<Entity, int> number)
    {
        var mentions = new List<ActorMention>();
        foreach (var entity in entities)
        foreach (var mention in entity.Mentions)
            mentions.Add(mention with { Actor = number[entity] });
        mentions.Sort(
            (a, b) =>
                a.Words.Start != b.Words.Start ? a.Words.Start.CompareTo(b.Words.Start)
                : a.Head != b.Head ? a.Head.CompareTo(b.Head)
                : a.Actor.CompareTo(b.Actor)
        );
        var heads = new HashSet<int>();
        return [.. mentions.Where(m => heads.Add(m.Head))];
    }
}
