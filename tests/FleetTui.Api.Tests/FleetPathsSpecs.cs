namespace FleetTui.Api.Tests;

public sealed class FleetPathsSpecs
{
    [Fact]
    public void Sockets_stay_under_the_limit_of_a_unix_address_however_long_the_repository_path_is()
    {
        var paths = FleetPaths.For("/" + new string('x', 400) + "/.git", _ => null, 4_000_000_000);

        Assert.True(paths.DaemonSocket.Length <= 107);
        Assert.StartsWith("/tmp/fleet-4000000000/", paths.HostSocket, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("run")]
    public void A_runtime_directory_that_is_not_absolute_is_none(string value) =>
        Assert.StartsWith("/tmp/fleet-7/", FleetPaths.For("/a/.git", _ => value, 7).DaemonSocket, StringComparison.Ordinal);

    [Fact]
    public void Two_repositories_never_share_a_socket()
    {
        Func<string, string?> environment = name => name == "XDG_RUNTIME_DIR" ? "/run/user/7" : null;

        var one = FleetPaths.For("/a/.git", environment, 7);
        var other = FleetPaths.For("/b/.git", environment, 7);

        Assert.StartsWith("/run/user/7/fleet/", one.DaemonSocket, StringComparison.Ordinal);
        Assert.NotEqual(one.DaemonSocket, other.DaemonSocket);
    }
}
