namespace Parley.Web.Work;

/// <summary>Holds something of the work folder for one server, until it is disposed of or the process ends.</summary>
/// <param name="file">The file that is held open.</param>
public sealed class WorkLock(FileStream file) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
