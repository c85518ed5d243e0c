using System.Buffers;
using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Parley.Actors;
using Parley.Cli.Parsing;
using Parley.Events;
using Parley.Figures;
using Parley.Links;
using Parley.Mentions;
using Parley.Places;
using Parley.Positions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;
using Parley.Undertakings;

namespace Parley.Bench;

/// <summary>Each stage alone, on the text articles of <c>samples/istanbul</c>, one after another.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private SourceDocument _document = null!;
    private SyntaxReader _syntax = null!;
    private TokenizedText _tokens = null!;
    private ParsedText _parsed = null!;
    private MentionTable _mentions = null!;
    private ActorTable _actors = null!;
    private PlaceTable _places = null!;
    private TimeTable _times = null!;
    private StatementTable _statements = null!;
    private EventTable _events = null!;
    private Reading _reading = null!;
    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);

    [GlobalSetup]
    public void Prepare()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Parley.slnx")))
            root = root.Parent ?? throw new InvalidOperationException("Parley.slnx was not found above the benchmark.");
        var texts = Directory.EnumerateFiles(Path.Combine(root.FullName, "samples", "istanbul"), "*.txt").Order(StringComparer.Ordinal);
        _document = new SourceDocument { Text = string.Join("\n\n", texts.Select(File.ReadAllText)), Published = "2022-03-30" };
        _syntax = new SyntaxReader(Onnx.OnnxLanguageModel.Open(Path.Combine(root.FullName, "models", "en")));
        _tokens = Text();
        _parsed = Syntax();
        _mentions = Mentions();
        _actors = Actors();
        _places = Places();
        _times = Times();
        _statements = Statements();
        _events = Events();
        _reading = new LinkReader().Read(_parsed, _actors, _places, _times, Figures(), _statements, _events, Undertakings(), Positions());
    }

    [Benchmark]
    public TokenizedText Text() => new ArticleTextReader().Read(_document);

    [Benchmark]
    public ParsedText Syntax() => _syntax.Read(_tokens);

    [Benchmark]
    public MentionTable Mentions() => new MentionReader().Read(_parsed);

    [Benchmark]
    public ActorTable Actors() => new ActorReader().Read(_parsed);

    [Benchmark]
    public PlaceTable Places() => new PlaceReader().Read(_parsed, _actors);

    [Benchmark]
    public TimeTable Times() => new TimeReader().Read(_parsed);

    [Benchmark]
    public FigureTable Figures() => new FigureReader().Read(_parsed, _times);

    [Benchmark]
    public StatementTable Statements() => new StatementReader().Read(_parsed, _mentions, _actors, _places, _times);

    [Benchmark]
    public EventTable Events() => new EventReader().Read(_parsed, _mentions, _actors, _places, _times, _statements);

    [Benchmark]
    public ImmutableArray<Undertaking> Undertakings() =>
        new UndertakingReader().Read(_parsed, _mentions, _actors, _places, _times, _statements, _events);

    [Benchmark]
    public ImmutableArray<Position> Positions() => new PositionReader().Read(_parsed, _mentions, _actors, _places, _times, _statements);

    [Benchmark]
    public int ReadingAsJson()
    {
        _output.ResetWrittenCount();
        ReadingJson.Write(_output, _reading);
        return _output.WrittenCount;
    }

    [Benchmark]
    public int SyntaxAsJson()
    {
        _output.ResetWrittenCount();
        ParsedJson.Write(_output, _parsed, indented: false);
        return _output.WrittenCount;
    }
}
