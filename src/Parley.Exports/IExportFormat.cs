using System.Collections.Immutable;

namespace Parley.Exports;

/// <summary>A format in which a ledger can be had. What it writes depends on nothing but the ledger and what is asked: the same gives the same bytes.</summary>
public interface IExportFormat
{
    /// <summary>Its name, as <c>parley export</c> takes it.</summary>
    string Name { get; }

    /// <summary>What it holds, in half a sentence.</summary>
    string Holds { get; }

    /// <summary>The endings of its files, with the dot; the first is that of the main file.</summary>
    ImmutableArray<string> Endings { get; }

    /// <summary>The media type of the main file.</summary>
    string MediaType { get; }

    /// <summary>True where it makes several files, so that it wants a folder.</summary>
    bool IsFolder { get; }

    /// <summary>True where it always holds the whole ledger: nothing can be chosen.</summary>
    bool IsWhole => false;

    /// <summary>Writes it.</summary>
    /// <param name="source">What is asked, and of which ledger; it counts what is left out.</param>
    /// <param name="target">Where the files go.</param>
    /// <exception cref="ExportException">The format cannot hold what is asked.</exception>
    void Write(ExportSource source, ExportTarget target);
}
