using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Parley.Actors;
using Parley.Models;
using Parley.Onnx;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.PronounRows;

/// <summary>
/// Prints what the actor stage weighs for each pronoun of the coreference sets, for tools/train/antecedents.py to learn weights from:
/// <c>Parley.PronounRows gum-train.open.jsonl.gz > rows.tsv</c>. Columns: document, pronoun (its span), sort, candidate (its span, "-" for nothing),
/// actor (1) or thing (0), then the traits by name.
/// </summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        using var model = OnnxLanguageModel.Open(
            ModelManifest.FindFolder("en") ?? throw new InvalidOperationException("There is no model.")
        );
        var syntax = new SyntaxReader(model);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 65536);
        output.Write("document\tpronoun\tsort\tcandidate\tactor");
        for (var trait = (Trait)0; trait < Trait.Count; trait++)
            output.Write($"\t{Salience.NameOf(trait)}");
        output.Write('\n');
        foreach (var path in arguments)
        foreach (var line in Lines(path))
        {
            using var document = JsonDocument.Parse(line);
            var text = document.RootElement.GetProperty("text").GetString()!;
            var parsed = syntax.Read(new ArticleTextReader().Read(new SourceDocument { Text = text }));
            new ActorMentionReader(parsed, new Printer(output, parsed, document.RootElement.GetProperty("id").GetString()!)).Read();
            Console.Error.Write('.');
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(
            path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file
        );
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private sealed class Printer(StreamWriter output, ParsedText parsed, string document) : IAntecedentTrace
    {
        public void Candidate(Node pronoun, PronounSort sort, Node candidate, Entity? entity, ReadOnlySpan<double> traits)
        {
            output.Write($"{document}\t{pronoun.Span.Start}-{pronoun.Span.End}\t{sort}\t");
            if (candidate.Exists)
            {
                var words = NounPhrase.Words(candidate);
                // Of a row ("Smith and Jones") all of it.
                if (entity is { Parts.Count: > 0 } && candidate.Upos != Upos.Pron)
                    foreach (var child in candidate.Children)
                        if (child.Relation == Relation.Conj)
                            words = words with { End = NounPhrase.Words(child).End };
                var span = parsed.SpanOf(words);
                output.Write($"{span.Start}-{span.End}-{candidate.Span.Start}");
            }
            else
                output.Write('-');
            output.Write(entity is null ? "\t0" : "\t1");
            foreach (var value in traits)
                output.Write(string.Create(CultureInfo.InvariantCulture, $"\t{value:0.###}"));
            output.Write('\n');
        }
    }
}
