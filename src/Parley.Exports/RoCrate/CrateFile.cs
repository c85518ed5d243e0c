namespace Parley.Exports.RoCrate;

/// <summary>A file of a crate.</summary>
/// <param name="Path">Its path under the crate.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Hash">SHA-256 as 64 hexadecimal digits.</param>
internal sealed record CrateFile(string Path, long Bytes, string Hash);
