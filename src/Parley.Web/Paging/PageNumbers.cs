using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Intake;
using Parley.Web.Server;

namespace Parley.Web.Paging;

/// <summary>Long lists come in parts: <c>first=</c> is the number of the first item that is shown, counted from 0.</summary>
internal static class PageNumbers
{
    /// <summary>The first item to show; throws where it is no number.</summary>
    public static int First(IQueryCollection query) =>
        query["first"].ToString() is not { Length: > 0 } value ? 0
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first
        : throw ProblemException.Field("first", Problems.NotOneOf("first", value, "a number from 0"));
}
