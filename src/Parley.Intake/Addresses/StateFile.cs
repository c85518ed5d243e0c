namespace Parley.Intake.Addresses;

/// <summary>Writes small files whole or not at all.</summary>
internal static class StateFile
{
    /// <summary>Writes beside the file, makes sure that it lies on the disk, and puts it in its place.</summary>
    public static Problem? Write(string file, byte[] bytes)
    {
        var beside = file + ".new";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, file, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return AddressProblems.StateFails(file, e.Message.ReplaceLineEndings(" "));
        }
    }
}
