using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Exports.Events;

/// <summary>A party of an event with its code in the ways of others.</summary>
internal sealed record CodedParty
{
    private const int Letters = 3;
    private static readonly Lexicon s_bodies = LexiconSet.Get("lexicons/body-codes");
    private static readonly int s_cameo = s_bodies.Column("cameo");
    private static readonly int s_plover = s_bodies.Column("plover");

    /// <summary>First parts of codes that are no country.</summary>
    private static readonly string[] s_generic = ["IGO", "NGO", "IMG", "MNC"];

    /// <summary>Roles that the codes have, in CAMEO and PLOVER alike but for the last line.</summary>
    private static readonly string[] s_roles =
    [
        "COP",
        "GOV",
        "INS",
        "JUD",
        "MIL",
        "OPP",
        "REB",
        "SEP",
        "SPY",
        "PTY",
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "LAB",
        "LEG",
        "MED",
        "REF",
        "REL",
        "UAF",
    ];

    /// <summary>The name in the article.</summary>
    public required string Name { get; init; }

    /// <summary>The title of a person; null where none is told.</summary>
    public string? Title { get; init; }

    /// <summary>Parley's code; empty when unknown.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166 alpha-3 of its country; null for bodies of no country and where none is known.</summary>
    public string? Country { get; private init; }

    /// <summary><c>IGO</c>, <c>NGO</c>, <c>IMG</c> or <c>MNC</c>; null for what belongs to a country.</summary>
    public string? Generic { get; private init; }

    /// <summary>CAMEO's code of a body or group that has one of its own: <c>UNO</c>, <c>NAT</c>, <c>TAL</c>; null for others.</summary>
    public string? Group { get; private init; }

    /// <summary>The body of an international code as Parley has it; null for others.</summary>
    public string? Body { get; private init; }

    /// <summary>Roles in CAMEO's letters, the first one primary.</summary>
    public ImmutableArray<string> Roles { get; private init; } = [];

    /// <summary>True for one person.</summary>
    public bool IsPerson { get; private init; }

    /// <summary>True for a group of people.</summary>
    public bool IsPeople { get; private init; }

    /// <summary>The code as CAMEO strings it: <c>RUSMIL</c>, <c>IGONAT</c>; empty when unknown.</summary>
    public string Cameo => string.Concat([Country ?? Generic ?? "", .. Roles, Group ?? ""]);

    /// <summary>PLOVER's code: a country, <c>UNO</c>, <c>EUR</c>, or a generic one; empty when unknown.</summary>
    public string Plover =>
        Country
        ?? (
            Body is not null && s_bodies.Find(Body) is >= 0 and var row && s_bodies.Text(row, s_plover) is { Length: > 0 } own
                ? own
                : Generic
        )
        ?? "";

    /// <summary>PLOVER's sectors, the first one primary; <c>JRN</c> for the media, since its <c>MED</c> is medicine.</summary>
    public ImmutableArray<string> Sectors =>
        [
            .. Roles
                .Select(role =>
                    role switch
                    {
                        "MED" => "JRN",
                        "INS" or "SEP" => "REB",
                        _ => role,
                    }
                )
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>What an actor of a reading is.</summary>
    public static CodedParty Of(Actor actor, ImmutableArray<Actor> actors)
    {
        var code = Side.CodeOf(actor, actors);
        var parts = code.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var generic = parts is [var first, ..] && s_generic.Contains(first) ? first : null;
        var isRole = parts is [var only, ..] && s_roles.Contains(only);
        var rest = generic is null && !isRole ? parts.Skip(1).ToList() : [.. parts.Skip(isRole ? 0 : 1)];
        var body = generic is null ? null : rest.Find(part => !s_roles.Contains(part));
        var group =
            rest.Find(part => !s_roles.Contains(part)) is not { } name ? null
            : s_bodies.Find(name) is >= 0 and var row ? s_bodies.Text(row, s_cameo)
            : name.Length == Letters ? name
            : null;
        // Armed men without a name are nobody's rebels until somebody says so.
        var isUnnamedArms = actor.Kind == ActorKind.ArmedGroup && !HasName(actor.Name) && (code.Length == 0 || rest.Contains("REB"));
        if (isUnnamedArms)
            return new CodedParty
            {
                Name = actor.Name,
                Code = code,
                Roles = ["UAF"],
            };
        return new CodedParty
        {
            Name = actor.Name,
            Title = actor.Role,
            Code = code,
            Country = generic is null && !isRole && parts.Length > 0 ? parts[0] : null,
            Generic = generic,
            Group = group,
            Body = body,
            Roles = [.. rest.Where(s_roles.Contains)],
            IsPeople = actor.Kind == ActorKind.People,
            IsPerson = actor.Kind == ActorKind.Person,
        };
    }

    private static bool HasName(string name) =>
        name.Split(' ') is var words && (words.Length == 1 || words.Skip(1).Any(word => char.IsUpper(word[0])));
}
