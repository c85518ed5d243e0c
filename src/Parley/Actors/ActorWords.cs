using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <summary>The tables of the actor stage, and what their cells mean.</summary>
internal static class ActorWords
{
    public static readonly Lexicon Countries = LexiconSet.Get("lexicons/countries");
    public static readonly Lexicon Bodies = LexiconSet.Get("lexicons/bodies");
    public static readonly Lexicon Groups = LexiconSet.Get("lexicons/armed-groups");
    public static readonly Lexicon MoreGroups = LexiconSet.Get("lexicons/ucdp-groups");
    public static readonly Lexicon Media = LexiconSet.Get("lexicons/media");
    public static readonly Lexicon Leaders = LexiconSet.Get("lexicons/leaders");
    private static readonly Lexicon s_roles = LexiconSet.Get("lexicons/roles");
    private static readonly Lexicon s_titles = LexiconSet.Get("lexicons/titles");
    private static readonly Lexicon s_firstNames = LexiconSet.Get("lexicons/first-names");
    private static readonly Lexicon s_placeNouns = LexiconSet.Get("lexicons/place-nouns");
    private static readonly Lexicon s_prepositions = LexiconSet.Get("rules/actor-prepositions");
    private static readonly Lexicon s_verbs = LexiconSet.Get("rules/actor-verbs");
    private static readonly Lexicon s_anaphors = LexiconSet.Get("rules/actor-anaphors");
    private static readonly Lexicon s_quantities = LexiconSet.Get("lexicons/quantity-nouns");
    private static readonly Lexicon s_forceNouns = LexiconSet.Get("lexicons/force-nouns");
    private static readonly Lexicon s_pairNouns = LexiconSet.Get("lexicons/pair-nouns");
    private static readonly Lexicon s_breakaway = LexiconSet.Get("lexicons/breakaway-words");
    private static readonly Lexicon s_outside = LexiconSet.Get("lexicons/outside-words");
    private static readonly Lexicon s_seats = LexiconSet.Get("lexicons/seats-of-bodies");
    private static readonly Lexicon s_kin = LexiconSet.Get("rules/role-kin");
    private static readonly StrongBox<RoleNoun>?[] s_roleNouns = new StrongBox<RoleNoun>?[s_roles.Count];
    private static readonly HashSet<string> s_kins = ClassesOfRoles();
    private static readonly Dictionary<string, string> s_countryNames = NamesOfCountries();
    private static readonly Dictionary<string, List<int>> s_surnames = SurnamesOfLeaders();

    /// <summary>The name to show for a country code; the code itself where the lexicon has none.</summary>
    public static string CountryName(string code) => s_countryNames.GetValueOrDefault(code, code);

    /// <summary>The role noun of that spelling; null where there is none.</summary>
    public static RoleNoun? Role(ReadOnlySpan<char> noun)
    {
        var row = s_roles.Find(noun);
        return row < 0 ? null : (s_roleNouns[row] ??= new StrongBox<RoleNoun>(RoleOf(row))).Value;
    }

    /// <summary>False when no role noun begins with this word.</summary>
    public static bool MayBeginRole(ReadOnlySpan<char> word) => s_roles.MayBegin(word);

    private static RoleNoun RoleOf(int row) =>
        new(
            s_roles.Text(row, 0),
            s_roles.Text(row, 1),
            KindOf(s_roles.Text(row, 2)),
            s_roles.Text(row, 3) switch
            {
                "person" => RoleSort.Person,
                "speaker" => RoleSort.Speaker,
                "body" => RoleSort.Body,
                "text" => RoleSort.Text,
                _ => RoleSort.Group,
            },
            s_roles.Text(row, 4),
            GenderOf(s_roles.Text(row, 5)),
            s_roles.Text(row, 6) == "local",
            s_roles.Text(row, 6) == "vague",
            s_roles.Text(row, 6) == "weapon",
            s_roles.Text(row, 6) == "abroad"
        );

    /// <summary>The row of a title ("Gen.") as gender and code; null where the word is none.</summary>
    public static (Gender Gender, string Code)? Title(ReadOnlySpan<char> word) =>
        s_titles.Find(word) is >= 0 and var row ? (GenderOf(s_titles.Text(row, 1)), s_titles.Text(row, 2)) : null;

    /// <summary>What a given name tells.</summary>
    public static Gender GenderOfName(ReadOnlySpan<char> name) =>
        s_firstNames.Find(name) is >= 0 and var row ? GenderOf(s_firstNames.Text(row, 1)) : Gender.Unknown;

    /// <summary>True for nouns of places and parts of places.</summary>
    public static bool IsPlaceNoun(Node node) => s_placeNouns.Contains(node.Form) || s_placeNouns.Contains(node.Lemma);

    /// <summary>True for nouns that count what comes behind "of": "thousands of protesters".</summary>
    public static bool IsQuantity(Node node) => s_quantities.Contains(node.Form);

    /// <summary>True for what armed forces fight with and do: "shelling", "warplanes".</summary>
    public static bool IsForceNoun(Node node) => s_forceNouns.Contains(node.Form) || s_forceNouns.Contains(node.Lemma);

    /// <summary>True for words that say that an office is one of rebels: "separatist", "self-declared".</summary>
    public static bool IsBreakaway(ReadOnlySpan<char> word) => s_breakaway.Contains(word);

    /// <summary>True for nouns that mean two people told of together: "couple".</summary>
    public static bool IsPairNoun(ReadOnlySpan<char> word) => s_pairNouns.Contains(word);

    /// <summary>True for words that say that a group is of no one state told of: "foreign".</summary>
    public static bool IsOutside(ReadOnlySpan<char> word) => s_outside.Contains(word);

    /// <summary>True for cities where international bodies have their seat.</summary>
    public static bool IsSeatOfBodies(string city) => s_seats.Contains(city);

    /// <summary>What a country's name means behind this preposition; empty where it tells nothing.</summary>
    public static string Preposition(ReadOnlySpan<char> word) =>
        s_prepositions.Find(word) is >= 0 and var row ? s_prepositions.Text(row, 1) : "";

    /// <summary>True when the verb has that use in the rules.</summary>
    public static bool IsVerb(string lemma, string use)
    {
        for (var row = s_verbs.Find(lemma); row >= 0; row = s_verbs.Next(row))
            if (s_verbs.Cell(row, 1).SequenceEqual(use))
                return true;
        return false;
    }

    /// <summary>Row of a noun that mentions again, or -1.</summary>
    public static int Anaphor(ReadOnlySpan<char> noun) => s_anaphors.Find(noun);

    /// <summary>True when the noun of that row can mean an actor of this kind.</summary>
    public static bool AnaphorMeans(int row, ActorKind kind) =>
        (" " + s_anaphors.Text(row, 1) + " ").Contains(" " + NameOf(kind) + " ", StringComparison.Ordinal);

    /// <summary>The one body that the noun of that row means; empty where it means any.</summary>
    public static string AnaphorBody(int row) => s_anaphors.Text(row, 2);

    /// <summary>The class of roles that this one belongs to; the noun itself where it stands alone.</summary>
    public static string Kin(string noun) => s_kin.Find(noun) is >= 0 and var row ? s_kin.Text(row, 1) : noun;

    /// <summary>True for classes of roles of the rules.</summary>
    public static bool IsKin(string kin) => s_kins.Contains(kin);

    /// <summary>The rows of the leaders of that surname.</summary>
    public static ReadOnlySpan<int> LeadersBySurname(string surname) =>
        s_surnames.TryGetValue(surname, out var rows) ? CollectionsMarshal.AsSpan(rows) : [];

    /// <summary>The kind of that spelling.</summary>
    public static ActorKind KindOf(string name) =>
        name switch
        {
            "country" => ActorKind.Country,
            "government" or "seat" => ActorKind.Government,
            "military" => ActorKind.Military,
            "armed-group" => ActorKind.ArmedGroup,
            "party" => ActorKind.Party,
            "media" => ActorKind.Media,
            "people" => ActorKind.People,
            "person" => ActorKind.Person,
            _ => ActorKind.Organization,
        };

    /// <summary>The spelling of a kind.</summary>
    public static string NameOf(ActorKind kind) =>
        kind switch
        {
            ActorKind.Country => "country",
            ActorKind.Government => "government",
            ActorKind.Military => "military",
            ActorKind.ArmedGroup => "armed-group",
            ActorKind.Party => "party",
            ActorKind.Media => "media",
            ActorKind.People => "people",
            ActorKind.Person => "person",
            _ => "organization",
        };

    /// <summary>The gender of that letter.</summary>
    public static Gender GenderOf(string letter) =>
        letter switch
        {
            "m" => Gender.Male,
            "f" => Gender.Female,
            _ => Gender.Unknown,
        };

    private static HashSet<string> ClassesOfRoles()
    {
        var classes = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < s_kin.Count; row++)
            classes.Add(s_kin.Text(row, 1));
        return classes;
    }

    private static Dictionary<string, string> NamesOfCountries()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = 0; row < Countries.Count; row++)
            if (Countries.Text(row, 2) == "name")
                names.TryAdd(Countries.Text(row, 1), Countries.Text(row, 0));
        return names;
    }

    /// <summary>East Asian names open with the surname.</summary>
    private static bool OpensWithSurname(int row) =>
        Leaders.Text(row, 1).AsSpan(0, 3) is "PRK" or "KOR" or "CHN" or "TWN" or "VNM" or "KHM";

    private static Dictionary<string, List<int>> SurnamesOfLeaders()
    {
        var rows = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var row = 0; row < Leaders.Count; row++)
            if (Leaders.Text(row, 0) is var name && name.Contains(' ', StringComparison.Ordinal))
                foreach (
                    var surname in (ReadOnlySpan<string>)[PersonNames.Surname(name), OpensWithSurname(row) ? PersonNames.First(name) : ""]
                )
                {
                    if (surname.Length == 0)
                        continue;
                    if (!rows.TryGetValue(surname, out var same))
                        rows.Add(surname, same = []);
                    same.Add(row);
                }
        return rows;
    }
}

/// <summary>A noun for one who acts or speaks.</summary>
/// <param name="Noun">The noun as the lexicon spells it.</param>
/// <param name="Code">What goes behind the country in the code; empty where the noun tells none.</param>
/// <param name="Kind">What sort of actor.</param>
/// <param name="Sort">How it mentions.</param>
/// <param name="Body">Of nouns for a body that each country has one of, which; else empty.</param>
/// <param name="Gender">Gender where the noun tells it.</param>
/// <param name="IsLocal">True when, without a country of its own, it belongs to the country the report is from.</param>
/// <param name="IsVague">True for words so common ("people") that they mention an actor only where they speak, do something or belong to a country.</param>
/// <param name="IsWeapon">True for means of war ("warplanes") that stand for the force that uses them where they are doers.</param>
/// <param name="IsAbroad">True for envoys and the like, who are not of the country they are told to be in.</param>
internal readonly record struct RoleNoun(
    string Noun,
    string Code,
    ActorKind Kind,
    RoleSort Sort,
    string Body,
    Gender Gender,
    bool IsLocal,
    bool IsVague,
    bool IsWeapon,
    bool IsAbroad
)
{
    /// <summary>True for nouns that mention one person.</summary>
    public bool IsPerson => Sort is RoleSort.Person or RoleSort.Speaker;
}

/// <summary>How a role noun mentions.</summary>
internal enum RoleSort
{
    /// <summary>One person.</summary>
    Person,

    /// <summary>One person who speaks for the body named beside him.</summary>
    Speaker,

    /// <summary>A body that each country has one of.</summary>
    Body,

    /// <summary>A group of people or a body.</summary>
    Group,

    /// <summary>A document that speaks.</summary>
    Text,
}

/// <summary>Gender of a person, for pronouns.</summary>
internal enum Gender : byte
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>He.</summary>
    Male,

    /// <summary>She.</summary>
    Female,
}
