using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Ledger;

/// <summary>The sides of those who tell something, and of those who do it, as far as they are sure enough to be counted over many articles.</summary>
internal static class Tellers
{
    private static readonly Lexicon s_function = LexiconSet.Get("lexicons/function-words");

    /// <summary>The side of a teller; null for outlets, for those known only by a pronoun ("his office"), and where none is known.</summary>
    public static string? SideOf(Actor? actor, ImmutableArray<Actor> actors) =>
        actor is null || actor.Kind == ActorKind.Media || IsByPronoun(actor) || Side.CodeOf(actor, actors) is not { Length: > 0 } code
            ? null
            : Codes.SideOf(code);

    /// <summary>The code of a doer; empty where it is not known, and for armed men without a name, whose side the words do not tell.</summary>
    public static string CodeOf(Actor actor, ImmutableArray<Actor> actors)
    {
        var code = Side.CodeOf(actor, actors);
        return code.Length > 0 && actor.Kind == ActorKind.ArmedGroup && Codes.IsShared(code) && !HasName(actor.Name) ? "" : code;
    }

    /// <summary>True for a name with a capital behind its first word, or one that is no plain word.</summary>
    private static bool HasName(string name)
    {
        var words = name.Split(' ');
        return words.Skip(1).Any(word => char.IsUpper(word[0]))
            || words[0].Any(char.IsAsciiDigit)
            || words[0].Count(char.IsUpper) > 1
            || words is [[var first, ..]] && char.IsUpper(first);
    }

    private static bool IsByPronoun(Actor actor) => s_function.Contains(actor.Name.Split(' ')[0]) && !char.IsUpper(actor.Name[0]);
}
