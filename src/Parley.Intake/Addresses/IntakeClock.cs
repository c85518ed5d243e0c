namespace Parley.Intake.Addresses;

/// <summary>The time, and waiting; tests set their own, which does not wait.</summary>
/// <param name="Now">What time it is.</param>
/// <param name="Wait">Waits so long.</param>
public sealed record IntakeClock(Func<DateTimeOffset> Now, Action<TimeSpan> Wait)
{
    /// <summary>The clock of the system.</summary>
    public static IntakeClock System { get; } = new(static () => DateTimeOffset.UtcNow, static time => Thread.Sleep(time));
}
