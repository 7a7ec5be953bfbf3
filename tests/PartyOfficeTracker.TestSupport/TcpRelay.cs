using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace PartyOfficeTracker.TestSupport;

/// <summary>Stands between the application and its server, and can be cut.</summary>
public sealed class TcpRelay : IDisposable
{
    private const int DefaultPort = 1433;

    private readonly List<TcpClient> _open = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private string _host = "";
    private int _port;
    private volatile bool _cut;

    /// <summary>The same connection through this relay. Only for servers named as host or host,port.</summary>
    public string Through(string connectionString)
    {
        var connection = new SqlConnectionStringBuilder(connectionString);
        var server = connection.DataSource.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',');
        (_host, _port) = (server[0], server.Length > 1 ? int.Parse(server[1], CultureInfo.InvariantCulture) : DefaultPort);
        _listener.Start();
        _ = AcceptAsync();
        connection.DataSource = string.Create(CultureInfo.InvariantCulture, $"tcp:127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port}");
        return connection.ConnectionString;
    }

    public void Cut()
    {
        _cut = true;
        lock (_open)
        {
            _open.ForEach(c => c.Dispose());
            _open.Clear();
        }
    }

    public void Mend() => _cut = false;

    public void Dispose()
    {
        Cut();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                if (_cut)
                {
                    client.Dispose();
                    continue;
                }

                _ = RelayAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(_host, _port);
            lock (_open)
            {
                _open.AddRange([client, server]);
            }

            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or closed by one of the two.
        }
        finally
        {
            client.Dispose();
        }
    }
}
