using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>People told by their office alone.</content>
internal sealed partial class ActorMentionReader
{
    /// <summary>The country of an official of whom none is told: the report's own for local offices, else that of the nearest state or body before him.</summary>
    private string CountryAround(Node node, RoleNoun role)
    {
        if (role.IsLocal)
            return _venue;
        var from = _parsed.SentenceOf(node.Index) >= 2 ? _parsed.Sentences[_parsed.SentenceOf(node.Index) - 2].Start : 0;
        foreach (var (entity, head) in _actors.Recent)
            if (head < from)
                break;
            else if (
                head < node.Index
                && entity.Country.Length > 0
                && entity.Kind is ActorKind.Government or ActorKind.Military or ActorKind.Country
                && !entity.Code.EndsWith("MED", StringComparison.Ordinal)
                && NounPhrase.IsSubject(_parsed[head])
            )
                return entity.Country;
        return _venue;
    }

    /// <summary>"the minister", "a doctor", "Moscow's lead negotiator": a person by his office alone.</summary>
    private Entity? ReadOfficeHolder(Node node, RoleNoun role, Affiliation affiliation)
    {
        if (!NounPhrase.Acts(node) && !NounPhrase.Speaks(node) || role.IsVague && !NounPhrase.Speaks(node) && !NounPhrase.IsDoer(node))
            return null;
        if (affiliation.IsNone && NounPhrase.IsBare(node) && !NounPhrase.IsSubject(node) && !NounPhrase.Speaks(node))
            return null;
        var person = NounPhrase.IsDefinite(node) ? KnownHolder(role, affiliation, NounPhrase.IsOwned(node)) : null;
        if (person is null)
        {
            person = _actors.New(ActorKind.Person);
            person.Gender = role.Gender;
            Engage(person, role, affiliation, IsFormer(node));
            if (person.CodeRank == 0 && role.Code is not ("" or "MED") && (role.IsLocal || NounPhrase.IsDefinite(node)))
                person.OfferCode(CodeOf(CountryAround(node, role), role.Code), 1);
        }
        person.OfferRole(Kin(node, role), person.IsNamed ? null : NameOf(node));
        return Nominal(node, person);
    }

    private Entity? KnownHolder(RoleNoun role, Affiliation affiliation, bool isOwned)
    {
        var country = affiliation.Country.Length > 0 ? affiliation.Country : affiliation.Body?.Country ?? "";
        var kin = ActorWords.Kin(role.Noun);
        var owner = affiliation.Body is { IsPerson: true } person ? person : null;
        var known = _actors.Latest(e =>
            e.IsPerson
            && e != owner
            && (!isOwned || owner is null || e.KinOf == owner)
            && Holds(e, kin, role)
            && (affiliation.IsNone || role.Code.Length == 0 || e.Code.EndsWith(".REB", StringComparison.Ordinal) == (role.Code == "REB"))
            && (
                affiliation.IsNone
                || e.KinOf is { } of && of == owner
                || e.Country == country
                    && (
                        affiliation.Body is null
                        || e.Code == affiliation.Body.Code
                        || e.MemberOf == affiliation.Body
                        || country.Length > 0 && role.Sort != RoleSort.Speaker
                    )
            )
        );
        if (known is not null)
            return known;
        // "the American president" of someone of whom no office was told, but whom the lexicon has in that government.
        return country.Length > 0 && role.Code == "GOV" && affiliation.Body is null
                ? _actors.Latest(e => e.IsPerson && e.IsNamed && e.Code == country + ".GOV" && e.RoleNouns.Count == 0)
            : isOwned || role.Code.Length == 0 || role.Code is not ("CVL" or "PTY") ? null
            : _actors.Latest(e => e.IsPerson && (role.Gender == Gender.Unknown || e.Gender == role.Gender) && e.RoleNouns.Count == 0);
    }

    private static bool Holds(Entity person, string kin, RoleNoun role)
    {
        foreach (var noun in person.RoleNouns)
            if (noun == kin || noun.EndsWith(" " + role.Noun, StringComparison.Ordinal))
                return role.Gender == Gender.Unknown || person.Gender == Gender.Unknown || person.Gender == role.Gender;
        return false;
    }
}
