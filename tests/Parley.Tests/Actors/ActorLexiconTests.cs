using Parley.Lexicons;
using Xunit;

namespace Parley.Tests.Actors;

/// <summary>The tables of the actor stage hold together: codes, sorts and kinds are those that the stage knows.</summary>
public sealed class ActorLexiconTests
{
    private static readonly HashSet<string> s_roles =
    [
        "",
        "GOV",
        "MIL",
        "REB",
        "OPP",
        "PTY",
        "COP",
        "JUD",
        "LEG",
        "SPY",
        "MED",
        "CVL",
        "REL",
        "CRM",
        "BUS",
    ];

    [Fact]
    public void Countries_have_codes_of_three_letters_and_known_sorts()
    {
        var countries = LexiconSet.Get("lexicons/countries");
        for (var row = 0; row < countries.Count; row++)
        {
            Assert.Matches("^[A-Z]{3}$", countries.Text(row, 1));
            Assert.Contains(countries.Text(row, 2), new[] { "name", "demonym", "people", "capital", "region" });
        }
    }

    [Fact]
    public void Every_leader_belongs_to_a_country_or_an_international_body()
    {
        var codes = Countries();
        var leaders = LexiconSet.Get("lexicons/leaders");
        for (var row = 0; row < leaders.Count; row++)
        {
            var country = leaders.Text(row, 1).Split('.')[0];
            Assert.True(codes.Contains(country) || country is "IGO" or "NGO" or "IMG", $"{leaders.Text(row, 0)}: {country}");
            Assert.Contains(leaders.Text(row, 2), new[] { "m", "f" });
        }
    }

    [Fact]
    public void Every_role_noun_has_a_role_that_codes_know()
    {
        var roles = LexiconSet.Get("lexicons/roles");
        for (var row = 0; row < roles.Count; row++)
        {
            Assert.Contains(roles.Text(row, 1), s_roles);
            Assert.Contains(roles.Text(row, 3), new[] { "person", "speaker", "body", "group", "text" });
            Assert.True(roles.Text(row, 3) != "body" || roles.Text(row, 4).Length > 0, $"{roles.Text(row, 0)}: a body without a name");
        }
    }

    [Fact]
    public void Every_variant_of_a_body_leads_to_a_row()
    {
        var bodies = LexiconSet.Get("lexicons/bodies");
        for (var row = 0; row < bodies.Count; row++)
            if (bodies.Text(row, 3) is { Length: > 0 } body)
                Assert.True(bodies.Contains(body), $"{bodies.Text(row, 0)} leads to {body}");
    }

    [Theory]
    [InlineData("lexicons/countries", 900)]
    [InlineData("lexicons/armed-groups", 500)]
    [InlineData("lexicons/leaders", 1000)]
    [InlineData("lexicons/roles", 1000)]
    public void There_are_words_enough(string name, int atLeast) => Assert.True(LexiconSet.Get(name).Count >= atLeast);

    private static HashSet<string> Countries()
    {
        var countries = LexiconSet.Get("lexicons/countries");
        return [.. Enumerable.Range(0, countries.Count).Select(row => countries.Text(row, 1))];
    }
}
