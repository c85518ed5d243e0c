namespace Parley.Eval;

/// <summary>A folder that is gone when its user is done.</summary>
internal sealed class Scratch : IDisposable
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("parley-eval-").FullName;

    /// <summary>A file in it.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
