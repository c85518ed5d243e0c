using Microsoft.AspNetCore.Http;
using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;
using Parley.Sources;
using Parley.Web.Access;
using Parley.Web.Server;

namespace Parley.Web.Sources;

/// <summary>Reads what a form says of an outlet.</summary>
internal static class SourceForm
{
    private const int CodeLength = 3;
    private const int MostLetters = 2000;

    /// <summary>What differs from what is known; null where nothing does. Throws where it cannot be so.</summary>
    public static SourceNote? Read(IFormCollection form, SourceEntry entry, Workbench bench)
    {
        var (owner, country, why) = (Word(form, "owner"), Word(form, "country")?.ToUpperInvariant(), Word(form, "why") ?? "");
        var reliability = Word(form, "reliability")?.ToUpperInvariant();
        if (reliability is not null && (reliability.Length != 1 || !SourceAnswer.Grades.Contains(reliability[0], StringComparison.Ordinal)))
            throw ProblemException.Field("reliability", Problems.NotOneOf("reliability", reliability, "A, B, C, D, E, F"));
        if (country is not null && (country.Length != CodeLength || !country.All(char.IsAsciiLetterUpper)))
            throw ProblemException.Field("country", Problems.NotOneOf("country", country, "three letters of ISO 3166, such as GBR"));
        var isGraded = reliability is not null && (reliability[0] != entry.Reliability || (entry.Grades.IsEmpty && why.Length > 0));
        if (isGraded && why.Length == 0)
            throw ProblemException.Field("why", Problems.NoReason("a judgement of reliability"));
        var note = new SourceNote
        {
            Outlet = entry.Outlet,
            Owner = owner == entry.Owner ? null : owner,
            Country = country == entry.Country ? null : country,
            StateRun = Changed("state-run", Word(form, "state-run"), entry.StateRun),
            Agency = Changed("agency", Word(form, "agency"), entry.Agency),
            Reliability = isGraded ? reliability![0] : null,
            By = bench.User,
            At = Instant.Of(bench.Now),
            Why = why,
        };
        return (note.Owner ?? note.Country) is null && (note.StateRun ?? note.Agency) is null && note.Reliability is null ? null : note;
    }

    private static bool? Changed(string field, string? value, bool? known)
    {
        bool? said = value switch
        {
            null => null,
            "yes" => true,
            "no" => false,
            _ => throw ProblemException.Field(field, Problems.NotOneOf(field, value, "yes, no")),
        };
        return said == known ? null : said;
    }

    private static string? Word(IFormCollection form, string name)
    {
        var value = form[name].ToString().Trim();
        if (value.Length > MostLetters)
            throw ProblemException.Field(name, WebProblems.BadRequest($"{name} has more than {MostLetters} letters"));
        return value.Length > 0 ? value : null;
    }
}
