using System.Reflection;
using Parley.Cli.Archives;
using Parley.Exports;
using Parley.Intake;
using Parley.Web.Server;
using Parley.Web.Users;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class ErrorPageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.Path("docs", "errors.md"));

    public static TheoryData<string> Codes => [.. All().Select(problem => problem.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_number_has_its_place_on_the_page(string code) => Assert.Contains($"## {code} ", s_page, StringComparison.Ordinal);

    [Fact]
    public void Every_place_on_the_page_has_its_number()
    {
        var headings = s_page
            .Split('\n')
            .Where(line => line.StartsWith("## PRL", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1]);
        Assert.Equal(All().Select(problem => problem.Code).Order(StringComparer.Ordinal), headings);
    }

    [Fact]
    public void Every_problem_is_one_line_that_says_what_to_do() =>
        Assert.All(All(), problem => Assert.Matches(@"^PRL\d{4}: [^;\n]+; [^\n]*[^.\n]$", problem.ToString()));

    private static List<Problem> All() =>
        [
            .. typeof(Problems)
                .GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Concat(typeof(WebProblems).GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Concat(typeof(UserProblems).GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Concat(typeof(IntakeProblems).GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Concat(typeof(AddressProblems).GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Concat(typeof(ArchiveProblems).GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Concat(typeof(ExportProblems).GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Select(make => (Problem)make.Invoke(null, [.. make.GetParameters().Select(Argument)])!),
        ];

    private static object Argument(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(int) ? 2
        : parameter.ParameterType == typeof(long) ? 2L
        : parameter.ParameterType == typeof(Exception) ? new InvalidOperationException("x")
        : "x";
}
