using FleetTui.Daemon.Slots;

namespace FleetTui.Daemon.Tests;

public sealed class RestartPolicySpecs
{
    [Theory]
    [InlineData("never", true, false)]
    [InlineData("never", false, false)]
    [InlineData("on-crash", true, true)]
    [InlineData("on-crash", false, false)]
    [InlineData("always", true, true)]
    [InlineData("always", false, true)]
    public void The_rule_says_whether_an_agent_that_ended_is_started_again(string rule, bool crashed, bool again) =>
        Assert.Equal(again, new RestartPolicy().AfterEnd(rule, crashed, TimeSpan.FromHours(1)) is RestartDecision.After);

    [Fact]
    public void Each_quick_end_doubles_the_pause_until_it_is_given_up()
    {
        var policy = new RestartPolicy();
        var decisions = Enumerable.Range(0, 6).Select(_ => policy.AfterEnd("on-crash", crashed: true, TimeSpan.FromSeconds(2))).ToList();

        Assert.Equal([1, 2, 4, 8, 16], decisions.OfType<RestartDecision.After>().Select(after => after.Delay.TotalSeconds));
        Assert.Contains("6 times in a row", Assert.IsType<RestartDecision.GiveUp>(decisions[^1]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_of_a_minute_or_a_start_by_the_user_forgets_earlier_failures()
    {
        var policy = new RestartPolicy();
        for (var i = 0; i < 4; i++)
        {
            policy.AfterEnd("always", crashed: true, TimeSpan.FromSeconds(2));
        }

        Assert.Equal(new RestartDecision.After(TimeSpan.FromSeconds(1)), policy.AfterEnd("always", crashed: true, TimeSpan.FromMinutes(2)));
        policy.Reset();
        Assert.Equal(new RestartDecision.After(TimeSpan.FromSeconds(1)), policy.AfterEnd("always", crashed: true, TimeSpan.FromSeconds(2)));
    }
}
