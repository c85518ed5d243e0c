using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <content>Phrases headed by a role noun without a name: "Ukraine's team", "the rebels", "a doctor".</content>
internal sealed partial class ActorMentionReader
{
    private Entity? ReadRole(Node node)
    {
        if (RoleAt(node) is not { } hit)
            return null;
        if (node.Child(Relation.Cop).Exists)
            return ReadPredicate(node, hit.Role);
        if (NounPhrase.IsNobody(node) || JointParties.IsOfThing(node))
            return null;
        if (JointParties.Of(node, _actors) is { } joint)
            return Nominal(node, joint);
        if (hit.Role.Kind == ActorKind.Country)
            return ReadCountryNoun(node);
        // "a Russian proposal": whose it is keeps a mention of his own.
        if (hit.Role.Sort == RoleSort.Text && !NounPhrase.Speaks(node))
            return null;
        if (NamedBehind(node, hit) is { } named)
            return Nominal(node, named);
        var affiliation = Affiliate(node);
        if (hit.IsPlural && affiliation is { Country: "", Body: null or { IsNamed: false } } && IsFromOutside(node))
            affiliation = Affiliation.None;
        if (affiliation.IsNone && hit.Role.Body == "military" && IsBackedFromOutside(node))
            hit = hit with { Role = ActorWords.Role("rebels")!.Value };
        if (hit.Role is { Code: "REB", IsPerson: false } && affiliation.Body is { Kind: ActorKind.Government or ActorKind.Military })
            hit = hit with { Role = ActorWords.Role("army")!.Value };
        hit = hit with { Role = OfRebels(node, hit.Role) };
        if (affiliation.IsNone && hit.Role.Sort == RoleSort.Body && CapitalBefore(node) is { Length: > 0 } seat)
            affiliation = affiliation with { Country = seat };
        if (affiliation.IsNone && hit.Role.Code == "MIL")
            affiliation = affiliation with { Country = CountryOfOwner(node) };
        if (affiliation.Also.Length > 0 && !hit.Role.IsVague)
            return ReadJoint(node, hit.Role, affiliation);
        if (hit.Role.IsPerson && !hit.IsPlural)
            return ReadOfficeHolder(node, hit.Role, affiliation);
        if (hit.Role.Sort == RoleSort.Text)
            return ReadText(node, affiliation);
        if (!IsMentioned(node, hit.Role, affiliation))
            return null;
        if (affiliation.IsNone && NounPhrase.IsDefinite(node) && MentionedAgain(node, hit.Role) is { } again)
            return Nominal(node, again);
        if (affiliation.IsNone && NounPhrase.IsDefinite(node) && SameGroup(node, hit) is { } same)
            return Nominal(node, same);
        if (affiliation.IsNone && hit.IsPlural && IsFromOutside(node))
            return Nominal(node, Strangers(node, hit.Role));
        var isBody = hit.Role.Sort == RoleSort.Body && !(hit.IsPlural && affiliation.IsNone);
        var entity = isBody ? BodyOf(node, hit.Role, affiliation) : GroupOf(node, hit.Role, affiliation);
        return Nominal(node, entity);
    }

    /// <summary>"the rebel group Redwood": the group or body that its name behind the noun tells; null where none does.</summary>
    private Entity? NamedBehind(Node node, RoleHit hit)
    {
        if (hit.IsPlural || hit.Role.Sort is not (RoleSort.Body or RoleSort.Group))
            return null;
        foreach (var child in node.Children)
            if (
                child.Index > node.Index
                && child.Relation is Relation.Flat or Relation.Appos or Relation.NmodDesc or Relation.NmodUnmarked
                && _names.HeadedBy(child.Index) is { Sort: NameSort.Group } name
                && name.Words.Start == hit.Words.End
            )
                return ResolveAs(child, () => NamedBody(name));
        return null;
    }

    /// <summary>The role, but that of rebels where it is one of rule by the words before it.</summary>
    private RoleNoun OfRebels(Node node, RoleNoun role) =>
        role.Code is "GOV" or "MIL" && IsBreakaway(node)
            ? role with
            {
                Code = "REB",
                Kind = role.IsPerson ? role.Kind : ActorKind.ArmedGroup,
            }
            : role;

    /// <summary>"foreign troops", "Western governments": of no state that was told of.</summary>
    private static bool IsFromOutside(Node node)
    {
        foreach (var child in node.Children)
            if (child.Relation is Relation.Amod or Relation.Compound && ActorWords.IsOutside(child.Form))
                return true;
        return false;
    }

    private Entity Strangers(Node node, RoleNoun role)
    {
        var group = _actors.Get("outside/" + NameOf(node), KindOf(role), "");
        group.IsPlural = true;
        return group;
    }

    /// <summary>"separatist leader", "insurgency-appointed mayor": of rebels, whatever the office is called.</summary>
    private bool IsBreakaway(Node node)
    {
        for (var word = NounPhrase.Words(node).Start; word < node.Index; word++)
            if (
                (
                    ActorWords.IsBreakaway(_parsed.Tokens.Form(word))
                    || word + 2 < node.Index
                        && _parsed.Tokens.Form(word + 1) is "-"
                        && ActorWords.IsBreakaway(_parsed.SpanOf(new WordRange(word, word + 3)).Of(_parsed.Text))
                )
                && (
                    _parsed.Heads[word] == node.Index
                    || _parsed[word].Head is { Exists: true, Xpos: "VBN" } made && made.Head.Index == node.Index
                )
            )
                return true;
        return false;
    }

    /// <summary>"pro-Russian forces" and "Turkish-backed forces" are no army of the country they fight in; "Kyiv-backed forces" in Ukraine are.</summary>
    private bool IsBackedFromOutside(Node node)
    {
        for (var word = NounPhrase.Words(node).Start; word < node.Index; word++)
            if (_names.At(word) is { Code.Length: 3 } hit && IsTurnedAway(hit.Words))
                return _venue.Length > 0 && hit.Code != _venue;
            else if (CountryBehind("pro-", _parsed.Tokens.Form(word)) is { Length: > 0 } patron)
                return _venue.Length > 0 && patron != _venue;
        return false;
    }

    /// <summary>The country of "pro-Russian" where it is one word; empty for all else.</summary>
    private static string CountryBehind(string prefix, ReadOnlySpan<char> form) =>
        form.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && ActorWords.Countries.Find(form[prefix.Length..]) is >= 0 and var row
            ? ActorWords.Countries.Text(row, 1)
            : "";

    /// <summary>"his country" is that of the person, "the country" the state last talked of.</summary>
    private Entity? ReadCountryNoun(Node node)
    {
        if (!NounPhrase.Acts(node))
            return null;
        if (IsBreakaway(node))
            return Nominal(node, BreakawayState(node));
        foreach (var child in node.Children)
            if (child.Relation == Relation.NmodPoss)
                return Resolve(child) is { Country.Length: > 0 } owner ? Nominal(node, _actors.Country(owner.Country)) : null;
        if (!NounPhrase.IsDefinite(node) || node.Xpos is "NNS" or "NNPS")
            return null;
        var last = _actors.Latest(e => e.Country.Length > 0 && e.Kind is ActorKind.Country or ActorKind.Government or ActorKind.People);
        return last is null ? null : Nominal(node, _actors.Country(last.Country));
    }

    /// <summary>"the self-declared republics": those who rule there, rebels of the state that the phrase names, else of the report's.</summary>
    private Entity BreakawayState(Node node)
    {
        var country = Affiliate(node).Country is { Length: > 0 } of ? of : _venue;
        var entity = _actors.Get($"{country}/{NameOf(node)}", ActorKind.ArmedGroup, CodeOf(country, "REB"));
        entity.IsPlural |= node.Xpos is "NNS" or "NNPS";
        return entity;
    }

    /// <summary>"Washington has 12,000 troops there", "Moscow sent troops": troops that are had or sent are those of the subject.</summary>
    private string CountryOfOwner(Node node)
    {
        var verb = NounPhrase.Anchor(node) is { Relation: Relation.Obj } anchor ? anchor.Head : Node.None;
        if (!verb.Exists || !ActorWords.IsVerb(verb.Lemma, "owns"))
            return "";
        for (
            var steps = 0;
            steps < 4 && !verb.Subject.Exists && verb.Relation is Relation.Xcomp or Relation.Conj && verb.Head.Exists;
            steps++
        )
            verb = verb.Head;
        return verb.Subject is { Exists: true } subject && subject.Index < node.Index ? Resolve(subject)?.Country ?? "" : "";
    }

    private Entity Nominal(Node node, Entity entity)
    {
        entity.Offer(NameOf(node), NounPhrase.IsIndefinite(node) || NounPhrase.IsCounted(node) ? 0 : 1, NounPhrase.NameWords(node));
        Mention(entity, node, MentionKind.Nominal);
        return entity;
    }

    private static bool IsMentioned(Node node, RoleNoun role, Affiliation affiliation)
    {
        if (NounPhrase.Speaks(node))
            return true;
        if (!NounPhrase.Acts(node) || role.IsWeapon && !NounPhrase.IsDoer(node))
            return false;
        return !role.IsVague || NounPhrase.IsDoer(node) || affiliation.Country.Length > 0 && role.Kind == ActorKind.People;
    }

    /// <summary>"Barak was defense minister": no mention, but it tells the role of the subject.</summary>
    private Entity? ReadPredicate(Node node, RoleNoun role)
    {
        if (
            node.Subject is { Exists: true } subject
            && subject.Index < node.Index
            && Resolve(subject) is { IsPerson: true } person
            && role.IsPerson
        )
            person.OfferRole(role.Noun, null);
        return null;
    }

    /// <summary>A body that each country has one of, or that a group or person has: "the Russian army", "the Taliban delegation", "Assad's regime".</summary>
    private Entity BodyOf(Node node, RoleNoun role, Affiliation affiliation)
    {
        var owner = affiliation.Body;
        var country = affiliation.Country;
        if (
            country.Length == 0
            && owner is { Kind: ActorKind.Government or ActorKind.Country or ActorKind.Person }
            && !owner.Code.EndsWith("REB", StringComparison.Ordinal)
        )
            country = owner.Country;
        if (owner is not null && country.Length == 0 && owner.Code.Length > 0)
            return BodyOfGroup(node, role, owner);
        if (country.Length == 0 && LatestOfClass(node, role) is { } same)
            return same;
        if (country.Length == 0 && role.IsLocal)
            country = _venue;
        var entity = _actors.Get(KeyOf(country, role), role.Kind, CodeOf(country, role.Code));
        if (entity.NameRank == 0)
            entity.Offer(NameOf(node), 1, NounPhrase.NameWords(node));
        entity.IsPlural |= node.Xpos is "NNS" or "NNPS";
        if (entity.MemberOf is null && country.Length > 0 && entity.Key != country + ".GOV")
            entity.MemberOf = _actors.Government(country);
        return entity;
    }

    /// <summary>"A small number of troops" behind "some Russian units": the forces last told of, in the sentence or the two before; null where there are none.</summary>
    private Entity? ForcesBefore(Node node)
    {
        var near = _parsed.Sentences[Math.Max(0, _parsed.SentenceOf(node.Index) - 2)].Start;
        return _actors.Latest(e =>
            e.LastHead >= near
            && e.LastHead < node.Index
            && e is { IsPlural: true, Kind: ActorKind.Military, Country.Length: 3 }
            && e.Parts.Count == 0
        );
    }

    /// <summary>"In London, the defence ministry said": the country of the capital that the sentence opens with; empty where it opens otherwise.</summary>
    private string CapitalBefore(Node node)
    {
        var verb = node.Head;
        if (!NounPhrase.IsSubject(node.Relation) || !verb.Exists || !ActorWords.IsVerb(verb.Lemma, "speaks"))
            return "";
        foreach (var child in verb.Children)
            if (
                child.Index < node.Index
                && child.Relation.Is(Relation.Obl)
                && NounPhrase.CaseOf(child) == "in"
                && _names.HeadedBy(child.Index) is { Sort: NameSort.Capital, Code.Length: 3 } hit
            )
                return hit.Code;
        return "";
    }

    private Entity BodyOfGroup(Node node, RoleNoun role, Entity owner)
    {
        if (
            owner.Kind == ActorKind.ArmedGroup && role is { Code: "MIL" or "REB", Body: not "wing" }
            || owner.Kind == ActorKind.Media && role.Code == "MED"
        )
            return owner;
        var entity = _actors.Get(
            $"{owner.Key}{owner.Name}/{role.Body}",
            owner.Kind == ActorKind.Person ? role.Kind : owner.Kind,
            owner.Code
        );
        entity.Offer(NameOf(node), 1, NounPhrase.NameWords(node));
        entity.MemberOf ??= owner;
        return entity;
    }

    /// <summary>"the army" behind "the Syrian army": the latest body of that class.</summary>
    private Entity? LatestOfClass(Node node, RoleNoun role)
    {
        if (role.IsLocal && _venue.Length > 0 && _actors.Find(KeyOf(_venue, role)) is { Mentions.Count: > 0 } local)
            return local;
        var ending = KeyOf("", role);
        var from = role.IsLocal && _venue.Length > 0 ? _parsed.Sentences[Math.Max(0, _parsed.SentenceOf(node.Index) - 2)].Start : 0;
        return _actors.Latest(e => e.LastHead >= from && e.Key.Length > ending.Length && e.Key.EndsWith(ending, StringComparison.Ordinal))
            ?? (
                role.Code == "REB" && NounPhrase.IsDefinite(node)
                    ? _actors.Latest(e => e.Kind == ActorKind.ArmedGroup && e.Key.Contains('/', StringComparison.Ordinal))
                    : null
            );
    }

    /// <summary>"the soldiers" behind "Syrian soldiers", "the troops" behind these too: the group last told of by that noun, or the last armed forces; null where the phrase says more.</summary>
    private Entity? SameGroup(Node node, RoleHit hit)
    {
        if (!hit.IsPlural || hit.Role.IsWeapon || !IsPlain(node))
            return null;
        var noun = "/" + hit.Role.Noun;
        var sentence = _parsed.SentenceOf(node.Index);
        var far = _parsed.Sentences[Math.Max(0, sentence - MostSentencesBack)].Start;
        var near = _parsed.Sentences[Math.Max(0, sentence - 2)].Start;
        return _actors.Latest(e => e.LastHead >= far && e.IsPlural && e.Parts.Count == 0 && e.Key.EndsWith(noun, StringComparison.Ordinal))
            ?? (
                hit.Role.Code == "MIL"
                    ? _actors.Latest(e => e.LastHead >= near && e.Kind == ActorKind.Military && e.Code == e.Country + ".MIL")
                    : null
            );
    }

    /// <summary>True where nothing but "the", "these" or "those" stands with the noun.</summary>
    private static bool IsPlain(Node node)
    {
        foreach (var child in node.Children)
            if (
                child.Relation
                is Relation.Amod
                    or Relation.Compound
                    or Relation.Nmod
                    or Relation.NmodPoss
                    or Relation.AclRelcl
                    or Relation.Acl
                    or Relation.Nummod
                    or Relation.Appos
                    or Relation.Flat
            )
                return false;
        return true;
    }

    /// <summary>"the enemy" of a side that speaks or whose ground it is: the armed forces of the other of two states.</summary>
    private Entity? ReadEnemy(Node node)
    {
        if (node.Lemma != "enemy" || !NounPhrase.IsDefinite(node) || !IsPlain(node))
            return null;
        var sides = JointParties.Sides(_actors, ofStates: true).ConvertAll(side => side.Country);
        var own = SpeakerAbove(node) is { Country.Length: > 0 } speaker ? speaker.Country : _venue;
        if (sides.Count < 2 || !sides.Contains(own))
            return null;
        var army = _actors.Army(sides[0] == own ? sides[1] : sides[0]);
        Mention(army, node, MentionKind.Nominal);
        return army;
    }

    private Entity? SpeakerAbove(Node node)
    {
        var speaker = _quotations.Speaker(node);
        for (var above = node.Head; !speaker.Exists && above.Exists; above = above.Head)
            foreach (var verb in (ReadOnlySpan<Node>)[above, above.Child(Relation.Parataxis)])
                if (
                    verb.Exists
                    && ActorWords.IsVerb(verb.Lemma, "speaks")
                    && verb.Subject is { Exists: true } subject
                    && !node.IsWithin(subject)
                )
                    speaker = subject;
        return speaker.Exists ? Resolve(speaker) : null;
    }

    private static string KeyOf(string country, RoleNoun role) =>
        role.Body switch
        {
            "government" => country + ".GOV",
            "military" => country + ".MIL",
            _ => country + "/" + role.Body,
        };

    private static string CodeOf(string country, string role) =>
        country.Length == 0 ? ""
        : role.Length == 0 ? country
        : country + "." + role;

    /// <summary>Several people of a role, or a body of which there are many: "Ukrainian officials", "a rights group".</summary>
    private Entity GroupOf(Node node, RoleNoun role, Affiliation affiliation)
    {
        var owner = affiliation.Body;
        var country = affiliation.Country.Length > 0 ? affiliation.Country : OwnerCountry(owner);
        if (country.Length == 0 && owner is null && role is { IsLocal: true, Code: "MIL" } && ForcesBefore(node) is { } forces)
            country = forces.Country;
        if (role.Noun == "people" && owner is null && country.Length > 0 && NounPhrase.IsDefinite(node))
            return _actors.People(country);
        if (owner is { Kind: ActorKind.ArmedGroup } && role.Code is "MIL" or "REB")
            return owner!;
        var code =
            owner is { Kind: not (ActorKind.Government or ActorKind.Country or ActorKind.Person) }
            && owner.Code.Length > 0
            && role.Code != "CVL"
                ? owner.Code
                : CodeOf(
                    country.Length > 0 ? country
                        : role.IsLocal ? _venue
                        : "",
                    role.Code
                );
        if (owner is { Kind: ActorKind.Government, Code.Length: > 0 } && affiliation.Country.Length == 0 && role.Code is "" or "GOV")
            code = owner!.Code;
        var entity = _actors.Get($"{owner?.Key}{owner?.Name}{country}{Restriction(node)}/{role.Noun}", KindOf(role), code);
        entity.IsPlural |= node.Xpos is "NNS" or "NNPS";
        entity.MemberOf ??= owner;
        return entity;
    }

    /// <summary>"Republican" of "Republican senators", who are not the senators: a name that says of whom the group is one part; empty where none does.</summary>
    private string Restriction(Node node)
    {
        foreach (var child in node.Children)
            if (
                child.Index < node.Index
                && child.Relation is Relation.Amod or Relation.Compound
                && char.IsUpper(child.Form[0])
                && (child.Upos == Upos.Propn || child.Index > node.Sentence.Start)
                && !_absorbed[child.Index]
                && _names.At(child.Index) is not { Code.Length: > 0 }
            )
                return ":" + child.Form.ToString();
        return "";
    }

    private static string OwnerCountry(Entity? owner) =>
        owner is { Kind: ActorKind.Government or ActorKind.Country or ActorKind.Person or ActorKind.Military } ? owner.Country : "";

    /// <summary>What several people of a role are together.</summary>
    private static ActorKind KindOf(RoleNoun role) =>
        role.Kind != ActorKind.Person ? role.Kind
        : role.Code is "GOV" or "LEG" or "JUD" or "COP" or "SPY" ? ActorKind.Government
        : role.Code == "MIL" ? ActorKind.Military
        : role.Code == "REB" ? ActorKind.ArmedGroup
        : role.Code == "MED" ? ActorKind.Media
        : ActorKind.People;

    /// <summary>"the report said", "a Pentagon statement said": what speaks is the text, with the code of the body it is of.</summary>
    private Entity ReadText(Node node, Affiliation affiliation)
    {
        if (affiliation.Body is { } body)
            return Nominal(node, body);
        if (affiliation.Country.Length > 0)
            return Nominal(node, _actors.Government(affiliation.Country));
        var entity = _actors.Get("text/" + node.Lemma, ActorKind.Organization, "");
        return Nominal(node, entity);
    }

    /// <summary>"Russian and Ukrainian foreign ministers": one mention of two parties.</summary>
    private Entity ReadJoint(Node node, RoleNoun role, Affiliation affiliation)
    {
        var entity = _actors.Get(
            $"{affiliation.Country}+{affiliation.Also}/{role.Noun}",
            KindOf(role),
            CodeOf(affiliation.Country, role.Sort == RoleSort.Speaker ? "GOV" : role.Code)
        );
        if (entity.Parts.Count == 0)
            foreach (var country in (ReadOnlySpan<string>)[affiliation.Country, affiliation.Also])
                entity.Parts.Add(PartOf(country, role, node));
        entity.IsPlural = true;
        return Nominal(node, entity);
    }

    private Entity PartOf(string country, RoleNoun role, Node node)
    {
        if (role.Code is "")
            return _actors.Country(country);
        if (role.Sort == RoleSort.Body)
        {
            var body = _actors.Get(KeyOf(country, role), role.Kind, CodeOf(country, role.Code));
            body.Offer($"{ActorWords.CountryName(country)}'s {role.Noun}", 0, default);
            return body;
        }
        if (role.Code is not ("GOV" or "MIL") && role.Sort is not (RoleSort.Speaker or RoleSort.Text))
        {
            var group = _actors.Get($"{country}/{role.Noun}", KindOf(role), CodeOf(country, role.Code));
            group.Offer($"{ActorWords.CountryName(country)}'s {node.Form}", 0, default);
            return group;
        }
        if (role.Code == "MIL")
            return _actors.Army(country);
        var part = _actors.Government(country);
        part.Offer($"{ActorWords.CountryName(country)}'s government", 0, default);
        return part;
    }

    /// <summary>"the group", "the ministry", "the alliance": an actor named before; null where none fits.</summary>
    private Entity? MentionedAgain(Node node, RoleNoun role)
    {
        var row = ActorWords.Anaphor(role.Noun);
        if (row < 0 && (row = ActorWords.Anaphor(node.Form)) < 0 && (row = ActorWords.Anaphor(node.Lemma)) < 0)
            return null;
        if (ActorWords.AnaphorBody(row) is { Length: > 0 } name)
            return _actors.Find("body:" + name);
        return _actors.Latest(e => CanMeanAgain(e, row, role) && e.IsNamed && !e.Key.Contains('/', StringComparison.Ordinal))
            ?? _actors.Latest(e => CanMeanAgain(e, row, role) && e.Key.Contains('/', StringComparison.Ordinal));
    }

    private static bool CanMeanAgain(Entity entity, int row, RoleNoun role) =>
        ActorWords.AnaphorMeans(row, entity.Kind)
        && (
            entity.Kind is not (ActorKind.Government or ActorKind.Military)
            || entity.Name.Contains(role.Noun, StringComparison.OrdinalIgnoreCase)
            || entity.Key.EndsWith(role.Noun, StringComparison.Ordinal)
        );
}
