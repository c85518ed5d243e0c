using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Finds places that are described, not named: "Ukraine's capital", "the Syrian capital", "a northern city", "the south of Lebanon".</summary>
internal sealed class DescribedPlaces(ParsedText parsed, LandParts parts)
{
    private readonly Lexicon _countries = LexiconSet.Get("lexicons/countries");

    /// <summary>The country whose capital a noun means; null where it says none.</summary>
    public string? CapitalOf(Node noun)
    {
        if (noun.Lemma is not "capital" || !noun.Upos.Equals(Upos.Noun))
            return null;
        foreach (var child in noun.Children)
            if (child.Relation.Is(Relation.Nmod) || child.Relation.Is(Relation.Amod) || child.Relation.Is(Relation.Compound))
                if (CountryOf(child) is { } country)
                    return country;
        return null;
    }

    /// <summary>The country that "south" in "the south of Lebanon" is part of; none for other nouns.</summary>
    public Node LandOf(Node direction)
    {
        if (parts.Adjective(direction.Form) is null || direction.Upos is not (Upos.Noun or Upos.Propn))
            return Node.None;
        foreach (var child in direction.Children)
            if (child.Relation.Is(Relation.Nmod) && child.Child("of").Exists)
                return child;
        return Node.None;
    }

    /// <summary>True for the country in "Ukraine's capital" and "the north of Syria".</summary>
    public bool IsConsumed(Node name) =>
        name.Head is { Exists: true } noun
        && CountryOf(name) is { } country
        && ((!name.Child(Relation.Cc).Exists && CapitalOf(noun) == country) || LandOf(noun) == name);

    /// <summary>What describes a town ("northern city"), to be compared with other descriptions; null where nothing sets it apart.</summary>
    public string? Description(Node noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation.Is(Relation.Amod) && parts.Adjective(child.Form) is { } adjective)
                return adjective + " " + noun.Lemma;
        return null;
    }

    /// <summary>Country of a name or adjective; null for other words.</summary>
    public string? CountryOf(Node word)
    {
        var start = word.Subtree.Start;
        for (var from = start; from <= word.Index; from++)
            if (
                char.IsUpper(parsed[from].Form[0])
                && PhraseMatch.Longest(_countries, parsed.Tokens, from, word.Index + 1) is (var range, >= 0 and var row)
                && range.End == word.Index + 1
            )
                return _countries.Cell(row, _countries.Column("sort")) is "capital" or "region"
                    ? null
                    : _countries.Text(row, _countries.Column("country"));
        return null;
    }
}
