using System.Runtime.CompilerServices;
using Parley.Answers;

namespace Parley.Tests;

/// <summary>Ledgers of all tests ask the reader of testimony, as the program's do, whichever test comes first.</summary>
internal static class TestimonySetup
{
    [ModuleInitializer]
    internal static void SetUp() => LedgerFunctions.OpenTestimony = static () => TestModel.Testimony;
}
