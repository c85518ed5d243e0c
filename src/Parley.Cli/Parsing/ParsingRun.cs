using System.Buffers;
using System.Text;
using Parley.Intake;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Cli.Parsing;

/// <summary>One run of <c>parley parse</c>: takes inputs in, parses them, and writes them in one form.</summary>
internal sealed class ParsingRun(Session session, SyntaxReader syntax)
{
    private readonly ArticleTextReader _text = new();
    private readonly DocumentReader _documents = new();
    private readonly OutputBuffers _buffers = new();

    /// <summary>Writes just one input as JSON; a second one is a mistake of the call.</summary>
    public int WriteOne(IEnumerable<RawInput> inputs)
    {
        using var all = inputs.GetEnumerator();
        var first = all.MoveNext() ? all.Current : throw new ProblemException(Problems.NoInput(), ExitCode.Usage);
        if (all.MoveNext())
            throw new ProblemException(Problems.SeveralInputs("--json", "use --jsonl for several"), ExitCode.Usage);
        return Run([first], (output, parsed) => ParsedJson.Write(output, parsed, indented: true), asLines: false);
    }

    /// <summary>Writes every input, in their order: CoNLL-U, or a line of JSON each.</summary>
    public int WriteAll(IEnumerable<RawInput> inputs, bool asLines) =>
        Run(inputs, asLines ? (output, parsed) => ParsedJson.Write(output, parsed, indented: false) : WriteConllu, asLines);

    /// <summary>Reads CoNLL-U and writes it back with the syntax filled in.</summary>
    public int WriteGiven(IEnumerable<RawInput> inputs)
    {
        var (read, skipped) = (0, 0);
        foreach (var input in inputs)
        {
            if (input.Problem is { } problem)
            {
                session.Say(problem);
                skipped++;
                continue;
            }
            var given = GivenSentences.Read(Encoding.UTF8.GetString(input.Content.Span));
            session.Output.Write(given.Write(syntax.Read(given.Tokens)));
            read++;
        }
        return ExitCode.Of(read, skipped);
    }

    private static void WriteConllu(IBufferWriter<byte> output, ParsedText parsed) => Encoding.UTF8.GetBytes(Conllu.Write(parsed), output);

    private int Run(IEnumerable<RawInput> inputs, Action<IBufferWriter<byte>, ParsedText> render, bool asLines)
    {
        var (read, skipped) = (0, 0);
        foreach (var (taken, text) in OrderedWork.Run(inputs, input => Parse(input, render), session.Output.Flush))
        {
            foreach (var notice in taken.Notices)
                session.Say(notice);
            if (taken.Skipped is { } skip)
            {
                session.Say(skip);
                if (asLines)
                    session.Output.Write(ParsedJson.Skipped(skip) + "\n");
                skipped++;
                continue;
            }
            session.Write(text!.WrittenSpan);
            _buffers.Return(text);
            read++;
        }
        return ExitCode.Of(read, skipped);
    }

    private (TakenIn Taken, ArrayBufferWriter<byte>? Text) Parse(RawInput input, Action<IBufferWriter<byte>, ParsedText> render)
    {
        var taken = _documents.Read(input);
        if (taken.Document is not { } document)
            return (taken, null);
        try
        {
            // Every word is wanted, those of page furniture too.
            var parsed = syntax.Read(_text.Read(document with { IsExtracted = true }));
            var text = _buffers.Rent();
            render(text, parsed);
            return (taken, text);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            var name = document.Source ?? input.Name;
            var fault = Problems.Fault(name, e);
            return (taken with { Skipped = fault.Skip(name) }, null);
        }
    }
}
