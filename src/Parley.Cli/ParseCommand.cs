using System.CommandLine;
using Parley.Cli.Parsing;
using Parley.Intake;
using Parley.Syntax;

namespace Parley.Cli;

/// <summary><c>parley parse</c>: words, sentences, trees and names alone, of every word of a text.</summary>
internal static class ParseCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = InputArguments.Files();
        var language = InputArguments.Model();
        var conllu = new Option<bool>("--conllu") { Description = "Print CoNLL-U (the default)." };
        var json = new Option<bool>("--json") { Description = "Print exactly one parsed text as JSON." };
        var jsonLines = new Option<bool>("--jsonl")
        {
            Description = "Print one line of JSON for each input, in their order, on all cores.",
        };
        var given = new Option<bool>("--pretokenized")
        {
            Description = "Read CoNLL-U and keep its sentences and words; only their forms and spacing are read.",
        };
        var command = new Command("parse", "Reads the syntax of texts: sentences, words, tags, lemmas, dependency trees and names.")
        {
            files,
            language,
            conllu,
            json,
            jsonLines,
            given,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var (asJson, asLines, isGiven) = (call.GetValue(json), call.GetValue(jsonLines), call.GetValue(given));
            if ((asJson ? 1 : 0) + (asLines ? 1 : 0) + (call.GetValue(conllu) || isGiven ? 1 : 0) > 1)
                throw new ProblemException(
                    Problems.Usage("more than one form of output is asked for", "choose one of --conllu, --json, --jsonl"),
                    ExitCode.Usage
                );
            var names = call.GetValue(files);
            if (names is not { Length: > 0 } && !session.InputIsTerminal)
                names = [InputFiles.StandardInput];
            var inputs = InputArguments.Open(session, names);
            using var model = session.OpenModel(InputArguments.ChoiceOf(call.GetValue(language)));
            var run = new ParsingRun(session, new SyntaxReader(model));
            if (isGiven)
                return run.WriteGiven(inputs);
            if (asJson)
                return run.WriteOne(inputs);
            return run.WriteAll(inputs, asLines);
        });
        return command;
    }
}
