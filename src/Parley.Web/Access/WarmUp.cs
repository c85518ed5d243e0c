using Microsoft.Extensions.Hosting;
using Parley.Answers;
using Parley.Ledger;
using Parley.Web.Server;

namespace Parley.Web.Access;

/// <summary>Makes the answers of a large ledger when the server has started, so that the first who asks for a screen need not wait for them.</summary>
internal sealed class WarmUp(LedgerAccess access, ReadyAnswers ready, ServerOptions options) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Action<ILedger>[] answers =
        [
            ledger => ready.WholeBoard(ledger),
            ledger => ready.Board(ledger, new Question(), options.Now()),
            ledger => ready.Claims(ledger, null),
            ledger => ready.Timeline(ledger, null),
            ledger => ready.Figures(ledger, null),
            ledger => ready.Matrix(ledger, new Question(), null),
            ledger => ready.Stories(ledger, null),
            ledger => ready.Articles(ledger, null, null),
        ];
        try
        {
            await access.Calm(stoppingToken);
            if (await access.Ask(ledger => ledger.Count(ReadingQuery.All), stoppingToken) <= ReadyAnswers.Large)
                return;
            foreach (var answer in answers)
                await access.Ask(
                    ledger =>
                    {
                        answer(ledger);
                        return true;
                    },
                    stoppingToken
                );
        }
        catch (Exception e) when (e is OperationCanceledException or LedgerException or ObjectDisposedException)
        {
            // Whoever asks first makes them.
        }
    }
}
