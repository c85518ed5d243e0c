using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>The office that a person's name stands with: the words before it, and the code that comes of it.</content>
internal sealed partial class ActorMentionReader
{
    /// <summary>The words before the name: "Turkish Foreign Minister", "Gen.", "Pentagon spokesman".</summary>
    private void ReadTitles(Entity person, Node node, Node named)
    {
        var nameStart = _names.HeadedBy(named.Index)!.Words.Start;
        var affiliation = Affiliate(named);
        if (named.Index != node.Index)
            affiliation = Add(Affiliate(node), affiliation);
        RoleNoun? role = null;
        var roleStart = nameStart;
        foreach (var candidate in TitleNodes(node, named))
        {
            if (ActorWords.Title(candidate.Form) is { } title)
            {
                if (person.Gender == Gender.Unknown)
                    person.Gender = title.Gender;
                if (title.Code.Length > 0)
                    (role, roleStart) = (
                        ActorWords.Role("general")!.Value with
                        {
                            Code = title.Code,
                            Noun = candidate.Form.ToString(),
                        },
                        Math.Min(roleStart, candidate.Index)
                    );
            }
            if (RoleAt(candidate) is not { Role.IsPerson: true } hit)
                continue;
            if (candidate.Index != node.Index)
                affiliation = Add(affiliation, Affiliate(candidate));
            role = Joined(role, OfRebels(candidate, hit.Role));
            roleStart = Math.Min(roleStart, NounPhrase.Words(candidate).Start);
        }
        if (role is not { } found)
        {
            if (affiliation is { Body: null, Country.Length: > 0 } && !named.Child(Relation.NmodPoss).Exists)
                person.OfferCode(affiliation.Country, 1);
            return;
        }
        var words = new Text.WordRange(Math.Max(roleStart, node.Sentence.Start), nameStart);
        while (
            words.Length > 0
            && _parsed[words.Start] is var first
            && (first.Relation == Relation.Det || first.Upos is Upos.Det or Upos.Punct or Upos.Adp)
        )
            words = words with { Start = words.Start + 1 };
        while (words.Length > 0 && _parsed.UposTags[words.End - 1] == Upos.Punct)
            words = words with { End = words.End - 1 };
        person.OfferRole(found.Noun, WordsJoined.Of(_parsed, words));
        Engage(person, found, affiliation, IsFormer(node) || IsFormer(named) || TitleNodes(node, named).Exists(IsFormer));
    }

    /// <summary>Of an office and a rank ("spokesman Gen. …") the office tells the role, and the rank the code where the office has none.</summary>
    private static RoleNoun Joined(RoleNoun? office, RoleNoun next) =>
        office is { } first && next.Code == "MIL" && first.Code is not "CRM"
            ? first with
            {
                Code = first.Code.Length > 0 ? first.Code : "MIL",
            }
            : next;

    private static List<Node> TitleNodes(Node node, Node named)
    {
        var result = new List<Node>();
        if (node.Index != named.Index)
            result.Add(node);
        foreach (var child in named.Children)
            if (
                child.Index < named.Index
                && child.Relation
                    is Relation.Compound
                        or Relation.NmodDesc
                        or Relation.Nmod
                        or Relation.NmodUnmarked
                        or Relation.Flat
                        or Relation.Appos
                        or Relation.Amod
                        or Relation.Dep
            )
            {
                result.Add(child);
                foreach (var inner in child.Children)
                    if (inner.Relation is Relation.Flat or Relation.NmodDesc or Relation.Conj or Relation.Compound or Relation.Appos)
                        result.Add(inner);
            }
        return result;
    }

    private RoleNoun? RoleWithoutCountry(Node node, Node named)
    {
        foreach (var candidate in TitleNodes(node, named))
            if (RoleAt(candidate) is { Role: { IsPerson: true, Code.Length: > 0 } role })
                return OfRebels(candidate, role);
        foreach (var child in node.Children)
            if (child.Relation == Relation.Appos && RoleAt(child) is { Role: { IsPerson: true, Code.Length: > 0 } role })
                return OfRebels(child, role);
        return null;
    }

    /// <summary>Gives a person the code of the body he speaks for.</summary>
    private static void Engage(Entity person, RoleNoun? role, Affiliation affiliation, bool former)
    {
        if (role is { Gender: not Gender.Unknown } told && person.Gender == Gender.Unknown)
            person.Gender = told.Gender;
        if (affiliation.IsNone)
            return;
        var body = affiliation.Body;
        if (body is { IsPerson: true } && affiliation.Country.Length > 0 && affiliation.Country != body.Country)
            body = null;
        if (former)
            person.OfferCode(affiliation.Country.Length > 0 ? affiliation.Country : body!.Country, 2);
        else if (
            body is { Code.Length: > 0 }
            && (affiliation.Country.Length == 0 || body.Kind != ActorKind.Organization || role is null or { Code: "" })
        )
            person.OfferCode(BodyCode(body, role), 3);
        else if (affiliation.Country.Length > 0)
            person.OfferCode(CodeOf(affiliation.Country, role is { Sort: RoleSort.Speaker } ? "GOV" : role?.Code ?? ""), 3);
        if (body is { IsPerson: true } && body != person)
            person.KinOf ??= body;
        if (!former && body is not null && body != person)
            person.MemberOf ??= body.IsPerson ? body.MemberOf : body;
    }

    /// <summary>The code that a person has from a body: the body's own, but an official of a country's government or of a person keeps his own role.</summary>
    private static string BodyCode(Entity body, RoleNoun? role)
    {
        if (
            role is { Sort: RoleSort.Person, Code.Length: > 0 } own
            && body.Country.Length > 0
            && body.Kind is ActorKind.Government or ActorKind.Country or ActorKind.Person
            && !body.Code.EndsWith("REB", StringComparison.Ordinal)
            && own.Code is not "GOV"
        )
            return body.Country + "." + own.Code;
        return body.Code;
    }

    private static bool IsFormer(Node node)
    {
        foreach (var child in node.Children)
            if (
                child.Relation is Relation.Amod or Relation.Advmod or Relation.Compound
                && (
                    child.IsForm("former")
                    || child.IsForm("ex")
                    || child.IsForm("late")
                    || child.IsForm("retired")
                    || child.IsForm("formerly")
                    || child.IsForm("onetime")
                )
            )
                return true;
        return false;
    }
}
