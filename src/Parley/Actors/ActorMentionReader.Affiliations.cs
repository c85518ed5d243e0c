using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>Whom a phrase belongs to.</content>
internal sealed partial class ActorMentionReader
{
    private const int MostNested = 8;
    private int _nested;

    /// <summary>Reads whom the phrase of this node belongs to. Names of states so used are no mentions of their own.</summary>
    private Affiliation Affiliate(Node node)
    {
        if (_nested >= MostNested)
            return Affiliation.None;
        _nested++;
        var found = Affiliation.None;
        var own = RoleAt(node)?.Words ?? new Text.WordRange(node.Index, node.Index);
        foreach (var child in node.Children)
            if (own.Contains(child.Index))
                found = OfOwnWord(node, child, own, found);
            else if (child.Relation != Relation.Nmod || NounPhrase.CaseOf(child) is not ("in" or "within") || found.IsNone)
                found = Add(found, OfChild(node, child, found.Country));
        _nested--;
        return found;
    }

    /// <summary>"Ministry of Defence of Ukraine": the country may hang on a word of the body's own name.</summary>
    private Affiliation OfOwnWord(Node node, Node word, Text.WordRange own, Affiliation found)
    {
        foreach (var child in word.Children)
            if (!own.Contains(child.Index) && child.Relation == Relation.Nmod && NounPhrase.CaseOf(child) == "of")
                found = Add(found, OfChild(node, child, found.Country));
        return found;
    }

    private static Affiliation Add(Affiliation known, Affiliation more) =>
        new(
            known.Country.Length > 0 ? known.Country : more.Country,
            known.Body ?? more.Body,
            known.Also.Length > 0 ? known.Also : more.Also
        );

    private Affiliation OfChild(Node node, Node child, string country)
    {
        switch (child.Relation)
        {
            case Relation.Amod
            or Relation.Compound
            or Relation.NmodDesc
            or Relation.NmodUnmarked
            or Relation.Nummod when child.Index < node.Index || child.Relation == Relation.Compound:
                return OfModifier(child, country);
            case Relation.NmodPoss:
                return OfOwner(child);
            case Relation.Nmod:
                return OfPhrase(node, child);
            default:
                return Affiliation.None;
        }
    }

    private Affiliation OfModifier(Node child, string country)
    {
        var none = Affiliation.None;
        if (_names.HeadedBy(child.Index) is { } hit)
        {
            if (IsTurnedAway(hit.Words))
                return none;
            switch (hit.Sort)
            {
                case NameSort.Country or NameSort.Demonym or NameSort.Capital or NameSort.People when hit.Code.Length == 3:
                    _absorbed[child.Index] = true;
                    return new Affiliation(hit.Code, null, JoinedWith(child));
                case NameSort.Person:
                    return new Affiliation("", Resolve(child), "");
                case NameSort.Organization:
                    return new Affiliation("", ResolveAs(child, () => ReadOrganization(child, hit)), "");
                case NameSort.Place:
                    return none with { Country = hit.Code };
                default:
                    return new Affiliation("", ResolveAs(child, () => Named(child, Owned(child, hit) ?? NamedBody(hit), hit)), "");
            }
        }
        if (RoleAt(child) is { Role.Sort: RoleSort.Body } role)
        {
            var inner = Affiliate(child);
            var own = inner.Country.Length > 0 ? inner : inner with { Country = country };
            return new Affiliation(
                own.Country,
                own.Body is { IsPerson: false } body && role.Role.Body.Length == 0 ? body : BodyOf(child, role.Role, own),
                ""
            );
        }
        return child.Relation == Relation.Compound ? Affiliate(child) : none;
    }

    private Affiliation OfOwner(Node child)
    {
        if (_names.HeadedBy(child.Index) is { Sort: NameSort.Country or NameSort.Demonym or NameSort.Capital } hit)
        {
            _absorbed[child.Index] = true;
            return new Affiliation(hit.Code, null, JoinedWith(child));
        }
        var owner = Resolve(child);
        if (owner is null)
            return RoleAt(child) is null && child.Upos != Upos.Pron ? Affiliate(child) : Affiliation.None;
        return owner.Kind == ActorKind.Country ? new Affiliation(owner.Code, null, "") : new Affiliation("", owner, "");
    }

    private Affiliation OfPhrase(Node node, Node child)
    {
        var none = Affiliation.None;
        var preposition = NounPhrase.CaseOf(child);
        if (preposition is not ("of" or "for" or "from" or "with" or "at" or "in" or "on" or "by" or "within"))
            return none;
        var hit = _names.HeadedBy(child.Index);
        if (
            preposition is "in" or "within"
            && hit is { Sort: NameSort.Country or NameSort.Capital or NameSort.Place }
            && !IsOf(hit, RoleAt(node)?.Role)
        )
            return none;
        if (hit is { Sort: NameSort.Place, Code.Length: 3 })
            return IsOwnedBehind(preposition, RoleAt(node)?.Role) ? none with { Country = hit.Code } : none;
        if (hit is { Sort: NameSort.Country or NameSort.Capital })
        {
            if (hit.Code.Length != 3 || !IsOwnedBehind(preposition, RoleAt(node)?.Role))
                return none;
            _absorbed[child.Index] = preposition is not ("in" or "within");
            return new Affiliation(hit.Code, null, JoinedWith(child));
        }
        if (preposition is "on" or "by" or "in" or "within" && hit is null or { Sort: NameSort.Place })
            return none;
        var body = Resolve(child);
        if (body is null)
            return RoleAt(child) is null ? none : Affiliate(child);
        return body.Kind == ActorKind.Country ? new Affiliation(body.Code, null, "") : new Affiliation("", body, "");
    }

    /// <summary>"officials in Kyiv" are Ukraine's; "monitors in Vienna", "envoys in Doha" and "exiles in Paris" only are there.</summary>
    private static bool IsOf(NameHit place, RoleNoun? role) =>
        role is { Code.Length: > 0, IsAbroad: false } && !ActorWords.IsSeatOfBodies(place.Name);

    /// <summary>"envoy for Syria" and "troops in Syria" are others', "president of Syria" and "rebels in Syria" are Syria's.</summary>
    private static bool IsOwnedBehind(string preposition, RoleNoun? role) =>
        preposition switch
        {
            "in" or "within" => role is not { Code: "MIL" },
            "from" => role is not { Code: "MIL", Sort: RoleSort.Body },
            "for" => role is not { Noun: "envoy" or "special envoy" or "peace envoy" or "special representative" },
            "of" => true,
            _ => false,
        };

    /// <summary>"Russian and Ukrainian": the code of the second.</summary>
    private string JoinedWith(Node child)
    {
        foreach (var next in child.Children)
            if (
                next.Relation == Relation.Conj
                && _names.HeadedBy(next.Index) is { Sort: NameSort.Country or NameSort.Demonym or NameSort.Capital } hit
            )
            {
                _absorbed[next.Index] = true;
                return hit.Code;
            }
        return "";
    }

    /// <summary>Resolves a modifier that is no head of a phrase, once.</summary>
    private Entity? ResolveAs(Node node, Func<Entity?> read)
    {
        if (_state[node.Index] != 0)
            return _entityOf[node.Index];
        _state[node.Index] = 2;
        return _entityOf[node.Index] = read();
    }
}
