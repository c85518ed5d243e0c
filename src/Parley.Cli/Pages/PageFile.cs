using System.Text;
using Parley.Intake;

namespace Parley.Cli.Pages;

/// <summary>Writes a page so that a reader of the file sees the old one or the new one, never half of one.</summary>
internal static class PageFile
{
    /// <summary>Stops the call when the file cannot be written, before the work is done.</summary>
    public static void CheckFolder(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file));
        if (Directory.Exists(file))
            throw Stop(file, "it is a folder");
        if (!Directory.Exists(folder))
            throw Stop(file, "its folder does not exist");
    }

    /// <summary>Writes beside the file, then renames.</summary>
    public static void Write(string file, string page)
    {
        var temporary = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw Stop(file, e is UnauthorizedAccessException ? "permission denied" : e.Message);
        }
    }

    private static ProblemException Stop(string file, string why) => new(Problems.CannotWrite(file, why), ExitCode.Usage);
}
