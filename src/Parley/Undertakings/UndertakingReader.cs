using System.Collections.Immutable;
using Parley.Actors;
using Parley.Events;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Stage 7. In: all before. Out: who bound himself to what, with limits, conditions and what was left open.</summary>
/// <remarks>
/// A deed (<c>lexicons/deed-verbs</c>, <c>deed-nouns</c>, <c>deed-objects</c>, <c>rules/undertaking-kinds</c>) that a party binds itself to
/// (<c>lexicons/commitments</c>), unless something leaves nobody bound (<c>lexicons/unbinding</c>). The same promise told several times is one
/// undertaking. It does not judge whether it was kept: that is the work of the last step.
/// </remarks>
public sealed class UndertakingReader
{
    /// <summary>Reads the undertakings of a text; the evidence for and against is weighed by the last step.</summary>
    public ImmutableArray<Undertaking> Read(
        ParsedText parsed,
        MentionTable mentions,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements,
        EventTable events,
        bool explain = false
    )
    {
        var tellings = Tellings(parsed, actors, places, times, statements);
        if (tellings.Count == 0)
            return [];
        var joined = new TellingJoiner(parsed, actors, places).Join(tellings);
        return new LimitReader(parsed, actors, statements).Read(joined);
    }

    private static List<Telling> Tellings(
        ParsedText parsed,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements
    )
    {
        var deeds = new DeedReader(places);
        var bindings = new BindingReader(actors, statements);
        var unbinding = new UnbindingReader(actors, statements);
        var scopes = new ScopeReader(parsed, actors, places, times);
        var found = new List<Telling>();
        foreach (var sentence in parsed.Sentences)
            for (var word = sentence.Start; word < sentence.End; word++)
            {
                if (deeds.At(parsed[word]) is not { } deed || bindings.Find(deed) is not { } binding)
                    continue;
                foreach (var party in binding.Parties)
                {
                    if (
                        !binding.Agreed
                        && (unbinding.HangsOnAnother(binding.Clause, party) || unbinding.HangsOnAnother(binding.Anchor, party))
                    )
                        continue;
                    var telling = new Telling
                    {
                        Party = party,
                        PartySide = Side.Of(party, actors.Actors),
                        Deed = deed,
                        Words = Clauses.Extent(binding.Clause),
                        Anchor = binding.Anchor.Index,
                        IsHeading = IsHeading(parsed, word),
                        Statement = StatementOf(party, deed, actors, statements),
                    };
                    found.Add(scopes.Read(telling, binding));
                }
            }
        return found;
    }

    /// <summary>The statement that makes it: the innermost one around it by a speaker of the same side.</summary>
    private static string? StatementOf(Actor party, Deed deed, ActorTable actors, StatementTable statements)
    {
        var side = Side.Of(party, actors.Actors);
        for (var said = statements.At(deed.Head.Index); said is not null; said = Outer(said, statements))
            if (Side.Find(said.Speaker, actors.Actors) is { } speaker && Side.Of(speaker, actors.Actors) == side)
                return said.Id;
        return null;
    }

    private static Statement? Outer(Statement inner, StatementTable statements)
    {
        foreach (var statement in statements.Statements)
            if (statement.Id == inner.NestedIn && statement.Id != inner.Id)
                return statement;
        return null;
    }

    private static bool IsHeading(ParsedText parsed, int word)
    {
        foreach (var block in parsed.Tokens.Blocks)
            if (block.Words.Contains(word))
                return block.Kind is BlockKind.Heading or BlockKind.Caption;
        return false;
    }
}
