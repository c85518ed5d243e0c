using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>Phrases headed by a name.</content>
internal sealed partial class ActorMentionReader
{
    private Entity? ReadName(Node node, NameHit hit)
    {
        switch (hit.Sort)
        {
            case NameSort.Country or NameSort.Capital when IsInDateline(node):
                return null;
            case NameSort.Country:
                if (!PlaceOrParty.IsParty(node, isCapital: false))
                    return null;
                return Named(node, _actors.Country(hit.Code), hit);
            case NameSort.Capital:
                if (IsTurnedAway(hit.Words) || !PlaceOrParty.IsParty(node, isCapital: true))
                    return null;
                return Named(node, hit.Code.Length == 3 ? _actors.Government(hit.Code) : NamedBody(hit), hit);
            case NameSort.Seat or NameSort.Body when hit.Kind == ActorKind.Government && PlaceOrParty.IsHouse(node):
                return null;
            case NameSort.Demonym:
                return ReadCompatriot(node, hit);
            case NameSort.People:
                return ReadPeople(node, hit);
            case NameSort.Organization:
                return ReadOrganization(node, hit);
            default:
                return Named(node, Owned(node, hit) ?? NamedBody(hit), hit);
        }
    }

    /// <summary>"KABUL, Afghanistan (AP) —": a place in capitals that opens a sentence, and what stands with it before the dash.</summary>
    private bool IsInDateline(Node node)
    {
        var sentence = node.Sentence;
        var first = _parsed.Tokens.Form(sentence.Start);
        if (first.Length < 3 || first.IndexOfAnyInRange('a', 'z') >= 0 || node.Index - sentence.Start > 8)
            return false;
        for (var word = node.Index + 1; word < Math.Min(sentence.End, sentence.Start + 14); word++)
            if (_parsed.Tokens.Form(word) is "\u2014" or "\u2013" or "-" or "--")
                return true;
        return false;
    }

    private Entity Named(Node node, Entity entity, NameHit hit)
    {
        entity.Offer(
            hit.Name,
            hit.Sort is NameSort.Capital ? 1
                : hit.Sort is NameSort.Country && hit.Name == ActorWords.CountryName(hit.Code) ? 3
                : 2,
            hit.Words
        );
        Mention(entity, node, MentionKind.Name);
        return entity;
    }

    /// <summary>The actor of a name of a lexicon, made if need be and not mentioned yet.</summary>
    private Entity NamedBody(NameHit hit)
    {
        if (hit.Sort == NameSort.Seat)
            return _actors.Get(hit.Code, ActorKind.Government, hit.Code);
        var code = hit.Code.StartsWith('.') ? _venue + hit.Code : hit.Code;
        var body = _actors.Get(hit.Key ?? "body:" + hit.Name, hit.Kind, code);
        body.Offer(hit.Name, hit.Name.Contains(' ', StringComparison.Ordinal) ? 3 : 2, hit.Words);
        return body;
    }

    /// <summary>A body of one state that another owns here: "Ukraine's Security Council", "the Afghan parliament"; null where it is the one that the lexicon means.</summary>
    private Entity? Owned(Node node, NameHit hit)
    {
        if (hit.Sort != NameSort.Body || hit.Key is not null)
            return null;
        var country = Affiliate(node).Country;
        if (country.Length == 0 || hit.Code.StartsWith(country, StringComparison.Ordinal))
            return null;
        var dot = hit.Code.IndexOf('.', StringComparison.Ordinal);
        var role =
            dot < 0 || hit.Code.StartsWith("IGO", StringComparison.Ordinal) || hit.Code.StartsWith("NGO", StringComparison.Ordinal)
                ? ".GOV"
                : hit.Code[dot..];
        if (
            hit.Code.StartsWith("NGO", StringComparison.Ordinal)
            || hit.Kind == ActorKind.Organization && hit.Name.Contains("United Nations", StringComparison.Ordinal)
        )
            return null;
        var body = _actors.Get(
            $"body:{country}:{hit.Name}",
            hit.Kind == ActorKind.Organization ? ActorKind.Government : hit.Kind,
            country + role
        );
        body.Offer(NameOf(node), 2, NounPhrase.NameWords(node));
        return body;
    }

    private Entity ReadOrganization(Node node, NameHit hit)
    {
        if (hit.Words.Length == 1 && _actors.Person(hit.Name) is { } bearer)
        {
            Mention(bearer, node, MentionKind.Name);
            return bearer;
        }
        var body = _actors.Body(hit.Name);
        if (body is null)
        {
            var role = RoleFinder.Ending(_parsed, OwnEnd(hit) - 1, hit.Words.Start)?.Role;
            var affiliation = Affiliate(node);
            if (affiliation.Country.Length == 0)
                affiliation = affiliation with { Country = CountryInside(hit) };
            if (role is { Sort: RoleSort.Body } known && affiliation.Country.Length > 0)
                return OwnedBody(node, known, affiliation);
            body = _actors.New(role?.Kind is { } kind and not (ActorKind.Person or ActorKind.People) ? kind : ActorKind.Organization);
            if (affiliation.Body is { IsPerson: false } owner)
                (body.MemberOf, body.Code) = (owner, owner.Code);
            else if (role is { Code: "GOV" or "MIL" or "COP" or "JUD" or "LEG" } of)
                body.OfferCode(CodeOf(affiliation.Country, of.Code), 2);
        }
        body.Offer(hit.Name, 2, hit.Words);
        _actors.Know(body, hit.Name);
        Mention(body, node, MentionKind.Name);
        return body;
    }

    /// <summary>Where a name ends before the country that is a part of it ("Ministry of Defence | of Ukraine"); its end where none is.</summary>
    private int OwnEnd(NameHit hit)
    {
        for (var word = hit.Words.Start + 1; word < hit.Words.End - 1; word++)
            if (
                _parsed.Tokens.Form(word) is "of"
                && (_parsed.Tokens.Form(word + 1) is "the" ? word + 2 : word + 1) is var first
                && Text.PhraseMatch.Longest(ActorWords.Countries, _parsed.Tokens, first, hit.Words.End) is { Row: >= 0 } found
                && found.Words.End == hit.Words.End
            )
                return word;
        return hit.Words.End;
    }

    /// <summary>"Turkish Defense Ministry": one of the bodies that each state has.</summary>
    private Entity OwnedBody(Node node, RoleNoun role, Affiliation affiliation)
    {
        var body = BodyOf(node, role, affiliation);
        body.Offer(NameOf(node), 2, NounPhrase.NameWords(node));
        Mention(body, node, MentionKind.Name);
        return body;
    }

    private string CountryInside(NameHit hit)
    {
        for (var word = hit.Words.Start; word < hit.Words.End; word++)
            if (
                Text.PhraseMatch.Longest(ActorWords.Countries, _parsed.Tokens, word, hit.Words.End) is { Row: >= 0 } found
                && char.IsUpper(_parsed.Tokens.Form(word)[0])
            )
                return ActorWords.Countries.Text(found.Row, 1);
        return "";
    }

    /// <summary>"a Russian", "the Ukrainian".</summary>
    private Entity? ReadCompatriot(Node node, NameHit hit)
    {
        if (node.Upos is not (Upos.Noun or Upos.Propn) || !NounPhrase.Acts(node) || node.Relation == Relation.Root)
            return null;
        if (node.Xpos is "NNS" or "NNPS")
            return ReadPeople(node, hit);
        var person = NounPhrase.IsDefinite(node) ? _actors.Latest(e => e.IsPerson && e.Country == hit.Code) : null;
        person ??= _actors.New(ActorKind.Person);
        person.OfferCode(hit.Code, 2);
        person.Offer(NameOf(node), 1, NounPhrase.NameWords(node));
        Mention(person, node, MentionKind.Nominal);
        return person;
    }

    /// <summary>"Russians shelled the depot", "Russians keep firing at the depot": the subject of a deed of armed forces.</summary>
    private static bool Fights(Node node)
    {
        if (NounPhrase.Anchor(node) is not { Relation: Relation.Nsubj, Head.Exists: true } subject)
            return false;
        var verb = subject.Head;
        if (verb.Child(Relation.Xcomp) is { Exists: true } done && done.Upos == Upos.Verb)
            verb = done;
        return ActorWords.IsVerb(verb.Lemma, "fights");
    }

    /// <summary>"Ukrainians": the people of a state, who are not the state, unless they do what its armed forces do.</summary>
    private Entity? ReadPeople(Node node, NameHit hit)
    {
        if (!NounPhrase.Acts(node))
            return null;
        if (Fights(node) && _actors.Find(hit.Code + ".MIL") is { Mentions.Count: > 0 } army)
        {
            Mention(army, node, MentionKind.Nominal);
            return army;
        }
        var people = _actors.People(hit.Code);
        people.Offer(WordsJoined.Of(_parsed, hit.Words), 2, hit.Words);
        Mention(people, node, MentionKind.Name);
        return people;
    }
}
