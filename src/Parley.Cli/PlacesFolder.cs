using Parley.Intake;
using Parley.Models;
using Parley.Places;

namespace Parley.Cli;

/// <summary>Opens the gazetteer of the folder <c>models/places</c>, which lies beside the executable or in a folder above it.</summary>
internal static class PlacesFolder
{
    /// <summary>Opens it; one that is missing or cut short stops the run. That it is unaltered is checked while the language model is opened: see <see cref="Check"/>.</summary>
    public static Gazetteer Open() => OrStop(() => Gazetteer.Default);

    /// <summary>Opens the gazetteer of a folder.</summary>
    public static Gazetteer Open(string folder) => OrStop(() => Gazetteer.Open(folder));

    /// <summary>An altered gazetteer stops the run.</summary>
    public static void Check(Gazetteer places) =>
        OrStop(() =>
        {
            places.Verify();
            return places;
        });

    private static Gazetteer OrStop(Func<Gazetteer> open)
    {
        try
        {
            return open();
        }
        catch (InvalidModelException damage)
        {
            throw new ProblemException(Problems.GazetteerDamaged(damage.Message.TrimEnd('.')), ExitCode.NothingRead);
        }
    }
}
