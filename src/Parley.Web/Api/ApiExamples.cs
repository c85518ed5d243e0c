namespace Parley.Web.Api;

/// <summary>What the examples of the description name: records of the ledger that <c>samples/istanbul</c> makes with the fast model.</summary>
internal static class ApiExamples
{
    /// <summary>An undertaking.</summary>
    public const string Undertaking = "rus-reduction-of-operations-2022-03-29";

    /// <summary>A claim.</summary>
    public const string Claim = "c18418794";

    /// <summary>An article, by the first digits of its id.</summary>
    public const string Article = "549ae1b47dbf1cf6";

    /// <summary>A job of adding.</summary>
    public const string Job = "JOB";

    /// <summary>A correction.</summary>
    public const string Correction = """{"verb":"accept","records":["549ae1b4/e4"],"why":"Heard it myself."}""";
}
