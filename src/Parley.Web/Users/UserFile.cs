using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>
/// The file of users. It is read anew when it changed, so that a user who is removed is out at once; one that is damaged lets nobody in. It is
/// written whole beside the old one and put in its place, and only its owner may read it.
/// </summary>
/// <param name="path">The file.</param>
public sealed class UserFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _gate = new();
    private ((DateTime Written, long Length) Stamp, UserList List)? _kept;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Who is in it now; throws <see cref="ProblemException"/> where it is not there or damaged.</summary>
    public UserList Read()
    {
        var info = new FileInfo(path);
        if (!info.Exists)
            throw new ProblemException(UserProblems.NoUserFile(path), StatusCodes.Status503ServiceUnavailable);
        var stamp = (info.LastWriteTimeUtc, info.Length);
        lock (_gate)
        {
            if (_kept is { } kept && kept.Stamp == stamp)
                return kept.List;
            var list = Load();
            _kept = (stamp, list);
            return list;
        }
    }

    /// <summary>Checks at a start that the file can be used: others may not write to it, and somebody is in it.</summary>
    public void Check()
    {
        if (Read().Users.IsEmpty)
            throw new ProblemException(UserProblems.NoUsers(path));
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0)
            throw new ProblemException(UserProblems.OpenUserFile(path));
    }

    /// <summary>Changes the file; a file that is not there has nobody in it.</summary>
    public void Change(Func<UserList, UserList> change)
    {
        try
        {
            // One after the other, whoever calls.
            using var turn = new FileStream(
                $"{path}.lock",
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            var list = change(File.Exists(path) ? Load() : UserList.Empty);
            var next = $"{path}.new";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            File.Delete(next);
            using (var stream = new FileStream(next, options))
            {
                JsonSerializer.Serialize(stream, list, UserJson.Default.UserList);
                stream.Flush(flushToDisk: true);
            }
            File.Move(next, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(UserProblems.UserFileFails(path, e.Message), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private UserList Load()
    {
        try
        {
            using var stream = File.OpenRead(path);
            var list = JsonSerializer.Deserialize(stream, UserJson.Default.UserList);
            return
                list is { Version: UserList.CurrentVersion, Users.IsDefault: false }
                && list.Users.All(user => user is { Tokens.IsDefault: false } && Enum.IsDefined(user.Role))
                ? list
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new ProblemException(UserProblems.UserFileFails(path, "it is damaged"), StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(UserProblems.UserFileFails(path, e.Message), StatusCodes.Status503ServiceUnavailable);
        }
    }
}
