using System.Diagnostics.CodeAnalysis;

namespace Parley.Onnx;

/// <summary>Why a model cannot be used, each thrown from here.</summary>
internal static class Throw
{
    [DoesNotReturn]
    public static void MissingFile(string path) =>
        throw new InvalidModelException($"The model's file {path} is missing: install the model again.");

    [DoesNotReturn]
    public static void WrongSize(string path, long expected, long found) =>
        throw new InvalidModelException(
            $"The model's file {path} has {found} bytes where manifest.json says {expected}: it was cut off or altered."
        );

    [DoesNotReturn]
    public static void WrongHash(string path, string expected, string found) =>
        throw new InvalidModelException($"The model's file {path} was altered: sha-256 {found} where manifest.json says {expected}.");

    [DoesNotReturn]
    public static void BadManifest(string path, string reason) =>
        throw new InvalidModelException($"The model's manifest {path} cannot be read: {reason}.");

    [DoesNotReturn]
    public static void BadFile(string path, string reason) =>
        throw new InvalidModelException($"The model's file {path} cannot be used: {reason}.");
}
