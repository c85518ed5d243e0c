using System.Diagnostics;
using System.Diagnostics.Metrics;
using Parley.Web.Adding;

namespace Parley.Web.Telemetry;

/// <summary>What the workbench counts of its own: what is asked of the ledger, articles that were read, what waits, corrections. Counted whether anybody collects it or not; names of people, words and addresses are in none of it.</summary>
internal sealed class WorkbenchMeters
{
    /// <summary>The name under which meters and traces are.</summary>
    public const string Name = "Parley.Web";

    private readonly Histogram<double> _questions;
    private readonly Counter<long> _articles;
    private readonly Histogram<double> _readings;
    private readonly Counter<long> _corrections;

    public WorkbenchMeters(IMeterFactory meters, AddingQueue queue)
    {
        var meter = meters.Create(Name);
        _questions = meter.CreateHistogram<double>(
            "parley.ledger.question.duration",
            "s",
            "What was asked of the ledger, or written to it."
        );
        _articles = meter.CreateCounter<long>("parley.articles", "{article}", "Articles that were handed in, by what became of them.");
        _readings = meter.CreateHistogram<double>("parley.article.duration", "s", "From taking an article up to keeping it.");
        _corrections = meter.CreateCounter<long>("parley.corrections", "{correction}", "What people and assistants said of records.");
        meter.CreateObservableGauge("parley.queue.jobs", () => queue.Waiting, "{job}", "What was handed in and is not read to its end.");
    }

    /// <summary>Traces of what is asked of the ledger.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Something was asked of the ledger.</summary>
    public void Asked(string question, TimeSpan time, bool isFault) =>
        _questions.Record(time.TotalSeconds, new TagList { { "question", question }, { "error", isFault } });

    /// <summary>An article was read.</summary>
    public void Read(string what, TimeSpan time)
    {
        _articles.Add(1, new TagList { { "what", what } });
        _readings.Record(time.TotalSeconds);
    }

    /// <summary>Something was said of records.</summary>
    public void Corrected(string verb, int count) => _corrections.Add(count, new TagList { { "verb", verb } });
}
