using System.Diagnostics;
using OpenTelemetry;

namespace Parley.Web.Telemetry;

/// <summary>Takes out of traces what could tell who asks for what: the question behind an address, the browser, the address it comes from.</summary>
internal sealed class QuietTraces : BaseProcessor<Activity>
{
    private static readonly string[] s_fields = ["url.query", "url.full", "user_agent.original", "client.address", "network.peer.address"];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var field in s_fields)
            if (data.GetTagItem(field) is not null)
                data.SetTag(field, null);
    }
}
