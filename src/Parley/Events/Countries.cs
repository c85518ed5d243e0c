using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Events;

/// <summary>Which country or body an actor belongs to, and which actor stands for a country in an article.</summary>
internal sealed class Countries
{
    private static readonly Lexicon s_states = LexiconSet.Get("lexicons/countries");
    private static readonly Lexicon s_governments = LexiconSet.Get("lexicons/government-nouns");
    private static readonly int s_sort = s_states.Column("sort");
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);

    /// <summary>Ranks the actors of an article by how well they stand for their country.</summary>
    public Countries(ActorTable actors)
    {
        foreach (var actor in actors.Actors)
            if (
                Stands(actor)
                && Of(actor) is { Length: 3 } country
                && (!_actors.TryGetValue(country, out var known) || Rank(actor) < Rank(known))
            )
                _actors[country] = actor;
    }

    /// <summary>The actor that stands for a country in this article; null where none does.</summary>
    public Actor? Find(string? country) => country is null ? null : _actors.GetValueOrDefault(country);

    /// <summary>The first part of a code: <c>RUS</c> of <c>RUS.MIL</c>; empty where unknown.</summary>
    public static string Of(Actor actor) =>
        OfCode(actor) is var country && country.Length == actor.Code.Length ? actor.Code : country.ToString();

    /// <summary>True for actors of one country or body.</summary>
    public static bool IsSame(Actor one, Actor other) => OfCode(one).SequenceEqual(OfCode(other));

    private static ReadOnlySpan<char> OfCode(Actor actor)
    {
        var code = actor.Code.AsSpan();
        var dot = code.IndexOf('.');
        return dot < 0 || code.StartsWith("IGO.") || code.StartsWith("IMG.") ? code : code[..dot];
    }

    /// <summary>Whose side an actor is on: armed groups are their own, all else is its country's.</summary>
    public static string SideOf(Actor actor) =>
        actor.Code.Length == 0 ? actor.Name
        : actor.Kind == ActorKind.ArmedGroup || actor.Code.EndsWith(".REB", StringComparison.Ordinal) ? actor.Code
        : Of(actor);

    // Shells on a town hit its state, not the capital that speaks for it, nor officials, the army's staff, or some civilians of whom something else is told.
    private static bool Stands(Actor actor) =>
        actor.Kind == ActorKind.Country
        || actor is { Kind: ActorKind.People, Code.Length: 3 }
        || actor.Kind == ActorKind.Government
            && s_governments.Contains(actor.Name.AsSpan(actor.Name.LastIndexOf(' ') + 1))
            && !IsCapital(actor.Name);

    private static bool IsCapital(string name)
    {
        for (var row = s_states.Find(name); row >= 0; row = s_states.Next(row))
            if (s_states.Cell(row, s_sort) is "capital")
                return true;
        return false;
    }

    private static int Rank(Actor actor) =>
        actor.Kind switch
        {
            ActorKind.Country => 0,
            ActorKind.Government => 1,
            ActorKind.People => 2,
            ActorKind.Military => 3,
            ActorKind.Person => 5,
            _ => 4,
        };
}
