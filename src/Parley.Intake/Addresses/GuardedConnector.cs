using System.Net;
using System.Net.Sockets;

namespace Parley.Intake.Addresses;

/// <summary>Connects to a host by an address that was checked: the name is resolved once, and what is connected to is what was looked at, so that no second answer of a name server can lead elsewhere.</summary>
/// <param name="options">Whether private addresses are allowed, and who resolves names.</param>
internal sealed class GuardedConnector(FetchOptions options)
{
    /// <summary>Opens a connection; throws <see cref="PrivateAddressException"/> where no address may be had.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal)
            ? [literal]
            : await options.Resolve(host, cancel).ConfigureAwait(false);
        Exception? fault = null;
        foreach (var address in addresses)
        {
            if (!options.AllowsPrivate && !options.IsPublic(address))
            {
                fault ??= new PrivateAddressException(address);
                continue;
            }
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancel).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not SocketException)
                    throw;
                fault = e;
            }
        }
        throw fault ?? new SocketException((int)SocketError.HostNotFound);
    }
}
