#if !FAST_MODEL_ONLY
using System.CommandLine;
using System.Text;
using Parley.Intake;
using Parley.Web.Users;

namespace Parley.Cli;

/// <summary><c>parley users</c>: who may log in to the workbench.</summary>
internal static class UsersCommand
{
    private const int MostBytes = 4096;

    /// <summary>The command with its own commands.</summary>
    public static Command Create() =>
        new("users", "Keeps the file of those who may log in to the workbench: roles, passwords and tokens, both hashed.")
        {
            Add(),
            Remove(),
            List(),
            Token(),
        };

    private static Command Add()
    {
        var (file, name) = (FileOption(), Name());
        var role = new Option<string>("--role")
        {
            Description = "reader looks and asks; reviewer corrects and adds too; admin sees who did what too.",
            HelpName = "reader|reviewer|admin",
            DefaultValueFactory = _ => "reader",
        };
        var command = new Command(
            "add",
            "Adds a user, or gives one that is there another role and password. The password is asked for, or one line of standard input."
        )
        {
            name,
            file,
            role,
        };
        return Acting(
            command,
            call =>
            {
                var (session, word) = (Session.Of(call), call.GetValue(role)!);
                if (!Enum.TryParse<UserRole>(word, ignoreCase: true, out var given) || !Enum.IsDefined(given) || char.IsAsciiDigit(word[0]))
                    throw new ProblemException(Problems.NotOneOf("--role", word, "reader, reviewer, admin"), ExitCode.Usage);
                var who = call.GetRequiredValue(name);
                Desk(call, file).Add(who, given, Password(session), session.Now());
                session.Output.WriteLine($"{who} may log in as {word.ToLowerInvariant()}");
            }
        );
    }

    private static Command Remove()
    {
        var (file, name) = (FileOption(), Name());
        return Acting(
            new Command("remove", "Removes a user with his tokens; who is logged in is out at once.") { name, file },
            call =>
            {
                Desk(call, file).Remove(call.GetRequiredValue(name));
                Session.Of(call).Output.WriteLine($"{call.GetRequiredValue(name)} is removed");
            }
        );
    }

    private static Command List()
    {
        var file = FileOption();
        return Acting(
            new Command("list", "Shows the users, their roles and the ids of their tokens.") { file },
            call =>
            {
                foreach (var user in new UserFile(call.GetRequiredValue(file)).Read().Users)
                    Session
                        .Of(call)
                        .Output.WriteLine(
                            $"{user.Name, -24} {user.Role.ToString().ToLowerInvariant(), -9} since {user.Since:yyyy-MM-dd}{string.Concat(user.Tokens.Select(token => $"  token {token.Id} since {token.Since:yyyy-MM-dd}"))}"
                        );
            }
        );
    }

    private static Command Token()
    {
        var (file, name) = (FileOption(), Name());
        var revoke = new Option<string?>("--revoke") { Description = "Take back the token of this id instead.", HelpName = "ID" };
        return Acting(
            new Command("token", "Makes a token, with which a program logs in as the user. It is shown this once.") { name, file, revoke },
            call =>
            {
                var (session, who) = (Session.Of(call), call.GetRequiredValue(name));
                if (call.GetValue(revoke) is { } id)
                {
                    Desk(call, file).RemoveToken(who, id);
                    session.Output.WriteLine($"token {id} of {who} is taken back");
                }
                else
                    session.Output.WriteLine(Desk(call, file).AddToken(who, session.Now()));
            }
        );
    }

    private static Command Acting(Command command, Action<ParseResult> act)
    {
        command.SetAction(call =>
        {
            try
            {
                act(call);
                return ExitCode.Done;
            }
            catch (Web.Server.ProblemException e)
            {
                throw new ProblemException(e.Problem, e.Status < 500 ? ExitCode.Usage : ExitCode.NothingRead);
            }
        });
        return command;
    }

    private static Option<string> FileOption() =>
        new("--users")
        {
            Description = "The file of users.",
            HelpName = "FILE",
            Required = true,
        };

    private static Argument<string> Name() => new("NAME") { Description = "The user's name." };

    private static UserDesk Desk(ParseResult call, Option<string> file) => new(new UserFile(call.GetRequiredValue(file)));

    /// <summary>Typed without being shown, or one line of standard input; never an argument, which others on the computer could see.</summary>
    private static string Password(Session session)
    {
        var password = session.InputIsTerminal ? Typed(session) : Line(session.OpenInput());
        return password.Length > 0 ? password : throw new ProblemException(UserProblems.NoPassword(), ExitCode.Usage);
    }

    private static string Line(Stream input)
    {
        using var reader = new StreamReader(input, Encoding.UTF8);
        var letters = new char[MostBytes];
        return new string(letters, 0, reader.ReadBlock(letters)).Split('\n')[0].TrimEnd('\r');
    }

    private static string Typed(Session session)
    {
        if (Console.IsInputRedirected)
            return "";
        session.Error.Write("Password: ");
        var password = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
                password.Length = Math.Max(0, password.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                password.Append(key.KeyChar);
        }
        session.Error.WriteLine();
        return password.ToString();
    }
}
#endif
