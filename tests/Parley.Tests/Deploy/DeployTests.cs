using System.Collections.Immutable;
using System.Diagnostics;
using Parley.Cli;
using Parley.Tests.Intake;
using Xunit;
using YamlDotNet.Serialization;

namespace Parley.Tests.Deploy;

/// <summary>The files of <c>deploy/</c>: they are what systemd, Docker and the program itself understand, and stand as <c>docs/deploy.md</c> tells.</summary>
public sealed class DeployTests
{
    private const string Program = "/opt/parley/parley";

    private static string Unit => File.ReadAllText(Repository.Path("deploy", "parley.service"));

    private static string Page => File.ReadAllText(Repository.Path("docs", "deploy.md"));

    [Fact]
    public void The_units_command_is_one_that_the_program_takes()
    {
        var words = Value("ExecStart").Split(' ');
        Assert.Equal([Program, "serve"], words[..2]);
        Takes(words[1..]);
    }

    [Theory]
    [InlineData("DynamicUser", "yes")]
    [InlineData("ProtectSystem", "strict")]
    [InlineData("ProtectHome", "yes")]
    [InlineData("NoNewPrivileges", "yes")]
    [InlineData("PrivateTmp", "yes")]
    [InlineData("PrivateDevices", "yes")]
    [InlineData("CapabilityBoundingSet", "")]
    [InlineData("SystemCallErrorNumber", "EPERM")]
    [InlineData("StateDirectory", "parley")]
    [InlineData("StateDirectoryMode", "0700")]
    public void The_unit_gives_it_no_more_than_it_needs(string name, string value) => Assert.Equal(value, Value(name));

    [Fact]
    public void The_unit_waits_longer_than_the_server_takes_to_stop() =>
        Assert.True(int.Parse(Value("TimeoutStopSec"), System.Globalization.CultureInfo.InvariantCulture) > 10);

    [Fact]
    public void Systemd_finds_nothing_wrong_with_the_unit()
    {
        const string analyzer = "/usr/bin/systemd-analyze";
        Assert.SkipUnless(File.Exists(analyzer), "systemd is not installed.");
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Root, "parley.service");
        // The program need not be installed where this test runs.
        File.WriteAllText(copy, Unit.Replace(Program, "/bin/true", StringComparison.Ordinal));
        using var process = Process.Start(
            new ProcessStartInfo(analyzer, ["verify", "--man=no", copy]) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        var said = process.StandardError.ReadToEnd() + process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.DoesNotContain("parley.service", said, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void The_composes_command_is_one_that_the_program_takes()
    {
        var words = List(Service("parley")["command"])
            .Select(word => word.StartsWith("${", StringComparison.Ordinal) ? "talks.example.org" : word);
        Takes([.. words]);
    }

    [Fact]
    public void The_compose_opens_no_door_but_the_proxys()
    {
        var services = Map(Compose["services"]);
        Assert.Equal(["caddy"], services.Where(service => Map(service.Value).ContainsKey("ports")).Select(service => service.Key));
        Assert.Equal("true", Map(Map(Compose["networks"])["inside"])["internal"]);
        // The workbench believes the address that the proxy has, and no other.
        var words = List(Service("parley")["command"]);
        var proxy = words[words.IndexOf("--proxy") + 1];
        Assert.Equal(proxy, Map(Map(Service("caddy")["networks"])["inside"])["ipv4_address"]);
        Assert.Equal(["inside"], Map(Service("parley")["networks"]).Keys);
        Assert.Equal(["inside"], Map(Service("postgres")["networks"]).Keys);
    }

    [Fact]
    public void The_container_has_no_rights_of_root()
    {
        var parley = Service("parley");
        Assert.Equal("true", parley["read_only"]);
        Assert.Equal(["ALL"], List(parley["cap_drop"]));
        Assert.Equal(["no-new-privileges:true"], List(parley["security_opt"]));
        Assert.Contains("USER 10001", File.ReadAllText(Repository.Path("deploy", "Dockerfile")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_password_stands_in_a_file_or_on_a_command_line()
    {
        foreach (var (_, service) in Map(Compose["services"]))
        foreach (var (name, value) in Map(service).TryGetValue("environment", out var variables) ? Map(variables) : [])
            if (name.Contains("PASSWORD", StringComparison.Ordinal))
                Assert.StartsWith("${", (string)value, StringComparison.Ordinal);
        Assert.DoesNotContain(List(Service("parley")["command"]), word => word.Contains("PASSWORD", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_names_all_files_and_each_of_its_commands_is_one()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("deploy")).Select(Path.GetFileName))
            if (file is not ("Dockerfile" or "Dockerfile.dockerignore"))
                Assert.Contains($"deploy/{file}", Page, StringComparison.Ordinal);
        var commands = Page.Split('`').Where(code => code.StartsWith("parley serve", StringComparison.Ordinal)).ToList();
        Assert.True(commands.Count >= 3);
        foreach (var command in commands)
            Takes(command.Split(' ')[1..]);
    }

    /// <summary>Fails where the program does not take a call.</summary>
    private static void Takes(string[] words)
    {
        Assert.Equal("serve", words[0]);
        var call = ServeCommand.Create().Parse(words[1..]);
        Assert.True(call.Errors.Count == 0, string.Join("; ", call.Errors.Select(error => error.Message)));
        Assert.Empty(call.UnmatchedTokens);
    }

    private static string Value(string name) =>
        Assert.Single(Unit.Split('\n'), line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];

    private static Dictionary<string, object> Compose =>
        new DeserializerBuilder()
            .Build()
            .Deserialize<Dictionary<string, object>>(File.ReadAllText(Repository.Path("deploy", "compose.yaml")));

    private static Dictionary<string, object> Service(string name) => Map(Map(Compose["services"])[name]);

    private static Dictionary<string, object> Map(object node) =>
        ((Dictionary<object, object>)node).ToDictionary(pair => (string)pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal);

    private static ImmutableArray<string> List(object node) => [.. ((List<object>)node).Cast<string>()];
}
