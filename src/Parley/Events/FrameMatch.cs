using Parley.Syntax;

namespace Parley.Events;

/// <summary>Chooses the frame that fits a word best.</summary>
internal sealed class FrameMatch(WordClasses classes, Parties parties)
{
    /// <summary>The frame of a verb in its clause; null where it names no deed.</summary>
    public Frame? OfVerb(Node verb)
    {
        var table = FrameTable.Verbs;
        var row = table.First(verb);
        if (row < 0)
            return null;
        var undergoer = Clause.Undergoer(verb);
        var doer = Clause.Doer(verb);
        var undergone = classes.Of(undergoer);
        var done = classes.Of(doer);
        Frame? best = null;
        var bestWeight = -1;
        for (; row >= 0; row = table.Next(row))
        {
            var frame = table[row];
            var weight = WeighVerb(frame, verb, undergoer, undergone, doer, done);
            if (weight > bestWeight)
                (best, bestWeight) = (frame, weight);
        }
        return best;
    }

    /// <summary>The frame of a noun among its modifiers; null where it names no deed.</summary>
    public Frame? OfNoun(Node noun, ReadOnlySpan<char> key)
    {
        var table = FrameTable.Nouns;
        Frame? best = null;
        var bestWeight = -1;
        for (var row = table.First(key); row >= 0; row = table.Next(row))
        {
            var frame = table[row];
            var weight = WeighNoun(frame, noun);
            if (weight > bestWeight)
                (best, bestWeight) = (frame, weight);
        }
        return best;
    }

    /// <summary>The noun with one of these prepositions at the verb, or at what it is done to.</summary>
    public static Node Oblique(Node verb, string preposition)
    {
        foreach (var child in verb.Children)
            if (child.Relation is Relation.Obl or Relation.Nmod && Clause.HasCase(child, preposition))
                return Clause.Antecedent(child);
        foreach (var child in verb.Children)
            if (child.Relation is Relation.Obj or Relation.NsubjPass && Clause.Nominal(child, preposition) is { Exists: true } nominal)
                return nominal;
        return Node.None;
    }

    private int WeighVerb(Frame frame, Node verb, Node undergoer, WordClass undergone, Node doer, WordClass done)
    {
        var weight = 0;
        var phrasal = verb.Child(Relation.CompoundPrt);
        if (frame.Particle.Length > 0)
        {
            if (!HasParticle(verb, frame.Particle))
                return -1;
            weight += 4;
        }
        else if (phrasal.Exists)
            return -1;
        if (frame.Is(FrameMarks.Passive) && !Clause.IsPassive(verb))
            return -1;
        var hasObject = undergoer.Exists && !(frame.Particle.Length > 0 && undergoer.IsForm(frame.Particle));
        var forObject = frame.Object.Weigh(hasObject || Clause.IsPassive(verb), undergone);
        var forSubject = frame.Subject.Weigh(doer.Exists, done);
        if (forObject < 0 || forSubject < 0 || (!hasObject && NeedsObject(frame)))
            return -1;
        weight += forObject + forSubject;
        if (frame.Prepositions.Length == 0)
            return weight;
        var forPreposition = WeighPrepositions(frame, verb);
        return forPreposition < 0 ? -1 : weight + forPreposition;
    }

    private static bool NeedsObject(Frame frame) =>
        frame.Object.Need != ClassNeed.Absent && frame.Targets.Length > 0 && frame.Targets[0] == "obj" && !frame.Is(FrameMarks.Sym);

    private int WeighPrepositions(Frame frame, Node verb)
    {
        foreach (var preposition in frame.Prepositions)
            if (Oblique(verb, preposition) is { Exists: true } noun)
                if (frame.PrepositionObject.Weigh(true, classes.Of(noun)) is >= 0 and var weight)
                    return weight + 1;
        return -1;
    }

    private static bool HasParticle(Node verb, string particle)
    {
        foreach (var child in verb.Children)
            if (child.IsForm(particle) && child.Relation is not (Relation.Mark or Relation.Aux or Relation.AuxPass or Relation.Punct))
                return true;
        var next = verb.Index + 1;
        return (next < verb.Sentence.End && verb.Parsed[next].IsForm(particle)) || HasCaseAt(verb, particle);
    }

    // "pull out of the town" may be read as one long preposition at the noun.
    private static bool HasCaseAt(Node verb, string particle)
    {
        foreach (var child in verb.Children)
            if (child.Relation == Relation.Obl && Clause.HasCase(child, particle) && particle is "out" or "back" or "away" or "off")
                return true;
        return false;
    }

    private int WeighNoun(Frame frame, Node noun)
    {
        if (frame.Modifiers.Length == 0)
            return 0;
        foreach (var modifier in frame.Modifiers)
            if (HasModifier(noun, modifier))
                return frame.ForbidsModifiers ? -1 : 3;
        return frame.ForbidsModifiers ? 0 : -1;
    }

    private bool HasModifier(Node noun, string modifier)
    {
        if (modifier.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            var nominal = Clause.Nominal(noun, modifier[..colon]);
            return nominal.Exists && Fits(nominal, modifier[(colon + 1)..]);
        }
        if (modifier is "Party" or "Force" && parties.Modifier(noun).Exists)
            return true;
        foreach (var child in noun.Children)
        {
            if (child.Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss && Fits(child, modifier))
                return true;
            if (child.Relation is Relation.Amod or Relation.Compound)
                foreach (var part in child.Children)
                    if (part.Relation is Relation.Compound or Relation.Conj or Relation.Amod && Fits(part, modifier))
                        return true;
        }
        return noun.Index > 0
            && noun.Relation == Relation.Conj
            && noun.Head.Index < noun.Index
            && noun.Parsed.Tokens.Form(noun.Index - 1).Equals(modifier, StringComparison.OrdinalIgnoreCase);
    }

    private bool Fits(Node node, string modifier) =>
        char.IsUpper(modifier[0])
            ? (classes.Of(node) & Enum.Parse<WordClass>(modifier)) != 0
            : node.IsForm(modifier) || string.Equals(node.Lemma, modifier, StringComparison.OrdinalIgnoreCase);
}
