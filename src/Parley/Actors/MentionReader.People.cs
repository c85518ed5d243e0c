using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>People, named or by their office.</content>
internal sealed partial class MentionReader
{
    /// <summary>A named person with title and apposition; null where the phrase names none.</summary>
    private Entity? ReadPerson(Node node)
    {
        var named = NamedIn(node);
        if (!named.Exists)
            return null;
        var hit = _names.HeadedBy(named.Index)!;
        var person = PersonOf(hit);
        ReadTitles(person, node, named);
        ReadAppositions(person, node);
        if (named.Index != node.Index)
            ReadAppositions(person, named);
        if (person.CodeRank == 0 && person.RoleNouns.Count > 0 && RoleWithoutCountry(node, named) is { } role)
            person.OfferCode(CodeOf(CountryAround(node, role), role.Sort == RoleSort.Speaker ? "GOV" : role.Code), 1);
        Mention(person, node, MentionKind.Name);
        if (named.Index != node.Index && _state[named.Index] == 0)
        {
            (_state[named.Index], _entityOf[named.Index]) = (2, person);
            person.Mentions.Add(new ActorMention(0, hit.Words, named.Index, MentionKind.Name));
        }
        return person;
    }

    /// <summary>The head of the person's name: the node itself, or a name behind a title ("the governor, Vitali Kim").</summary>
    private Node NamedIn(Node node)
    {
        if (_names.HeadedBy(node.Index) is { } hit)
            return hit.Sort == NameSort.Person && !IsGround(node, hit) ? node : Node.None;
        if (RoleAt(node) is not { Role.IsPerson: true, IsPlural: false } && ActorWords.Title(node.Form) is null)
            return Node.None;
        foreach (var child in node.Children)
            if (
                child.Index > node.Index
                && child.Relation is Relation.Flat or Relation.Appos or Relation.NmodDesc or Relation.Compound or Relation.NmodUnmarked
                && _names.HeadedBy(child.Index) is { Sort: NameSort.Person }
            )
                return child;
        return Node.None;
    }

    /// <summary>A single name that nobody bears so far, behind a preposition of place ("near Slovyansk"), is a town that the model took for a person.</summary>
    private bool IsGround(Node node, NameHit hit) =>
        hit.Words.Length == 1
        && hit.Code.Length == 0
        && ActorWords.Preposition(NounPhrase.CaseOf(NounPhrase.Anchor(node))) == "place"
        && ActorWords.LeadersBySurname(PersonNames.Surname(hit.Name)).IsEmpty
        && _actors.Person(hit.Name) is null;

    private Entity PersonOf(NameHit hit)
    {
        var person = _actors.Person(hit.Name);
        if (person is null)
        {
            person = _actors.New(ActorKind.Person);
            person.Gender = hit.Gender;
            if (hit.Code.Length > 0)
                person.OfferCode(hit.Code, 2);
            else if (!hit.Name.Contains(' ', StringComparison.Ordinal) && LeaderOf(hit) is >= 0 and var row)
            {
                person.OfferCode(ActorWords.Leaders.Text(row, 1), 2);
                person.Gender = ActorWords.GenderOf(ActorWords.Leaders.Text(row, 2));
            }
        }
        else if (hit.Code.Length > 0)
            person.OfferCode(hit.Code, 2);
        if (person.Gender == Gender.Unknown)
            person.Gender = hit.Gender;
        person.Offer(hit.Name, hit.Name.Contains(' ', StringComparison.Ordinal) ? 3 : 2, hit.Words);
        _actors.Know(person, hit.Name);
        return person;
    }

    /// <summary>The row of the leader that a bare surname means: the only one, or the one of the report's country, or of a country mentioned; -1 where it may be another.</summary>
    private int LeaderOf(NameHit hit)
    {
        var rows = ActorWords.LeadersBySurname(PersonNames.Surname(hit.Name));
        var one = rows.Length > 0;
        foreach (var row in rows)
            one &= ActorWords.Leaders.Text(row, 1) == ActorWords.Leaders.Text(rows[0], 1);
        if (one)
            return rows[0];
        foreach (var row in rows)
            if (_venue.Length > 0 && ActorWords.Leaders.Text(row, 1).StartsWith(_venue, StringComparison.Ordinal))
                return row;
        foreach (var row in rows)
            if (
                ActorWords.Leaders.Text(row, 1) is { Length: > 3 } code
                && (_actors.Find(code[..3]) ?? _actors.Find(code[..3] + ".GOV")) is not null
            )
                return row;
        return -1;
    }

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
            role = Joined(role, hit.Role);
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

    /// <summary>"Piotr Malik, leader of the delegation".</summary>
    private void ReadAppositions(Entity person, Node node)
    {
        foreach (var child in node.Children)
            if (
                child.Index > node.Index
                && child.Relation is Relation.Appos or Relation.NmodUnmarked
                && RoleAt(child) is { Role.IsPerson: true } hit
            )
            {
                person.OfferRole(Kin(child, hit.Role), WordsJoined.Of(_parsed, NounPhrase.NameWords(child)));
                if (person.Gender == Gender.Unknown)
                    person.Gender = hit.Role.Gender;
                Engage(person, hit.Role, Affiliate(child), IsFormer(child));
            }
            else if (
                child.Relation == Relation.Nmod
                && child.Index > node.Index
                && person.CodeRank < 2
                && NounPhrase.CaseOf(child) is "of" or "from" or "with"
            )
                Engage(person, null, OfPhrase(node, child), false);
    }

    /// <summary>The role of a head of a delegation is that of a negotiator.</summary>
    private string Kin(Node node, RoleNoun role)
    {
        if (role.Sort == RoleSort.Speaker)
            foreach (var child in node.Children)
                if (child.Relation is Relation.Nmod or Relation.Compound && RoleAt(child) is { Role.Body: "delegation" })
                    return "lead negotiator";
        return role.Noun;
    }

    /// <summary>Gives a person the code of the body he speaks for.</summary>
    private static void Engage(Entity person, RoleNoun? role, Affiliation affiliation, bool former)
    {
        if (role is { Gender: not Gender.Unknown } told && person.Gender == Gender.Unknown)
            person.Gender = told.Gender;
        if (affiliation.IsNone)
            return;
        var body = affiliation.Body;
        if (former)
            person.OfferCode(affiliation.Country.Length > 0 ? affiliation.Country : body!.Country, 2);
        else if (
            body is { Code.Length: > 0 }
            && (affiliation.Country.Length == 0 || body.Kind != ActorKind.Organization || role is null or { Code: "" })
        )
            person.OfferCode(BodyCode(body, role), 3);
        else if (affiliation.Country.Length > 0)
            person.OfferCode(CodeOf(affiliation.Country, role is { Sort: RoleSort.Speaker } ? "GOV" : role?.Code ?? ""), 3);
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

    private RoleNoun? RoleWithoutCountry(Node node, Node named)
    {
        foreach (var candidate in TitleNodes(node, named))
            if (RoleAt(candidate) is { Role: { IsPerson: true, Code.Length: > 0 } role })
                return role;
        foreach (var child in node.Children)
            if (child.Relation == Relation.Appos && RoleAt(child) is { Role: { IsPerson: true, Code.Length: > 0 } role })
                return role;
        return null;
    }

    /// <summary>The country of an official of whom none is told: the report's own for local offices, else that of the nearest state or body before him.</summary>
    private string CountryAround(Node node, RoleNoun role)
    {
        if (role.IsLocal)
            return _venue;
        var from = _parsed.SentenceOf(node.Index) >= 2 ? _parsed.Sentences[_parsed.SentenceOf(node.Index) - 2].Start : 0;
        var near = _actors.Latest(e =>
            e.Country.Length > 0
            && e.Kind is ActorKind.Government or ActorKind.Military or ActorKind.Country
            && e.Code != e.Country + ".MED"
            && NounPhrase.IsSubject(_parsed[e.LastHead])
        );
        return near is not null && near.LastHead >= from && near.LastHead < node.Index ? near.Country : _venue;
    }

    /// <summary>"the minister", "a doctor", "Moscow's lead negotiator": a person by his office alone.</summary>
    private Entity? ReadOfficeHolder(Node node, RoleNoun role, Affiliation affiliation)
    {
        if (!NounPhrase.Acts(node) && !NounPhrase.Speaks(node) || role.IsVague && !NounPhrase.Speaks(node) && !NounPhrase.IsDoer(node))
            return null;
        if (affiliation.IsNone && NounPhrase.IsBare(node) && !NounPhrase.IsSubject(node) && !NounPhrase.Speaks(node))
            return null;
        var person = NounPhrase.IsDefinite(node) ? KnownHolder(role, affiliation) : null;
        if (person is null)
        {
            person = _actors.New(ActorKind.Person);
            person.Gender = role.Gender;
            Engage(person, role, affiliation, IsFormer(node));
            if (person.CodeRank == 0 && role.Code.Length > 0 && (role.IsLocal || NounPhrase.IsDefinite(node)))
                person.OfferCode(CodeOf(CountryAround(node, role), role.Code), 1);
        }
        person.OfferRole(Kin(node, role), person.IsNamed ? null : NameOf(node));
        return Nominal(node, person);
    }

    private Entity? KnownHolder(RoleNoun role, Affiliation affiliation)
    {
        var country = affiliation.Country.Length > 0 ? affiliation.Country : affiliation.Body?.Country ?? "";
        var kin = ActorWords.Kin(role.Noun);
        var known = _actors.Latest(e =>
            e.IsPerson
            && Holds(e, kin, role)
            && (
                affiliation.IsNone
                || e.Country == country
                    && (affiliation.Body is null || e.Code == affiliation.Body.Code || e.MemberOf == affiliation.Body || country.Length > 0)
            )
        );
        if (known is not null)
            return known;
        // "the American president" of someone of whom no office was told, but whom the lexicon has in that government.
        return country.Length > 0 && role.Code == "GOV" && affiliation.Body is null
                ? _actors.Latest(e => e.IsPerson && e.IsNamed && e.Code == country + ".GOV" && e.RoleNouns.Count == 0)
            : role.Code.Length == 0 || role.Code is not ("CVL" or "PTY") ? null
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
