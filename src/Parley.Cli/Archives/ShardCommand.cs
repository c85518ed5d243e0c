using System.CommandLine;
using System.Globalization;
using Parley.Intake;

namespace Parley.Cli.Archives;

/// <summary><c>parley shard</c>: inputs into shards that many machines can read.</summary>
internal static class ShardCommand
{
    private const int MostArticles = 1_000_000;
    private const int UsualSize = 5000;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = InputArguments.Files();
        var published = InputArguments.Published();
        var intake = new IntakeOptions();
        var folder = new Option<string>("--out")
        {
            Description = "The folder of the archive; a call that was broken off goes on there.",
            HelpName = "DIR",
            Required = true,
        };
        var size = new Option<int>("--size")
        {
            Description = "Articles of a shard.",
            HelpName = "N",
            DefaultValueFactory = _ => UsualSize,
        };
        var command = new Command("shard", "Cuts archives into shards of some thousand articles, which any number of machines read apart.")
        {
            files,
            folder,
            size,
            published,
        };
        intake.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var names = call.GetValue(files);
            var options = intake.Of(session, call);
            using var fetcher = options.Fetcher;
            var inputs = InputArguments.Open(names, options);
            var day = call.GetValue(published);
            var documents = InputArguments.Reader(day);
            var articles = call.GetValue(size);
            if (articles is < 1 or > MostArticles)
                throw new ProblemException(ArchiveProblems.NotASize(articles), ExitCode.Usage);
            var archive = new ArchiveFolder(call.GetRequiredValue(folder));
            var plan = new ShardPlan(articles, FileHashes.OfSources(names!), day, intake.ColumnsAsGiven(call));
            var manifest = new Sharder(session, archive, documents).Run(plan, inputs);
            var skipped = manifest.Skipped.Values.Sum();
            session.Output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{manifest.Shards.Length} shards in {archive.Shards}: {manifest.Articles:N0} articles, {manifest.Duplicates:N0} duplicates left out, {skipped:N0} inputs skipped"
                )
            );
            return skipped == 0 ? ExitCode.Done
                : manifest.Articles == 0 ? ExitCode.NothingRead
                : ExitCode.SomeSkipped;
        });
        return command;
    }
}
