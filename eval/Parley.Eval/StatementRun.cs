using Parley.Actors;
using Parley.Mentions;
using Parley.Models;
using Parley.Onnx;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Eval;

/// <summary>Reads texts once as far as the statement stage, which can then be run again with other options.</summary>
internal sealed class StatementRun : IDisposable
{
    private readonly OnnxLanguageModel _model;
    private readonly List<Prepared> _texts = [];

    /// <summary>Reads actors, places and times of the texts with the accurate model.</summary>
    public StatementRun(IEnumerable<(string Id, string Text)> texts)
    {
        _model = OnnxLanguageModel.Open(
            ModelManifest.FindFolder("en") ?? throw new InvalidOperationException("models/en stands nowhere above the tool")
        );
        var reader = new Reader(_model);
        var (mentions, actors, places, times) = (new MentionReader(), new ActorReader(), new PlaceReader(), new TimeReader());
        foreach (var (id, text) in texts)
        {
            var parsed = reader.Parse(new SourceDocument { Text = text, Source = id });
            var found = actors.Read(parsed);
            _texts.Add(new Prepared(id, parsed, mentions.Read(parsed), found, places.Read(parsed, found), times.Read(parsed)));
        }
    }

    /// <summary>The syntax and the statements of each text, read by all rules but <paramref name="without"/>.</summary>
    public IEnumerable<(string Id, ParsedText Parsed, StatementTable Statements)> Read(StatementRules without)
    {
        var reader = new StatementReader(new StatementReaderOptions { Rules = StatementRules.All & ~without });
        foreach (var text in _texts)
            yield return (text.Id, text.Parsed, reader.Read(text.Parsed, text.Mentions, text.Actors, text.Places, text.Times));
    }

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();

    private sealed record Prepared(
        string Id,
        ParsedText Parsed,
        MentionTable Mentions,
        ActorTable Actors,
        PlaceTable Places,
        TimeTable Times
    );
}
