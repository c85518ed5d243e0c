using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

internal sealed partial class BindingReader
{
    /// <summary>Who holds a noun of commitment: its possessor, both of "between A and B", who gave it, the subject of "gave".</summary>
    private ImmutableArray<Actor> Holders(Node noun)
    {
        if (NounClass(noun) is not "plans" && _parties.Owners(noun) is { IsEmpty: false } owners)
            return owners;
        if (_parties.Between(noun) is { Length: > 1 } between)
            return between;
        foreach (var child in noun.Children)
            if (
                child.Relation == Relation.Nmod
                && (child.Child("by").Exists || child.Child("from").Exists)
                && _parties.Of(child) is { IsEmpty: false } giver
            )
                return giver;
        var shared = PartyReader.Shared(noun);
        var governor = shared.Head;
        if (!governor.Exists || !(s_carriers.Contains(governor.Lemma) || VerbClass(governor) is "concludes" or "announces"))
            return [];
        return shared.Relation switch
        {
            Relation.NsubjPass => _parties.Agents(governor),
            Relation.Obj => _parties.OfSubject(governor),
            _ => [],
        };
    }

    /// <summary>False where the deed is told of another's forces: nobody binds himself to another's withdrawal.</summary>
    private bool IsOwnConduct(Deed deed, ImmutableArray<Actor> parties)
    {
        if (deed.Kind is not (UndertakingKind.Withdrawal or UndertakingKind.ReductionOfOperations or UndertakingKind.Disarmament))
            return true;
        return IsOwn(deed.Object, parties) && (!deed.IsNoun || IsOwn(deed.Head, parties));
    }

    private bool IsOwn(Node noun, ImmutableArray<Actor> parties)
    {
        if (!noun.Exists)
            return true;
        if (actors.At(noun) is { } named && Side.CanBind(named, actors.Actors) && !parties.Any(party => _parties.SameSide(party, named)))
            return false;
        var owners = _parties.Owners(noun);
        return owners.IsEmpty || owners.Any(owner => parties.Any(party => _parties.SameSide(party, owner)));
    }
}
