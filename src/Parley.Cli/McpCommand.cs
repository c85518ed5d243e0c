#if !FAST_MODEL_ONLY
using System.CommandLine;
using Parley.Stores;
using Parley.Web.Mcp;
using Parley.Web.Server;

namespace Parley.Cli;

/// <summary><c>parley mcp</c>: the ledger's tools for an assistant, over standard input and output.</summary>
internal static class McpCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var file = LedgerFile.Option();
        var write = new Option<bool>("--write") { Description = "Let the assistant correct too, with a reason each time." };
        var command = new Command(
            "mcp",
            "Serves the ledger's tools to an assistant (Model Context Protocol) over standard input and output; read-only."
        )
        {
            file,
            write,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var name = call.GetRequiredValue(file);
            session.LedgerName = PostgresLedger.Shown(name);
            // A ledger that cannot be opened is better said now than to the first who asks.
            LedgerFile.Open(name).Dispose();
            var options = new ServerOptions
            {
                OpenLedger = () => LedgerFile.Open(name),
                LedgerName = session.LedgerName,
                IsReadOnly = !call.GetValue(write),
                AssistantsWrite = call.GetValue(write),
                OpenModel = session.OpenNamed,
                Now = session.Now,
                User = session.User,
            };
            using var input = session.OpenInput();
            using var output = Console.OpenStandardOutput();
            McpServing.RunAsync(options, input, output).GetAwaiter().GetResult();
            return ExitCode.Done;
        });
        return command;
    }
}
#endif
