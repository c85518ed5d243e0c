using Parley.Links;
using Parley.Models;
using Parley.Onnx;
using Parley.Syntax;
using Parley.Syntax.Fast;

namespace Parley.Eval;

/// <summary>Opens the language models of the repository for measures that the command line does not give.</summary>
internal static class SemanticModels
{
    /// <summary>The model that <c>--model</c> calls so.</summary>
    public static ILanguageModel Open(string name) =>
        name == "fast" ? FastLanguageModel.Open(Folder("en-fast")) : OnnxLanguageModel.Open(Folder("en"));

    /// <summary>The reader of testimony, which ledgers ask whatever model read their articles.</summary>
    public static ITestimonyModel Testimony { get; } = OnnxTestimonyModel.Open(Folder("en-testimony"));

    private static string Folder(string name) =>
        ModelManifest.FindFolder(name) ?? throw new InvalidOperationException($"models/{name} stands nowhere above the tool");
}
