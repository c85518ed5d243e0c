using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using Parley.Actors;
using Parley.Cli.Parsing;
using Parley.Eval;
using Parley.Events;
using Parley.Figures;
using Parley.Intake;
using Parley.Links;
using Parley.Mentions;
using Parley.Places;
using Parley.Positions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Syntax.Fast;
using Parley.Text;
using Parley.Times;
using Parley.Undertakings;

namespace Parley.Bench;

/// <summary>What each part of a parse and of a reading costs with the fast model: processor time of one thread, and bytes allocated, a token.</summary>
/// <remarks>A part's time is the least of several rounds, so that a busy machine counts little.</remarks>
internal sealed partial class Parts
{
    private readonly ArticleTextReader _text = new();
    private readonly MentionReader _mentionReader = new();
    private readonly ActorReader _actorReader = new();
    private readonly PlaceReader _placeReader = new();
    private readonly TimeReader _timeReader = new();
    private readonly FigureReader _figureReader = new();
    private readonly StatementReader _statementReader = new();
    private readonly EventReader _eventReader = new();
    private readonly UndertakingReader _undertakingReader = new();
    private readonly PositionReader _positionReader = new();
    private readonly LinkReader _linkReader = new();
    private readonly DocumentReader _documentReader = new();
    private readonly SyntaxReader _syntaxReader;
    private readonly string _sample;
    private readonly double _tokens;
    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);
    private readonly List<Cost> _costs = [];

    private Parts(SyntaxReader syntax, string sample, long words)
    {
        _syntaxReader = syntax;
        _sample = sample;
        _tokens = words * Throughput.TokensOfWord;
    }

    /// <summary>Measures all parts on every twelfth document of the bench corpus, prints them and writes them down.</summary>
    public static void Run(string folder, int rounds)
    {
        var (sample, words) = Throughput.Sample(
            Throughput.Corpus(folder),
            Path.Combine(Path.GetTempPath(), "parley-parts.jsonl"),
            every: 12
        );
        using var model = FastLanguageModel.Open(Path.Combine(AppContext.BaseDirectory, "models", "en-fast"));
        var parts = new Parts(new SyntaxReader(model), sample, words);
        for (var round = 0; round < rounds; round++)
            parts.Round();
        parts.Write(rounds);
    }

    private void Round()
    {
        var inputs = Measure("both", "lines", [_sample], file => InputFiles.Open(file, () => Stream.Null).ToArray())[0];
        var documents = Measure("both", "intake", inputs, input => _documentReader.Read(input).Document).OfType<SourceDocument>().ToArray();
        var plain = documents.Select(document => document with { IsExtracted = true }).ToArray();
        var words = Measure("parse", "words", plain, _text.Read);
        var syntax = Measure("parse", "syntax", words, _syntaxReader.Read);
        Measure(
            "parse",
            "JSON",
            syntax,
            parsed =>
            {
                _output.ResetWrittenCount();
                ParsedJson.Write(_output, parsed, indented: false);
                return _output.WrittenCount;
            }
        );
        words = Measure("read", "words", documents, _text.Read);
        syntax = Measure("read", "syntax", words, _syntaxReader.Read);
        var all = Enumerable.Range(0, syntax.Length).ToArray();
        var mentions = Measure("read", "mentions", syntax, _mentionReader.Read);
        var actors = Measure("read", "actors", syntax, _actorReader.Read);
        var places = Measure("read", "places", all, i => _placeReader.Read(syntax[i], actors[i]));
        var times = Measure("read", "times", all, i => _timeReader.Read(syntax[i]));
        var figures = Measure("read", "figures", all, i => _figureReader.Read(syntax[i], times[i]));
        var statements = Measure(
            "read",
            "statements",
            all,
            i => _statementReader.Read(syntax[i], mentions[i], actors[i], places[i], times[i])
        );
        var events = Measure(
            "read",
            "events",
            all,
            i => _eventReader.Read(syntax[i], mentions[i], actors[i], places[i], times[i], statements[i])
        );
        var undertakings = Measure(
            "read",
            "undertakings",
            all,
            i => _undertakingReader.Read(syntax[i], mentions[i], actors[i], places[i], times[i], statements[i], events[i])
        );
        var positions = Measure(
            "read",
            "positions",
            all,
            i => _positionReader.Read(syntax[i], mentions[i], actors[i], places[i], times[i], statements[i])
        );
        var readings = Measure(
            "read",
            "links and records",
            all,
            i =>
                _linkReader.Read(
                    syntax[i],
                    actors[i],
                    places[i],
                    times[i],
                    figures[i],
                    statements[i],
                    events[i],
                    undertakings[i],
                    positions[i]
                )
        );
        Measure(
            "read",
            "JSON",
            readings,
            reading =>
            {
                _output.ResetWrittenCount();
                ReadingJson.Write(_output, reading);
                return _output.WrittenCount;
            }
        );
    }

    private TOut[] Measure<TIn, TOut>(string command, string part, TIn[] items, Func<TIn, TOut> work)
    {
        var results = new TOut[items.Length];
        var (time, bytes) = (ThreadTime(), GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < items.Length; i++)
            results[i] = work(items[i]);
        (time, bytes) = (ThreadTime() - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
        time *= 1e6 / _tokens;
        var at = _costs.FindIndex(known => known.Command == command && known.Part == part);
        if (at < 0)
            _costs.Add(new Cost(command, part, time, time, bytes / _tokens));
        else if (time < _costs[at].Time)
            _costs[at] = _costs[at] with { Time = time, Bytes = bytes / _tokens };
        return results;
    }

    private void Write(int rounds)
    {
        var rows = new List<string[]>();
        foreach (var command in new[] { "parse", "read" })
        {
            var own = _costs.Where(cost => cost.Command == command || cost.Command == "both").ToArray();
            var all = new Cost(command, "**all**", own.Sum(cost => cost.First), own.Sum(cost => cost.Time), own.Sum(cost => cost.Bytes));
            rows.AddRange(own.Append(all).Select(cost => Row(command, cost, all.Time)));
        }
        var table = new Table(
            $"Parts of `parley parse` and `parley read` with the fast model, on every twelfth document of the open bench corpus: processor time of one thread, the least of {rounds} rounds; the first round has the compiling of the code in it. Syntax has the model in it.",
            ["command", "part", "first round, µs/token", "µs/token", "share, %", "bytes/token"],
            rows
        );
        Console.WriteLine(table.ToMarkdown());
        var numbers = NumbersFile.Open();
        numbers.Replace("speed-parts", "Speed of the parts", [table]);
        numbers.Save();
    }

    private static string[] Row(string command, Cost cost, double all) =>
        [
            command,
            cost.Part,
            Number(cost.First, "0.00"),
            Number(cost.Time, "0.00"),
            Number(100 * cost.Time / all, "0.0"),
            Number(cost.Bytes, "0"),
        ];

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Processor time of this thread, in seconds.</summary>
    private static double ThreadTime()
    {
        const int ThreadClock = 3;
        _ = GetTime(ThreadClock, out var time);
        return time.Seconds + time.Nanoseconds * 1e-9;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    /// <summary>What a part costs a token, in microseconds and bytes.</summary>
    private sealed record Cost(string Command, string Part, double First, double Time, double Bytes);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
