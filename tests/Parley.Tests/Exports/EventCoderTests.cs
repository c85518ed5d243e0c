using System.Text.Json;
using Parley.Exports;
using Parley.Exports.Events;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Exports;

public sealed class EventCoderTests
{
    [Fact]
    public void An_announced_withdrawal_is_a_concession_of_its_doer_and_no_deed_on_a_map()
    {
        var reading = Nations("Norland said it would leave Sudburg on Friday.")
            .Where("p1", "Sudburg", 50, 30)
            .When("t1", "Friday", "2022-04-08")
            .Says("s1", "a1", "it would leave Sudburg on Friday", StatementAct.Promises)
            .Does(
                "e1",
                EventType.Retreat,
                "0874",
                "leave Sudburg",
                "leave",
                EventStatus.Planned,
                ["a1"],
                place: "p1",
                time: "t1",
                statement: "s1",
                mode: "withdraw"
            );
        var coded = Assert.Single(Code(reading));
        Assert.Equal((EventType.Concede, null, "0356", true), (coded.Type, coded.Mode, coded.Cameo, coded.IsWord));
        Assert.Equal("Norland", Assert.Single(coded.Actors).Name);
        Assert.Null(coded.Place);
        Assert.Equal("Sudburg", coded.DeedPlace!.Name);
        Assert.Equal(("2022-04-05", DatePrecision.Reported), (coded.Date, coded.Precision));
        Assert.Empty(
            JsonDocument
                .Parse(Told.Write("geojson", Told.Source(Told.Ledger(reading))))
                .RootElement.GetProperty("features")
                .EnumerateArray()
        );
    }

    [Theory]
    [InlineData(EventStatus.Denied, "told as not done")]
    [InlineData(EventStatus.Hypothetical, "hypothetical")]
    [InlineData(EventStatus.Possible, "only possible")]
    public void What_was_not_done_is_left_out_and_counted(EventStatus status, string reason)
    {
        var source = Told.Source(Told.Ledger(Shelling(status)));
        foreach (var format in new[] { "plover", "polecat", "phoenix", "icews", "gdelt", "gdelt-mentions", "acled-like" })
        {
            var own = Told.Source(source.Ledger);
            Assert.DoesNotContain("ASSAULT", Told.Write(format, own), StringComparison.Ordinal);
            Assert.DoesNotContain("194", Told.Write(format, own), StringComparison.Ordinal);
            Assert.Equal(1, own.LeftOut[reason]);
        }
    }

    [Fact]
    public void A_plan_without_a_type_of_words_is_left_out()
    {
        var reading = Nations("Norland will blockade Sudburg.")
            .Does("e1", EventType.Coerce, "191", "blockade Sudburg", "blockade", EventStatus.Planned, ["a1"], mode: "restrict");
        Assert.Empty(Code(reading));
    }

    [Fact]
    public void An_attack_announced_is_a_threat_and_has_the_code_of_one()
    {
        var coded = Assert.Single(Code(Shelling(EventStatus.Planned)));
        Assert.Equal(EventType.Threaten, coded.Type);
        Assert.StartsWith("13", coded.Cameo, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_demands_acts_and_the_doer_is_asked()
    {
        var reading = Nations("Norland demanded that Sudmark leave.")
            .Says("s1", "a1", "that Sudmark leave", StatementAct.Demands)
            .Does("e1", EventType.Retreat, "0874", "Sudmark leave", "leave", EventStatus.Demanded, ["a2"], statement: "s1");
        var coded = Assert.Single(Code(reading));
        Assert.Equal((EventType.Request, "1056"), (coded.Type, coded.Cameo));
        Assert.Equal(["Norland"], coded.Actors.Select(party => party.Name));
        Assert.Equal(["Sudmark"], coded.Recipients.Select(party => party.Name));
    }

    [Fact]
    public void Who_accuses_acts_and_the_accused_is_no_victim()
    {
        var reading = Nations("Sudmark accused Norland of shelling Sudburg.")
            .Says("s1", "a2", "Norland of shelling Sudburg", StatementAct.Accuses)
            .Does(
                "e1",
                EventType.Assault,
                "194",
                "Norland of shelling Sudburg",
                "shelling",
                EventStatus.Alleged,
                ["a1"],
                ["a2"],
                statement: "s1"
            );
        var coded = Assert.Single(Code(reading));
        Assert.Equal((EventType.Accuse, "1123"), (coded.Type, coded.Cameo));
        Assert.Equal("Sudmark", Assert.Single(coded.Actors).Name);
        Assert.Equal("Norland", Assert.Single(coded.Recipients).Name);
    }

    [Fact]
    public void Who_refuses_a_deed_of_his_own_refuses_it_to_the_other()
    {
        var reading = Nations("Norland refused to free Sudmark of it.")
            .Says("s1", "a1", "to free Sudmark of it", StatementAct.Rejects)
            .Does("e1", EventType.Retreat, "0841", "free Sudmark of it", "free", EventStatus.Refused, ["a1"], ["a2"], statement: "s1");
        var coded = Assert.Single(Code(reading));
        Assert.Equal(EventType.Reject, coded.Type);
        Assert.Equal(("Norland", "Sudmark"), (Assert.Single(coded.Actors).Name, Assert.Single(coded.Recipients).Name));
    }

    [Fact]
    public void Attackers_named_together_have_not_attacked_each_other()
    {
        var reading = Nations("Norland and Sudmark struck at night.")
            .Does("e1", EventType.Assault, "195", "Norland and Sudmark struck", "struck", sources: ["a1", "a2"]);
        var coded = Assert.Single(Code(reading));
        Assert.All(coded.Pairs(), pair => Assert.Null(pair.Target));
    }

    [Fact]
    public void A_meeting_is_one_event_and_both_ways_in_pairs()
    {
        var reading = Nations("Norland and Sudmark met.")
            .Does("e1", EventType.Consult, "040", "Norland and Sudmark met", "met", sources: ["a1", "a2"]);
        var coded = Assert.Single(Code(reading));
        Assert.Equal(
            [("Norland", "Sudmark"), ("Sudmark", "Norland")],
            coded.Pairs().Select(pair => (pair.Source!.Name, pair.Target!.Name))
        );
        Assert.Single(Lines("gdelt", reading));
        Assert.Equal(2, Lines("phoenix", reading).Count);
    }

    [Fact]
    public void A_doer_whom_the_words_do_not_name_is_not_told()
    {
        var reading = Nations("Shells fell on Sudburg.\nNorland and Sudmark are at war.")
            .Does("e1", EventType.Assault, "194", "Shells fell on Sudburg", "fell", sources: ["a1"]);
        Assert.Empty(Assert.Single(Code(reading)).Actors);
        Assert.Empty(Lines("gdelt", reading));
    }

    [Fact]
    public void Armed_men_without_a_name_are_nobodys_rebels()
    {
        var reading = Told.Article("Quay", "2022-04-05", "Armed men stopped a convoy.")
            .Who("a1", "Armed men", "UKR.REB", ActorKind.ArmedGroup)
            .Does("e1", EventType.Coerce, "170", "Armed men stopped a convoy", "stopped", sources: ["a1"]);
        var party = Assert.Single(Assert.Single(Code(reading)).Actors);
        Assert.Equal(("UAF", null, ""), (party.Cameo, party.Country, party.Plover));
    }

    [Fact]
    public void People_who_leave_are_no_withdrawal()
    {
        var reading = Told.Article("Quay", "2022-04-05", "Residents left the town.")
            .Who("a1", "Residents", "UKR.CVL", ActorKind.People)
            .Does("e1", EventType.Retreat, "0874", "Residents left the town", "left", sources: ["a1"], mode: "withdraw");
        Assert.Empty(Code(reading));
    }

    [Theory]
    [InlineData("IGO.UNO", "IGOUNO", "UNO", "")]
    [InlineData("IGO.NATO", "IGONAT", "IGO", "")]
    [InlineData("RUS.MIL", "RUSMIL", "RUS", "MIL")]
    [InlineData("MED", "MED", "", "JRN")]
    [InlineData("AFG.REB.TAL", "AFGREBTAL", "AFG", "REB")]
    [InlineData("USA.GOV.MIL", "USAGOVMIL", "USA", "GOV")]
    public void Codes_are_those_of_the_formats(string code, string cameo, string plover, string sector)
    {
        var reading = Told.Article("Quay", "2022-04-05", "Body spoke.").Who("a1", "Body", code, ActorKind.Organization);
        var party = CodedParty.Of(reading.Actors[0], reading.Actors);
        Assert.Equal((cameo, plover, sector), (party.Cameo, party.Plover, party.Sectors.FirstOrDefault("")));
    }

    [Fact]
    public void Sanctions_are_material_conflict_but_in_Phoenix()
    {
        Assert.Equal(4, EventScores.PloverQuad(EventType.Sanction));
        Assert.Equal((4, 3), (EventScores.GdeltQuad("161"), EventScores.PhoenixQuad("161")));
        Assert.Equal((1, 0), (EventScores.GdeltQuad("010"), EventScores.PhoenixQuad("020")));
    }

    [Fact]
    public void A_deed_is_not_dated_behind_its_report()
    {
        var reading = Nations("Norland shelled Sudmark on Friday.")
            .When("t1", "Friday", "2022-04-08")
            .Does("e1", EventType.Assault, "194", "Norland shelled Sudmark", "shelled", sources: ["a1"], targets: ["a2"], time: "t1");
        var coded = Assert.Single(Code(reading));
        Assert.Equal(("2022-04-05", DatePrecision.Reported), (coded.Date, coded.Precision));
    }

    [Fact]
    public void Without_any_day_there_is_no_event()
    {
        var reading = Told.Article("Quay", null, "Norland shelled Sudmark.")
            .Who("a1", "Norland", "RUS", ActorKind.Country)
            .Does("e1", EventType.Assault, "194", "Norland shelled Sudmark", "shelled", sources: ["a1"]);
        var source = Told.Source(Told.Ledger(reading));
        Assert.Empty(source.Events);
        Assert.Equal(1, source.LeftOut["without a day, as is its report"]);
    }

    [Fact]
    public void Uncertain_records_are_left_out_unless_they_are_asked_for()
    {
        var reading = Nations("Norland shelled Sudmark.")
            .Does("e1", EventType.Assault, "194", "Norland shelled Sudmark", "shelled", sources: ["a1"], isUncertain: true);
        Assert.Empty(Code(reading));
        Assert.Single(Told.Source(Told.Ledger(reading), new ExportQuery { MinConfidence = 0 }).Events);
    }

    [Fact]
    public void What_a_line_of_Plover_says_is_what_was_coded()
    {
        var reading = Nations("🙂 Norland shelled Sudmark near Київ on Friday.")
            .Where("p1", "Київ", 50.45, 30.52)
            .When("t1", "Friday", "2022-04-01")
            .Does(
                "e1",
                EventType.Assault,
                "194",
                "Norland shelled Sudmark near Київ",
                "shelled",
                sources: ["a1"],
                targets: ["a2"],
                place: "p1",
                time: "t1",
                mode: "heavy-weapons"
            );
        var source = Told.Source(Told.Ledger(reading));
        var coded = Assert.Single(source.Events);
        using var json = JsonDocument.Parse(Told.Write("plover", source));
        var line = json.RootElement;
        Assert.Equal((coded.Id, coded.Date), (line.GetProperty("id").GetString(), line.GetProperty("date").GetString()));
        Assert.Equal(("RUS", "Norland"), Entity(line.GetProperty("actor")[0]));
        Assert.Equal(("UKR", "Sudmark"), Entity(line.GetProperty("recipient")[0]));
        Assert.Equal(("ASSAULT", "heavy-weapons"), (line.GetProperty("event")[0].GetString(), line.GetProperty("mode")[0].GetString()));
        Assert.Equal((4, -9.5), (line.GetProperty("quad_code").GetInt32(), line.GetProperty("event_scale").GetDouble()));
        Assert.Equal("194", line.GetProperty("parley:cameo").GetString());
        var place = line.GetProperty("event_loc");
        Assert.Equal(
            (50.45, 30.52, 4),
            (place.GetProperty("lat").GetDouble(), place.GetProperty("lon").GetDouble(), place.GetProperty("resolution").GetInt32())
        );
        var evidence = line.GetProperty("parley:evidence")[0];
        var runes = reading.Article.Text.EnumerateRunes().ToList();
        var exact = runes[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()];
        Assert.Equal(evidence.GetProperty("exact").GetString(), string.Concat(exact.Select(rune => rune.ToString())));

        static (string?, string?) Entity(JsonElement entity) =>
            (entity.GetProperty("code").GetString(), entity.GetProperty("entity_text").GetString());
    }

    private static IReadOnlyList<string> Lines(string format, Reading reading) =>
        Told.Write(format, Told.Source(Told.Ledger(reading))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyCollection<CodedEvent> Code(Reading reading) => Told.Source(Told.Ledger(reading)).Events;

    private static Reading Shelling(EventStatus status) =>
        Nations("Norland may shell Sudmark.")
            .Does("e1", EventType.Assault, "194", "Norland may shell Sudmark", "shell", status, ["a1"], ["a2"], mode: "heavy-weapons");

    private static Reading Nations(string text)
    {
        var reading = Told.Article("Quay", "2022-04-05", text);
        reading = text.Contains("Norland", StringComparison.Ordinal) ? reading.Who("a1", "Norland", "RUS", ActorKind.Country) : reading;
        return text.Contains("Sudmark", StringComparison.Ordinal) ? reading.Who("a2", "Sudmark", "UKR", ActorKind.Country) : reading;
    }
}
