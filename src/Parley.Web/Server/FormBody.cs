using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Parley.Web.Server;

/// <summary>Reads the bodies of forms, which may be long only where files are handed in, and have to come in time.</summary>
internal static class FormBody
{
    /// <summary>Where files are handed in.</summary>
    public const string UploadPath = "/add";

    /// <summary>The most bytes of one file.</summary>
    public const long MostFileBytes = 10_000_000;

    /// <summary>The most files.</summary>
    public const int MostFiles = 200;

    /// <summary>The most bytes in all.</summary>
    public const long MostUploadBytes = 256_000_000;

    /// <summary>The most bytes of a form without files.</summary>
    private const long MostFormBytes = 1_000_000;

    private const int MostValues = 2048;

    /// <summary>How long a body may take.</summary>
    private static readonly TimeSpan s_time = TimeSpan.FromMinutes(2);

    /// <summary>Sets the limits of forms.</summary>
    public static void Limit(FormOptions form)
    {
        form.MultipartBodyLengthLimit = MostFileBytes;
        form.ValueLengthLimit = (int)MostFileBytes;
        form.ValueCountLimit = MostValues;
    }

    /// <summary>Reads the body of a form, so that what is wrong with it is said as what it is.</summary>
    public static async Task Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return;
        var isUpload = http.Request.Path == UploadPath;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = isUpload ? MostUploadBytes : MostFormBytes;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        time.CancelAfter(s_time);
        try
        {
            await http.Request.ReadFormAsync(time.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw new ProblemException(WebProblems.TooSlow((int)s_time.TotalSeconds), StatusCodes.Status408RequestTimeout);
        }
        catch (InvalidDataException e)
        {
            throw e.Message.Contains("limit", StringComparison.OrdinalIgnoreCase)
                ? new ProblemException(
                    WebProblems.TooMuch($"a file or field is longer than {MostFileBytes / 1_000_000} MB, or there are too many"),
                    StatusCodes.Status413PayloadTooLarge
                )
                : new ProblemException(WebProblems.BadRequest("its form is damaged"));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new ProblemException(
                WebProblems.TooMuch($"all together is longer than {(isUpload ? MostUploadBytes : MostFormBytes) / 1_000_000} MB"),
                StatusCodes.Status413PayloadTooLarge
            );
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // A form of parts that ends in the middle of one.
            throw new ProblemException(WebProblems.BadRequest("its form is damaged"));
        }
        if (http.Request.Form.Files.Count > (isUpload ? MostFiles : 0))
            throw new ProblemException(
                WebProblems.TooMuch($"there are more than {(isUpload ? MostFiles : 0)} files"),
                StatusCodes.Status413PayloadTooLarge
            );
    }
}
