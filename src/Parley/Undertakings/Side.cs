using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Undertakings;

/// <summary>The side an actor stands on: ministry, army, spokesman and state are one side, the rebels of that country another.</summary>
public static class Side
{
    private const int MaxSteps = 4;
    private static readonly Lexicon s_apart = LexiconSet.Get("lexicons/roles-apart");
    private static readonly int s_binds = s_apart.Column("binds");

    /// <summary>
    /// <c>RUS</c> for <c>RUS.MIL</c> and all who belong to it, <c>AFG.REB</c> for rebels, <c>IGO.NATO</c> for a body of states;
    /// the actor's id after a number sign where no code is known.
    /// </summary>
    public static string Of(Actor actor, ImmutableArray<Actor> actors)
    {
        var code = CodeOf(actor, actors);
        if (code.Length == 0)
            return "#" + actor.Id;
        var dot = code.IndexOf('.');
        if (dot < 0)
            return code;
        var role = Role(code, dot);
        return code.StartsWith("IGO.", StringComparison.Ordinal) || s_apart.Contains(role) ? code[..(dot + 1 + role.Length)] : code[..dot];
    }

    /// <summary>True when the actor can bind a side by what it says: no outlet, no passer-by, none whose side is unknown.</summary>
    public static bool CanBind(Actor actor, ImmutableArray<Actor> actors)
    {
        if (actor.Kind == ActorKind.Media)
            return false;
        var code = CodeOf(actor, actors);
        if (code.Length == 0 || code == "MED")
            return false;
        var dot = code.IndexOf('.');
        return dot < 0 || s_apart.Find(Role(code, dot)) is not (>= 0 and var row) || s_apart.Cell(row, s_binds) is "yes";
    }

    /// <summary>The code of the actor, or of the nearest body it belongs to; empty when none is known.</summary>
    public static string CodeOf(Actor actor, ImmutableArray<Actor> actors)
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            if (actor.Code.Length > 0)
                return actor.Code;
            if (actor.MemberOf is not { } body || Find(body, actors) is not { } next)
                break;
            actor = next;
        }
        return "";
    }

    /// <summary>The actor with that id; null where there is none.</summary>
    public static Actor? Find(string? id, ImmutableArray<Actor> actors)
    {
        foreach (var actor in actors)
            if (actor.Id == id)
                return actor;
        return null;
    }

    private static ReadOnlySpan<char> Role(string code, int dot)
    {
        var rest = code.AsSpan(dot + 1);
        return rest.IndexOf('.') is >= 0 and var next ? rest[..next] : rest;
    }
}
