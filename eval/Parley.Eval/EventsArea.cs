namespace Parley.Eval;

/// <summary>Whole readings against sets of coded sentences that others made: triples, types, deeds of the police.</summary>
internal static class EventsArea
{
    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var (triples, types, pairs, police) = (
            CodedSentence.ReadAll(folder, "petrarch_gsr"),
            CodedSentence.ReadAll(folder, "plover_gsr"),
            CodedSentence.ReadAll(folder, "plv_dyads"),
            CodedSentence.ReadAll(folder, "india_police")
        );
        var bars = new Bars(program.Models);
        foreach (var model in program.Models)
        {
            CodedTriples.Measure(triples, Read(program, model, triples), model, bars);
            CodedTypes.MeasureAlone(types, Read(program, model, types), model, bars);
            CodedTypes.MeasurePairs(pairs, Read(program, model, pairs), model, bars);
            PoliceDeeds.Measure(police, Read(program, model, police), model, bars);
        }
        yield return bars.ToTable(
            "Sentences and articles coded by others, read whole (`parley read`), uncertain records left out. "
                + "An event's PLOVER type is its field `plover`, AGREE for an announced concession (CAMEO 035x), as the sets have it by the table from CAMEO; its actor and recipient are doers and targets, of demanded and alleged deeds speaker and doer. "
                + "**petrarch_gsr**: triples of actor, recipient (first three letters of their codes, the country or `IGO`; no recipient is a value too) and PLOVER type of the CAMEO code, each once a sentence; "
                + "sentences with no coded event count against precision; those whose CAMEO code has no PLOVER type are left out. "
                + "**plover_gsr**: type (names of PLOVER 2.0) of the event whose trigger shares most with the gold's event words, else of the sentence's first; no event is wrong. "
                + "**plv_dyads**: type of the event whose parties best fit the two that are given (actor before recipient before the two exchanged; the first of equals), YIELD being CONCEDE or RETREAT. "
                + "**india_police**: sentences in which an event with the police as doer (role `COP`, or “police”, “cop” in a mention) is told: ARREST is COERCE of the mode arrest, FORCE is ASSAULT, KILL is ASSAULT "
                + "with a figure of killed or a word of killing in the sentence, all three happened, ongoing or alleged; FAIL is any type refused or denied."
        );
    }

    private static Dictionary<string, ArticleReading> Read(MeasuredProgram program, string model, List<CodedSentence> set) =>
        ArticleReading.ReadAll(program, model, set.Where(s => s.Text.Trim().Length > 0).Select(s => (s.Id, s.Text, s.Date)));
}
