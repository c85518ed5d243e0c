using Parley.Links;
using Parley.Onnx;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Tests;

/// <summary>The accurate model of the repository, loaded once for all tests.</summary>
internal static class TestModel
{
    private static readonly Lazy<ILanguageModel> s_model = new(() => OnnxLanguageModel.Open(Repository.Path("models", "en")));

    private static readonly Lazy<Reader> s_reader = new(() => new Reader(s_model.Value));

    /// <summary>The reader of testimony.</summary>
    public static ITestimonyModel Testimony { get; } = OnnxTestimonyModel.Open(Repository.Path("models", "en-testimony"));

    /// <summary>The model.</summary>
    public static ILanguageModel Model => s_model.Value;

    /// <summary>A reader over the model.</summary>
    public static Reader Reader => s_reader.Value;

    /// <summary>Reads a text.</summary>
    public static Reading Read(string text, string? published = null) =>
        Reader.Read(new SourceDocument { Text = text, Published = published });

    /// <summary>Reads the syntax of a text.</summary>
    public static ParsedText Parse(string text, string? published = null) =>
        Reader.Parse(new SourceDocument { Text = text, Published = published });
}
