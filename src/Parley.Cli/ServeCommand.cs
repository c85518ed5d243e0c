#if !FAST_MODEL_ONLY
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Parley.Intake;
using Parley.Intake.Addresses;
using Parley.Stores;
using Parley.Web.Server;
using Parley.Web.Telemetry;

namespace Parley.Cli;

/// <summary><c>parley serve</c>: the workbench in the browser.</summary>
internal static class ServeCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var file = LedgerFile.Option();
        file.Required = false;
        var postgres = new Option<string?>("--postgres")
        {
            Description = "The address of a database that keeps the ledger (postgres://…), instead of a file.",
            HelpName = "ADDRESS",
        };
        var urls = new Option<string[]>("--urls")
        {
            Description = "The addresses to listen on: on this computer, with --users also beyond it; port 0 takes a free one.",
            HelpName = "URL",
            DefaultValueFactory = _ => [ServerOptions.DefaultUrl],
            AllowMultipleArgumentsPerToken = true,
        };
        var readOnly = new Option<bool>("--read-only") { Description = "Show only: nothing can be added or corrected." };
        var mcpWrite = new Option<bool>("--mcp-write") { Description = "Let assistants at /mcp correct too, with a reason each time." };
        var makes = new Option<bool>("--new") { Description = "Make the ledger where there is none yet." };
        var work = new Option<string?>("--work")
        {
            Description =
                "The folder for what waits to be read, what was skipped and what browsers were told; without it FILE.work beside the ledger's file.",
            HelpName = "FOLDER",
        };
        var telemetry = new Option<string?>("--telemetry")
        {
            Description =
                "Send traces and metrics (OTLP): to a collector's address, or with 'otlp' to where the variables OTEL_EXPORTER_OTLP_… say.",
            HelpName = "TO",
        };
        var isPrivate = new Option<bool>("--allow-private")
        {
            Description = "Fetch addresses of this computer and of local networks too, where they are added in the browser.",
        };
        var language = InputArguments.Model();
        var doors = new DoorOptions();
        var command = new Command("serve", "Opens the workbench: pages and an API over a ledger, for the browsers of this computer.")
        {
            file,
            postgres,
            makes,
            urls,
            readOnly,
            mcpWrite,
            work,
            telemetry,
            isPrivate,
            language,
        };
        doors.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var name = Ledger(call.GetValue(file), call.GetValue(postgres));
            session.LedgerName = PostgresLedger.Shown(name);
            var folder = WorkFolderOf(name, call.GetValue(work));
            // A ledger that cannot be opened is better said now than to the first who looks.
            (call.GetValue(makes) ? LedgerFile.OpenOrMake(name) : LedgerFile.Open(name)).Dispose();
            var options = new ServerOptions
            {
                OpenLedger = () => LedgerFile.Open(name),
                LedgerName = session.LedgerName,
                Urls = [.. call.GetValue(urls)!.SelectMany(url => url.Split(';', StringSplitOptions.RemoveEmptyEntries))],
                IsReadOnly = call.GetValue(readOnly),
                AssistantsWrite = call.GetValue(mcpWrite),
                OpenModel = session.OpenNamed,
                OpenReading = () => OpenReading(session, InputArguments.ChoiceOf(call.GetValue(language))),
                Fetching = new FetchOptions { AllowsPrivate = call.GetValue(isPrivate) },
                WorkFolder = folder,
                Now = session.Now,
                User = session.User,
                AuditFile = AuditFileOf(name, folder),
                Telemetry = Telemetry(call.GetValue(telemetry)),
            };
            options = doors.Apply(call, options);
            ServeAsync(session, options).GetAwaiter().GetResult();
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task ServeAsync(Session session, ServerOptions options)
    {
        try
        {
            await using var server = await WorkbenchServer.StartAsync(options);
            foreach (var address in server.Addresses)
                await session.Output.WriteLineAsync($"Parley is at {address} (Ctrl+C ends it)");
            await session.Output.WriteLineAsync(DoorOptions.Said(options));
            if (options.Telemetry is { } target)
                await session.Output.WriteLineAsync(target.ToString());
            await session.Output.FlushAsync();
            await server.WaitAsync();
        }
        catch (Web.Server.ProblemException e)
        {
            throw new ProblemException(e.Problem, e.Status < 500 ? ExitCode.Usage : ExitCode.NothingRead);
        }
    }

    /// <summary>The model and what else reads; what is missing is said as the server says it.</summary>
    private static ArticleReading OpenReading(Session session, ModelChoice choice)
    {
        try
        {
            var places = PlacesFolder.Open();
            var model = session.OpenModel(choice);
            PlacesFolder.Check(places);
            return new ArticleReading(new Reader(model), LedgerRuns.Of(choice, model), model);
        }
        catch (ProblemException e)
        {
            throw new Web.Server.ProblemException(e.Problem, 503);
        }
    }

    /// <summary>Beside a file, who did what stands in <c>FILE.audit.jsonl</c>; of a database where its other things are.</summary>
    private static string AuditFileOf(string name, string folder)
    {
        if (!PostgresLedger.IsAddress(name))
            return Path.GetFullPath(name) + ".audit.jsonl";
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "audit.jsonl");
    }

    /// <summary>Beside a file, what waits lies in <c>FILE.work</c>; of a database in the user's own folder for such things.</summary>
    private static string WorkFolderOf(string name, string? folder) =>
        folder is not null ? Path.GetFullPath(folder)
        : PostgresLedger.IsAddress(name)
            ? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
                "parley",
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PostgresLedger.Shown(name))).AsSpan(0, 8))
            )
        : Path.GetFullPath(name) + ".work";

    private static TelemetryTarget? Telemetry(string? option) =>
        TelemetryTarget.TryRead(option, Environment.GetEnvironmentVariable, out var target)
            ? target
            : throw new ProblemException(
                Problems.NotOneOf("--telemetry", option!, "otlp, or an address such as http://127.0.0.1:4318"),
                ExitCode.Usage
            );

    private static string Ledger(string? file, string? postgres)
    {
        if (postgres is not null && !PostgresLedger.IsAddress(postgres))
            throw new ProblemException(
                Problems.NotOneOf("--postgres", postgres, "postgres://USER@HOST/DATABASE and the like"),
                ExitCode.Usage
            );
        return (file, postgres) switch
        {
            (null, null) => throw new ProblemException(Problems.NoLedgerNamed(), ExitCode.Usage),
            ({ } one, null) => one,
            (null, { } address) => address,
            _ => throw new ProblemException(Problems.TwoLedgersNamed(), ExitCode.Usage),
        };
    }
}
#endif
