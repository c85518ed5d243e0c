using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Actors;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>The argument and option that every reading command has: its inputs, and their date.</summary>
internal static class InputArguments
{
    /// <summary><c>FILE…</c>, <c>-</c> for standard input. What looks like an option and is no file is a mistake.</summary>
    public static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description =
                "Files (text, HTML, JSON Lines, tables, PDF, Word, e-mail, feeds, Telegram exports), archives of them (zip, tar, gzip, WARC, WACZ), folders, addresses, @FILE for the addresses in a file; - is standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        files.Validators.Add(RefuseOptions);
        return files;
    }

    /// <summary><c>FILE</c>, one article; <c>-</c> for standard input.</summary>
    public static Argument<string> File()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A text file or HTML page, plain or compressed with gzip; - is standard input.",
        };
        file.Validators.Add(RefuseOptions);
        return file;
    }

    private static void RefuseOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(token => LooksLikeOption(token.Value)))
            result.AddError($"there is no option '{token.Value}'");
    }

    /// <summary>True for a word that begins with a hyphen, is not <c>-</c> alone, and is no file.</summary>
    public static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-' && !System.IO.File.Exists(word);

    /// <summary><c>--published DATE</c>.</summary>
    public static Option<string?> Published() =>
        new("--published") { Description = "ISO date of publication (2022-03-30); weekdays are counted from it.", HelpName = "DATE" };

    /// <summary><c>--model accurate|fast</c>.</summary>
    public static Option<string> Model()
    {
        var names = ModelFolder.Choices.Select(NameOf).ToArray();
        var model = new Option<string>("--model")
        {
            Description = $"The language model: {string.Join(", ", names)}.",
            HelpName = string.Join('|', names),
            DefaultValueFactory = _ => names[0],
        };
        model.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !names.Contains(result.Tokens[^1].Value))
                result.AddError(
                    $"there is no model '{result.Tokens[^1].Value}' (there is {string.Join(", ", names)}{(names.Length == 1 ? ", the only one of this build" : "")})"
                );
        });
        return model;
    }

    /// <summary><c>--actors FILE</c>.</summary>
    public static Option<string?> Actors() =>
        new("--actors")
        {
            Description = "Names and codes of your own, in the syntax of PETRARCH's actor and agent dictionaries.",
            HelpName = "FILE",
        };

    /// <summary>The actor list that a call names; each line that is not read is said on standard error. Null where it names none; throws when it cannot be opened.</summary>
    public static ActorList? ListOf(Session session, string? file)
    {
        if (file is null)
            return null;
        if (!System.IO.File.Exists(file))
            throw new ProblemException(Directory.Exists(file) ? Problems.IsFolder(file) : Problems.NotFound(file), ExitCode.Usage);
        string text;
        try
        {
            text = System.IO.File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Problems.CannotOpen(file, e.Message), ExitCode.Usage);
        }
        var list = ActorList.Parse(text);
        foreach (var fault in list.Faults)
            session.Say(Problems.BrokenLine(file, fault.Line, fault.Why));
        return list;
    }

    /// <summary>The model that a call names.</summary>
    public static ModelChoice ChoiceOf(string? name) => ModelFolder.Choices.First(choice => NameOf(choice) == name);

    private static string NameOf(ModelChoice choice) => choice == ModelChoice.Fast ? "fast" : "accurate";

    /// <summary>The inputs of a call; throws when none is named.</summary>
    public static IEnumerable<RawInput> Open(Session session, string[]? files)
    {
        if (files is not { Length: > 0 })
            throw new ProblemException(Problems.NoInput(), ExitCode.Usage);
        return InputFiles.Open(files, session.OpenInput);
    }

    /// <summary>The inputs of a call; throws when none is named.</summary>
    public static IEnumerable<RawInput> Open(string[]? files, InputOptions options) =>
        files is { Length: > 0 } ? InputFiles.Open(files, options) : throw new ProblemException(Problems.NoInput(), ExitCode.Usage);

    /// <summary>A document reader with the date of a call; throws when it is no date.</summary>
    public static DocumentReader Reader(string? published)
    {
        if (published is not null && !IsoDate.IsValid(published))
            throw new ProblemException(Problems.NotADate("--published", published), ExitCode.Usage);
        return new DocumentReader(published);
    }
}
