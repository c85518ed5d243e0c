using Parley.Actors;
using Parley.Lexicons;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Statements;

/// <summary>Reads to whom, through what, when and where something was said. Outlets and occasions lie in <c>lexicons/venues</c> and <c>lexicons/venue-nouns</c>.</summary>
internal sealed class VenueReader(ParsedText parsed, ActorTable actors, PlaceTable places, TimeTable times)
{
    private static readonly Lexicon s_venues = LexiconSet.Get("lexicons/venues");
    private static readonly Lexicon s_occasions = LexiconSet.Get("lexicons/venue-nouns");

    /// <summary>True for the phrase of an occasion or writing: "in an interview", "on its website".</summary>
    public static bool IsOccasion(Node node) =>
        node.Upos != Upos.Propn
        && s_occasions.Contains(node.Lemma)
        && (node.Child("in").Exists || node.Child("during").Exists || node.Child("at").Exists || node.Child("on").Exists);

    /// <summary>The circumstances of a statement.</summary>
    public Circumstances Read(Draft draft)
    {
        var found = new Circumstances();
        if (!draft.Clause.Exists)
            return found;
        if (s_venues.Find(draft.Cue.Exists ? draft.Cue.Lemma : "") is >= 0 and var medium)
            found = found with { Venue = s_venues.Text(medium, 1) };
        foreach (var child in draft.Clause.Children)
            if (!draft.Holds(child.Index) && child.Index != draft.Speaker.Index)
                found = ReadDependent(child, found);
        if (draft.Speaker.Exists)
            foreach (var child in draft.Speaker.Children)
                if (child.Relation.Is(Relation.Nmod) && (IsOccasion(child) || times.At(child) is not null))
                    found = ReadDependent(child, found);
        if (draft.Medium.Exists)
            found = found with { Venue = VenueOf(draft.Medium.Subtree) ?? NameOf(draft.Medium) };
        return found;
    }

    private Circumstances ReadDependent(Node child, Circumstances found)
    {
        var relation = child.Relation;
        if (relation.Is(Relation.Obj) || relation.Is(Relation.Iobj))
            return ReadAddressee(child, found);
        if (!(relation.Is(Relation.Obl) || relation.Is(Relation.Advmod) || relation.Is(Relation.Nmod)))
            return found;
        if (times.At(child) is { } time)
            return found.Time is null && IsPoint(time) ? found with { Time = time.Id } : found;
        if (found.Time is null)
            foreach (var inner in child.Children)
                if (times.At(inner) is { } within && IsPoint(within))
                    found = found with { Time = within.Id };
        if (places.At(child) is { } place && relation.Is(Relation.Obl))
            return found.Place is null ? found with { Place = place.Id } : found;
        if (child.Child("to").Exists || child.Child("with").Exists)
            return ReadAddressee(child, found);
        if (found.Venue is null)
            found = found with { Venue = VenueOf(child.Subtree) ?? OccasionOf(child) };
        return found;
    }

    /// <summary>"After three hours of talks", "in eight days": how long something lasted is not when it was said.</summary>
    private static bool IsPoint(Time time) => time.Type is "DATE" or "TIME";

    private Circumstances ReadAddressee(Node node, Circumstances found)
    {
        if (VenueOf(node.Subtree) is { } venue)
            return found with { Venue = found.Venue ?? venue };
        if (actors.At(node) is not { } actor)
            return found;
        return actor.Kind == ActorKind.Media ? found with { Venue = found.Venue ?? actor.Name } : found with { Addressee = actor.Id };
    }

    /// <summary>The first outlet or platform named in these words; null where there is none.</summary>
    private string? VenueOf(WordRange words)
    {
        for (var word = words.Start; word < Math.Min(words.End, words.Start + 24); word++)
            if (char.IsUpper(parsed.Tokens.Form(word)[0]) || parsed.Lemmas[word] == "tweet")
                if (PhraseMatch.Longest(s_venues, parsed.Tokens, word, words.End) is { Row: >= 0 } match)
                    return s_venues.Text(match.Row, 1);
        for (var word = words.Start; word < Math.Min(words.End, words.Start + 24); word++)
            if (actors.At(word) is { Kind: ActorKind.Media } outlet)
                return outlet.Name;
        return null;
    }

    private string? OccasionOf(Node node)
    {
        if (!IsOccasion(node))
            return null;
        var start = node.Subtree.Start;
        for (var word = start; word < node.Index; word++)
            if (parsed.UposTags[word] is Upos.Adp)
                start = word + 1;
        while (start < node.Index && parsed.UposTags[start] is Upos.Det or Upos.Punct)
            start++;
        var span = parsed.SpanOf(new WordRange(start, node.Index + 1));
        return span.Of(parsed.Text).ToString();
    }

    private string? NameOf(Node node) => actors.At(node)?.Name;
}

/// <summary>To whom, through what, when and where something was said; null where not told.</summary>
internal readonly record struct Circumstances(string? Venue, string? Addressee, string? Time, string? Place);
