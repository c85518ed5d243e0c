using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <content>Several who are told of as one: "Smith and his wife", "the Smiths", "the couple".</content>
internal sealed partial class ActorMentionReader
{
    private readonly Dictionary<int, Pair> _pairs = [];

    /// <summary>The actor that a row of actors makes, at the first of them ("Smith and Jones"); null where there is no row or not all of it are actors.</summary>
    private Entity? PairAt(Node first)
    {
        if (first.Relation == Relation.Conj || first.Upos == Upos.Pron)
            return null;
        if (!_pairs.TryGetValue(first.Index, out var pair) && (pair = ReadPair(first)) is not null)
            _pairs.Add(first.Index, pair);
        return pair?.Entity;
    }

    private Pair? ReadPair(Node first)
    {
        var (parts, last, and) = (new List<Entity>(), first, -1);
        if (_entityOf[first.Index] is not { } one || one.Parts.Count > 0)
            return null;
        parts.Add(one);
        foreach (var child in first.Children)
        {
            if (child.Relation != Relation.Conj || !NounPhrase.IsNominal(child))
                continue;
            if (_entityOf[child.Index] is not { } other || other.Parts.Count > 0)
                return null;
            if (!parts.Contains(other))
                parts.Add(other);
            last = child;
            if (child.Child(Relation.Cc) is { Exists: true } word)
                and = word.IsForm("and") ? word.Index : -1;
        }
        if (parts.Count < 2 || and < 0)
            return null;
        foreach (var known in _pairs.Values)
            if (known.Entity.Parts.SequenceEqual(parts))
                return known;
        return new Pair(Several(parts), new WordRange(NounPhrase.Words(first).Start, NounPhrase.Words(last).End), and);
    }

    private Entity Several(List<Entity> parts)
    {
        var several = _actors.New(ActorKind.People);
        several.IsPlural = true;
        several.Parts.AddRange(parts);
        several.Offer(string.Join(" and ", parts.Select(part => part.Name)), parts.TrueForAll(part => part.IsNamed) ? 2 : 1, default);
        if (parts.TrueForAll(part => part.Code == parts[0].Code))
            several.OfferCode(parts[0].Code, 2);
        return several;
    }

    /// <summary>A row of actors is an actor of its own once something means it again.</summary>
    private void MentionPair(Entity entity)
    {
        if (entity.Mentions.Count > 0)
            return;
        foreach (var pair in _pairs.Values)
            if (pair.Entity == entity)
            {
                entity.Mentions.Add(new ActorMention(0, pair.Words, pair.And, MentionKind.Name));
                return;
            }
    }

    /// <summary>"the Smiths" behind one or more people of that name.</summary>
    private Entity? ReadFamily(Node node)
    {
        var form = node.Form;
        if (node.Upos != Upos.Propn || form.Length < 4 || form[^1] is not 's' || !NounPhrase.IsDefinite(node) || !IsPlain(node))
            return null;
        var name = form[..^1].ToString();
        if (_names.HeadedBy(node.Index) is { Sort: not (NameSort.Person or NameSort.Organization or NameSort.Place) })
            return null;
        var surname = PersonNames.Surname(name);
        var members = _actors.All.Where(e => e.IsPerson && e.Mentions.Count > 0 && PersonNames.Surname(e.Name) == surname).ToList();
        if (members.Count == 0)
            return null;
        var family =
            _actors.All.FirstOrDefault(e => e.Parts.Count > 1 && e.Parts.TrueForAll(members.Contains))
            ?? (members.Count > 1 ? Several(members) : _actors.Get("family/" + surname, ActorKind.People, members[0].Code));
        MentionPair(family);
        family.IsPlural = true;
        family.Offer(form.ToString(), 2, NounPhrase.NameWords(node));
        Mention(family, node, MentionKind.Name);
        return family;
    }

    /// <summary>"the couple", "the parents": the two people last told of together; "her parents" only where they were told to be a couple.</summary>
    private Entity? ReadCouple(Node node)
    {
        if (!ActorWords.IsPairNoun(node.Form) || !NounPhrase.IsDefinite(node))
            return null;
        var owner = node.Child(Relation.NmodPoss);
        if (!owner.Exists && !IsPlain(node))
            return null;
        var child = owner.Exists ? Resolve(owner) : null;
        var from = _parsed.Sentences[Math.Max(0, _parsed.SentenceOf(node.Index) - MostSentencesBack)].Start;
        foreach (var (entity, head) in _actors.Recent)
        {
            if (head < from)
                break;
            var pair = entity.Parts.Count == 2 ? entity : PairAt(_parsed[head]);
            if (head >= node.Index || pair is not { Parts: [{ IsPerson: true } one, { IsPerson: true } other] })
                continue;
            if (one.Gender == other.Gender && one.Gender != Gender.Unknown)
                continue;
            if (owner.Exists && (one.KinOf != other && other.KinOf != one || child == one || child == other))
                continue;
            MentionPair(pair);
            return Nominal(node, pair);
        }
        return null;
    }

    /// <summary>A row of actors.</summary>
    /// <param name="Entity">What it makes.</param>
    /// <param name="Words">Its words.</param>
    /// <param name="And">The "and" before the last of them.</param>
    private sealed record Pair(Entity Entity, WordRange Words, int And);
}
