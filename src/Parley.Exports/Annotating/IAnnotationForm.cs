using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Exports.Annotating;

/// <summary>A file format of an annotation tool: one file an article.</summary>
internal interface IAnnotationForm
{
    /// <summary>Its name, as <c>parley export</c> and <c>parley import</c> take it.</summary>
    string Name { get; }

    /// <summary>The ending of its files, with the dot.</summary>
    string Ending { get; }

    /// <summary>True where the text lies beside the annotations in a file of its own.</summary>
    bool HasTextBeside { get; }

    /// <summary>The file of an article.</summary>
    /// <param name="reading">The article's reading.</param>
    /// <param name="records">The records to annotate.</param>
    string Write(Reading reading, ImmutableArray<Annotated> records);

    /// <summary>The tag that a record has in the file that <see cref="Write"/> made.</summary>
    /// <param name="record">The record.</param>
    /// <param name="number">Its number among the records, from 0.</param>
    string TagOf(Annotated record, int number);

    /// <summary>The annotations of a file; null, with the reason for people, where they are not of this text.</summary>
    /// <param name="file">What the file holds.</param>
    /// <param name="text">The text of the article.</param>
    /// <param name="broken">Takes lines that are not understood, with the reason.</param>
    /// <param name="whyNot">Why there are none.</param>
    ImmutableArray<Mark>? Read(string file, string text, Action<string, string> broken, out string? whyNot);
}
