using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>People, named or by their office.</content>
internal sealed partial class ActorMentionReader
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
                Engage(person, OfRebels(child, hit.Role), Affiliate(child), IsFormer(child));
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
}
