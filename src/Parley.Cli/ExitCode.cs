namespace Parley.Cli;

/// <summary>What the program's exit codes mean; the same for all commands.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>Some inputs were skipped, each named with its reason; the others were done.</summary>
    public const int SomeSkipped = 1;

    /// <summary>The call is wrong: nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Nothing could be read, the language model included.</summary>
    public const int NothingRead = 3;

    /// <summary>Something that was checked is not what it should be.</summary>
    public const int Wrong = 5;

    /// <summary>The code for a run with so many inputs read and skipped.</summary>
    public static int Of(int read, int skipped) =>
        skipped == 0 ? Done
        : read == 0 ? NothingRead
        : SomeSkipped;
}
