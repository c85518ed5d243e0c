using System.Collections.Immutable;
using System.CommandLine;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Cli.Views;

namespace Parley.Cli;

/// <summary><c>parley stories</c>: articles that tell of one thing.</summary>
internal static class StoriesCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var command = new Command(
            "stories",
            "Shows articles that tell of one thing together, with how many outlets and origins they have."
        );
        query.AddTo(command);
        command.SetAction(call =>
        {
            var (session, question) = (Session.Of(call), query.Of(call));
            var readings = question.Readings();
            var all = StoryJoiner.Join(readings);
            question.CheckParty(
                readings,
                all.SelectMany(story => story.Articles).SelectMany(article => article.Sides).Select(side => ((string?)side, (string?)null))
            );
            var stories = StoriesAnswer.Chosen(all, question);
            if (question.Json)
                LedgerJson.Write(session, stories);
            else
                Write(new Sheet(session), stories, EmptyLedger.Why(readings.Length, question, "story", "stories"));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Sheet sheet, ImmutableArray<Story> stories, string empty)
    {
        if (stories.IsEmpty)
            sheet.Plain(empty);
        for (var at = 0; at < stories.Length; at++)
        {
            var story = stories[at];
            if (at > 0)
                sheet.Blank();
            sheet.Head($"{story.Id} · {story.Title ?? "Untitled"}");
            sheet.Line("days", story.From == story.To ? story.From ?? "undated" : $"{story.From} to {story.To}");
            sheet.Line(
                "counted",
                $"{Sheet.Number(story.Articles.Length, "report")} · {Sheet.Number(story.Outlets, "outlet")} · {Sheet.Number(story.Origins, "independent origin")}"
            );
            var label = "articles";
            foreach (var article in story.Articles)
            {
                var copy = article.CopyOf is { } original ? $" (copy of {original})" : "";
                sheet.Line(label, $"{article.Published ?? "undated"} {article.Outlet}{copy}: {article.Title ?? "untitled"}");
                label = "";
            }
        }
    }
}
