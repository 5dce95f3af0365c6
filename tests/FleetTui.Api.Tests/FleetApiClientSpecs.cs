using FleetTui.Api.Client;
using FleetTui.Testing;

namespace FleetTui.Api.Tests;

public sealed class FleetApiClientSpecs
{
    private const string Status =
        """{"fleet":{"name":"demo","repository":"/r","version":"0.1.0"},"slots":[{"number":1,"id":"ps1","label":"PS#1","role":"","roleTitle":"","agent":"sh","account":"","state":"unknown","detail":"","since":"2026-11-20T08:00:00+00:00","source":"process","worktree":"/w","branch":"b","ahead":2,"behind":0,"dirty":1,"landing":"none","landingReason":"","attention":false,"pid":17}],"lane":{"state":"idle","reason":"","target":"main","queue":[],"landed":0,"rejectedPushes":0,"lastLanded":null,"recent":[]}}""";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_status_is_read_in_camel_case()
    {
        using var daemon = new CannedDaemon(CannedDaemon.Json(200, "application/json", Status));
        await using var client = new FleetApiClient(daemon.SocketPath);

        var status = await client.StatusAsync(stop);

        Assert.Equal(("demo", "ps1", 2, 17), (status.Fleet.Name, status.Slots[0].Id, status.Slots[0].Ahead, status.Slots[0].Pid));
        Assert.StartsWith("GET /api/status HTTP/1.1\r\n", await daemon.Request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_daemon_is_exit_code_3_and_says_how_to_start_one()
    {
        using var directory = new TemporaryDirectory();
        await using var client = new FleetApiClient(directory["none.sock"]);

        var error = await Assert.ThrowsAsync<FleetApiException>(() => client.StatusAsync(stop));

        Assert.Equal(3, error.ExitCode);
        Assert.Contains("fleet up", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_daemon_that_goes_away_in_the_middle_is_exit_code_3()
    {
        using var daemon = new CannedDaemon("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
        await using var client = new FleetApiClient(daemon.SocketPath);

        Assert.Equal(3, (await Assert.ThrowsAsync<FleetApiException>(() => client.StatusAsync(stop))).ExitCode);
    }

    [Fact]
    public async Task A_refusal_carries_its_sentence_and_exit_code()
    {
        using var daemon = new CannedDaemon(CannedDaemon.Json(404, "application/problem+json", """{"title":"No such slot","status":404,"detail":"There is no slot 'ps9'; the slots are ps1, ps2.","exitCode":2}"""));
        await using var client = new FleetApiClient(daemon.SocketPath);

        var error = await Assert.ThrowsAsync<FleetApiException>(() => client.WhyAsync("ps9", stop));

        Assert.Equal((2, "There is no slot 'ps9'; the slots are ps1, ps2."), (error.ExitCode, error.Message));
    }

    [Fact]
    public async Task A_slots_name_cannot_reach_another_path_and_the_token_goes_along()
    {
        using var daemon = new CannedDaemon(CannedDaemon.Json(200, "application/json", ""));
        await using var client = new FleetApiClient(daemon.SocketPath, "secret");

        await client.SendAsync("../lane/pause", "hi", enter: true, stop);

        var request = await daemon.Request;
        Assert.StartsWith("POST /api/slots/..%2Flane%2Fpause/send HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer secret\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("""{"text":"hi","enter":true}""", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stream_gives_statuses_and_log_entries_however_it_is_cut_and_ends_with_the_daemon()
    {
        const string Entry = """{"id":7,"at":"2026-11-20T08:00:00+00:00","kind":"slot.started","slot":"ps1","message":"Slot ps1 started."}""";
        using var daemon = new CannedDaemon(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\nevent: sta",
            $"tus\ndata: {Status}\n\nid: 7\nevent: log\r\ndata: {Entry[..40]}",
            $"{Entry[40..]}\n\nevent: later\ndata: {{}}\n\nevent: status\ndata: {{\"cut");
        await using var client = new FleetApiClient(daemon.SocketPath);

        var updates = new List<FleetUpdate>();
        await foreach (var update in client.StreamAsync(stop))
        {
            updates.Add(update);
        }

        Assert.Equal(2, updates.Count);
        Assert.Equal("demo", updates[0].Status!.Fleet.Name);
        Assert.Equal(7, updates[1].Entry!.Id);
    }
}
