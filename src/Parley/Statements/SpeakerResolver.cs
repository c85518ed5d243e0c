using Parley.Actors;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Tells which actor a speaker's noun phrase names.</summary>
internal sealed class SpeakerResolver
{
    private readonly ParsedText _parsed;
    private readonly ActorTable _actors;
    private readonly int[] _mentionOver;

    /// <summary>Indexes the mentions by all their words, the shortest first.</summary>
    public SpeakerResolver(ParsedText parsed, ActorTable actors)
    {
        _parsed = parsed;
        _actors = actors;
        _mentionOver = new int[parsed.Count];
        Array.Fill(_mentionOver, -1);
        for (var m = 0; m < actors.Mentions.Length; m++)
            if (actors.Mentions[m].Kind != MentionKind.Modifier)
                for (var word = actors.Mentions[m].Words.Start; word < actors.Mentions[m].Words.End; word++)
                    if (_mentionOver[word] < 0 || actors.Mentions[m].Words.Length < actors.Mentions[_mentionOver[word]].Words.Length)
                        _mentionOver[word] = m;
    }

    /// <summary>The actor that speaks; null where the table has none for this noun phrase.</summary>
    public Actor? Resolve(Node speaker, WordRange phrase)
    {
        if (!speaker.Exists)
            return null;
        if (_actors.At(speaker) is { } actor)
            return actor;
        foreach (var child in speaker.Children)
            if ((child.Relation.Is(Relation.Appos) || child.Relation.Is(Relation.Flat)) && _actors.At(child) is { } named)
                return named;
        if (SpeakerFinder.IsDocument(speaker) && IssuerOf(speaker) is { } issuer)
            return issuer;
        return _mentionOver[speaker.Index] is >= 0 and var m && Matches(_actors.Mentions[m].Words, phrase)
            ? _actors.Actors[_actors.Mentions[m].Actor]
            : null;
    }

    /// <summary>The actor whose document this is: "the ministry's statement", "a report published by the institute", "an EU statement".</summary>
    private Actor? IssuerOf(Node document)
    {
        foreach (var child in document.Children)
        {
            if (child.Relation.Is(Relation.Acl))
                foreach (var agent in child.Children)
                    if (agent.Relation.Is(Relation.Obl) && agent.Child("by").Exists && _actors.At(agent) is { } by)
                        return by;
            if (
                child.Relation.Is(Relation.NmodPoss)
                || child.Relation.Is(Relation.Compound)
                || child.Relation.Is(Relation.Amod)
                || child.Relation.Is(Relation.Nmod)
            )
                if (_actors.At(child) is { } issuer)
                    return issuer;
        }
        return null;
    }

    private bool Matches(WordRange mention, WordRange phrase) =>
        mention.Start < phrase.End && phrase.Start < mention.End && _parsed.Count > 0;
}
