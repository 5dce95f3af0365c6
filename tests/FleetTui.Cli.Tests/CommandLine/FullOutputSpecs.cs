using FleetTui.Cli.CommandLine;

namespace FleetTui.Cli.Tests.CommandLine;

public sealed class FullOutputSpecs
{
    [Theory]
    [InlineData("keys")]
    [InlineData("status --json")]
    public async Task Output_that_does_not_fit_on_the_disk_is_no_success_and_no_bug(string line)
    {
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var output = new StreamWriter(full, leaveOpen: true);
        using var error = new StringWriter();
        var context = new CliContext("/", output, error, _ => null, new FakeFleet(), TimeProvider.System);

        var code = await FleetCommand.RunAsync(line.Split(' '), context, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("No space left on device", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("bug", error.ToString(), StringComparison.Ordinal);
    }
}
