using System.Diagnostics.CodeAnalysis;

namespace Parley.Models;

/// <summary>Why a model cannot be used, each thrown from here.</summary>
public static class Throw
{
    /// <summary>A file is not there.</summary>
    [DoesNotReturn]
    public static void MissingFile(string path) =>
        throw new InvalidModelException($"The model's file {path} is missing: install the model again.");

    /// <summary>A file has another length than its manifest says.</summary>
    [DoesNotReturn]
    public static void WrongSize(string path, long expected, long found) =>
        throw new InvalidModelException(
            $"The model's file {path} has {found} bytes where manifest.json says {expected}: it was cut off or altered."
        );

    /// <summary>A file has another sha-256 than its manifest says.</summary>
    [DoesNotReturn]
    public static void WrongHash(string path, string expected, string found) =>
        throw new InvalidModelException($"The model's file {path} was altered: sha-256 {found} where manifest.json says {expected}.");

    /// <summary>The manifest is unreadable or does not list what is needed.</summary>
    [DoesNotReturn]
    public static void BadManifest(string path, string reason) =>
        throw new InvalidModelException($"The model's manifest {path} cannot be read: {reason}.");

    /// <summary>A file holds something else than it should.</summary>
    [DoesNotReturn]
    public static void BadFile(string path, string reason) =>
        throw new InvalidModelException($"The model's file {path} cannot be used: {reason}.");
}
