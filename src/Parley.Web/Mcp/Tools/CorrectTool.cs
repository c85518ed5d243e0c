using System.ComponentModel;
using ModelContextProtocol.Server;
using Parley.Corrections;
using Parley.Web.Correcting;
using Parley.Web.Server;
using Parley.Web.Users;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_correct</c>: says something of records; there alone where the server was started with <c>--write</c>.</summary>
[McpServerToolType]
internal sealed class CorrectTool(ToolDesk desk, CorrectionDesk corrections)
{
    /// <summary>The tool.</summary>
    [McpServerTool(
        Name = "parley_correct",
        Title = "Correct",
        ReadOnly = false,
        Destructive = false,
        Idempotent = false,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Description(
        "Adds to the log of corrections: accept, reject, edit, merge, split, decide or undo. Nothing is deleted, and everything can be undone by the id that is answered. Do it only when a person asked for it, and say why in their words."
    )]
    public Task<ToolAnswer> Run(
        [Description("accept, reject, edit, merge, split, decide or undo.")] string verb,
        [Description("Why, in the words of the person who asked.")] string why,
        [Description("The records (549ae1b4/e4); one for edit, merge and split.")] string[]? records = null,
        [Description("The other record, for merge and split.")] string? other = null,
        [Description("The field, for edit.")] string? field = null,
        [Description("Its new value as JSON or plain words, for edit; the state, for decide.")] string? value = null,
        [Description("The undertaking, for decide.")] string? undertaking = null,
        [Description("The correction or batch to take back, for undo.")] string? id = null,
        CancellationToken cancel = default
    ) =>
        desk.Guard(async () =>
        {
            Visitor.Require(UserRole.Reviewer);
            if (ToolDesk.Word(why) is not { } reason)
                throw ProblemException.Field("why", Parley.Intake.Problems.NoReason("a correction by an assistant"));
            var request = new CorrectionRequest
            {
                Verb = verb,
                Records = [.. records ?? []],
                Other = ToolDesk.Word(other),
                Field = ToolDesk.Word(field),
                Value = value,
                Undertaking = ToolDesk.Word(undertaking),
                Id = ToolDesk.Word(id),
                Why = reason,
            };
            var done = await corrections.Do(request, $"{desk.Bench.User} (assistant)");
            return await desk.Bench.Ask(
                ledger =>
                    desk.Answer(
                        ledger,
                        ToolDesk.Question(null),
                        [.. done.Corrections.Select(Of)],
                        "the log of corrections, as the commands write it",
                        $"Logged; undo it with verb undo and id {done.Id}."
                    ),
                cancel
            );
        });

    private static ToolRecord Of(Correction correction)
    {
        var target = correction.Targets.IsEmpty ? null : correction.Targets[0];
        return new ToolRecord
        {
            Id = correction.Id,
            Kind = "correction",
            What =
                $"{CorrectionJson.Spell(correction.Verb)} {target?.Name ?? correction.Subject ?? correction.Undoes} {correction.Field} {correction.Value}".TrimEnd(),
            Quote = target?.Words,
            Span = target is null ? null : new ToolSpan(target.Article, target.Span.Start, target.Span.End),
            Source = null,
            Status = "in force",
            Confidence = null,
            Facts = new ToolFacts()
                .Add("by", correction.By)
                .Add("why", correction.Why)
                .Add("was", correction.Was)
                .Add("batch", correction.Batch)
                .All,
        };
    }
}
