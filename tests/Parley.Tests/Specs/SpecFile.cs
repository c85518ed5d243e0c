using Xunit;

namespace Parley.Tests.Specs;

/// <summary>One example of a rule book: a text and what is read from it.</summary>
/// <param name="Line">Line of the fence in the file.</param>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Published">Date of publication, from a first line <c>@published 2022-03-30</c>; else null.</param>
/// <param name="Text">The text to read.</param>
/// <param name="Expected">The lines that the stage's printer must give.</param>
/// <param name="IsOpen">True for a known failure: it says what is wanted and is not required yet.</param>
internal sealed record SpecExample(int Line, string Heading, string? Published, string Text, string[] Expected, bool IsOpen = false);

/// <summary>
/// Reads <c>specs/NAME.md</c>: prose with fenced blocks of the language <c>spec</c>; in a block the text, a line with a single dot, the expected lines.
/// A block of <c>spec open REASON</c> is a known failure: what is wanted, and why it is not reached yet; at most a fifth may be open where no other share is given.
/// With PARLEY_MARK_OPEN=1 in the environment the marks are written anew; look at the difference before you commit it.
/// </summary>
internal static class SpecFile
{
    private const string OpenFence = "```spec open ";

    /// <summary>All examples of a rule book.</summary>
    public static IReadOnlyList<SpecExample> Read(string name)
    {
        var examples = new List<SpecExample>();
        var heading = "";
        List<string>? block = null;
        var start = 0;
        var open = false;
        var number = 0;
        foreach (var line in File.ReadLines(Repository.Path("specs", name + ".md")))
        {
            number++;
            if (block is null && line.StartsWith('#'))
                heading = line.TrimStart('#', ' ');
            else if (block is null && (line.TrimEnd() == "```spec" || line.StartsWith(OpenFence, StringComparison.Ordinal)))
                (block, start, open) = ([], number, line.StartsWith(OpenFence, StringComparison.Ordinal));
            else if (block is not null && line.TrimEnd() == "```")
            {
                examples.Add(Example(name, start, heading, block) with { IsOpen = open });
                block = null;
            }
            else
                block?.Add(line);
        }
        return examples;
    }

    /// <summary>
    /// Runs all examples of a rule book through <paramref name="print"/> and fails with all that differ, each with what was expected and found.
    /// </summary>
    public static void Check(string name, Func<SpecExample, IEnumerable<string>> print, int atLeast, double mostOpen = 0.2)
    {
        var examples = Read(name);
        if (Environment.GetEnvironmentVariable("PARLEY_MARK_OPEN") == "1")
            Mark(name, examples, print);
        Assert.True(examples.Count >= atLeast, $"specs/{name}.md has {examples.Count} examples, fewer than {atLeast}.");
        var stillOpen = examples.Count(example => example.IsOpen);
        Assert.True(
            stillOpen <= examples.Count * mostOpen,
            $"specs/{name}.md has {stillOpen} known failures among {examples.Count} examples."
        );
        var failures = new List<string>();
        foreach (var example in examples.Where(example => !example.IsOpen))
        {
            var found = print(example).DefaultIfEmpty("none").ToArray();
            if (!found.SequenceEqual(example.Expected, StringComparer.Ordinal))
                failures.Add(
                    $"specs/{name}.md({example.Line}) {example.Heading}\n  {example.Text}\n"
                        + string.Concat(example.Expected.Except(found).Select(line => $"  - {line}\n"))
                        + string.Concat(found.Except(example.Expected).Select(line => $"  + {line}\n"))
                );
        }
        Assert.True(
            failures.Count == 0,
            $"{failures.Count} of {examples.Count} examples differ (- expected, + found)\n" + string.Concat(failures)
        );
    }

    /// <summary>Writes anew which examples are open, for a new model: those that hold are required again, those that do not tell what is read instead.</summary>
    private static void Mark(string name, IReadOnlyList<SpecExample> examples, Func<SpecExample, IEnumerable<string>> print)
    {
        var path = Repository.Path("specs", name + ".md");
        var lines = File.ReadAllLines(path);
        foreach (var example in examples)
        {
            var found = print(example).DefaultIfEmpty("none").ToArray();
            if (found.SequenceEqual(example.Expected, StringComparer.Ordinal))
                lines[example.Line - 1] = "```spec";
            else if (found.Except(example.Expected).FirstOrDefault() is { } other)
                lines[example.Line - 1] = OpenFence + "the network reads: " + other;
            else
                lines[example.Line - 1] = OpenFence + "the network does not read: " + example.Expected.Except(found).FirstOrDefault();
        }
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }

    private static SpecExample Example(string name, int line, string heading, List<string> block)
    {
        string? published = null;
        if (block.Count > 0 && block[0].StartsWith("@published ", StringComparison.Ordinal))
        {
            published = block[0]["@published ".Length..].Trim();
            block.RemoveAt(0);
        }
        var dot = block.IndexOf(".");
        if (dot < 0)
            throw new InvalidOperationException(
                $"specs/{name}.md({line}): no line with a single dot between the text and what is expected."
            );
        return new SpecExample(
            line,
            heading,
            published,
            string.Join('\n', block.Take(dot)),
            [.. block.Skip(dot + 1).Select(expected => expected.TrimEnd()).Where(expected => expected.Length > 0)]
        );
    }
}
