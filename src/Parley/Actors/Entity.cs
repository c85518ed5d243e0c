using Parley.Records;
using Parley.Text;

namespace Parley.Actors;

/// <summary>An actor while the article is being read: what is known of it so far.</summary>
internal sealed class Entity
{
    /// <summary>What makes it one: <c>RUS.GOV</c>, <c>body:NATO</c>; empty for people and for groups told only once.</summary>
    public required string Key { get; init; }

    /// <summary>What sort of actor.</summary>
    public required ActorKind Kind { get; set; }

    /// <summary>Country or body and role; empty when unknown.</summary>
    public string Code { get; set; } = "";

    /// <summary>How surely the code is known: 0 not, 1 from around, 2 from a lexicon, 3 from its own words.</summary>
    public int CodeRank { get; set; }

    /// <summary>The words of the role; null when none was told.</summary>
    public string? Role { get; set; }

    /// <summary>The role nouns it was mentioned by, as classes of <c>rules/role-kin.tsv</c>.</summary>
    public List<string> RoleNouns { get; } = [];

    /// <summary>The body, team or country it belongs to.</summary>
    public Entity? MemberOf { get; set; }

    /// <summary>Whose relative or aide a person is, where told by that alone ("his wife"); null for all others.</summary>
    public Entity? KinOf { get; set; }

    /// <summary>Gender of a person.</summary>
    public Gender Gender { get; set; }

    /// <summary>True for several people.</summary>
    public bool IsPlural { get; set; }

    /// <summary>The name shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The words of the name shown.</summary>
    public WordRange NameWords { get; private set; }

    /// <summary>How well the name names: 3 a full name, 2 a name that stands for it, 1 a description.</summary>
    public int NameRank { get; private set; }

    /// <summary>Other names met, for short forms and acronyms.</summary>
    public List<string> Aliases { get; } = [];

    /// <summary>The mentions, in the order in which they were resolved.</summary>
    public List<ActorMention> Mentions { get; } = [];

    /// <summary>The named person that this unnamed one turned out to be; null for all others.</summary>
    public Entity? MergedInto { get; set; }

    /// <summary>The actors it is made of, where one phrase mentions several ("the two sides"); else empty.</summary>
    public List<Entity> Parts { get; } = [];

    /// <summary>The country of the code; empty for none and for international bodies.</summary>
    public string Country
    {
        get
        {
            var dot = Code.IndexOf('.', StringComparison.Ordinal);
            var country = dot < 0 ? Code : Code[..dot];
            return country is "IGO" or "NGO" or "IMG" or "MED" ? "" : country;
        }
    }

    /// <summary>True for one person.</summary>
    public bool IsPerson => Kind == ActorKind.Person;

    /// <summary>True when a person is known by name.</summary>
    public bool IsNamed => NameRank >= 2;

    /// <summary>The last word at which it was mentioned; -1 before the first mention.</summary>
    public int LastHead => Mentions.Count > 0 ? Mentions[^1].Head : -1;

    /// <summary>Keeps a name where it is better than the one kept: of higher rank, or as high and longer.</summary>
    public void Offer(string name, int rank, WordRange words)
    {
        if (name.Length == 0)
            return;
        if (!Aliases.Contains(name))
            Aliases.Add(name);
        if (rank < NameRank || rank == NameRank && name.Length <= Name.Length)
            return;
        (Name, NameRank, NameWords) = (name, rank, words);
    }

    /// <summary>Keeps a code where it is known more surely than the one kept.</summary>
    public void OfferCode(string code, int rank)
    {
        if (code.Length > 0 && rank > CodeRank)
            (Code, CodeRank) = (code, rank);
    }

    /// <summary>Notes a role noun.</summary>
    public void OfferRole(string noun, string? words)
    {
        var kin = ActorWords.Kin(noun);
        if (!RoleNouns.Contains(kin))
            RoleNouns.Add(kin);
        if (words is { Length: > 0 } && (Role is null || words.Length > Role.Length && Role.Length < 12))
            Role = words;
    }
}
