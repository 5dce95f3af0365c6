using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests;

/// <summary><c>fleet vt</c> as conformance suites run it: its own way through the program, so its own failures.</summary>
public sealed class VtSpecs
{
    [Fact]
    public async Task Two_runs_into_one_file_stand_one_after_the_other()
    {
        await using var world = new UserWorld();

        var run = await ShellAsync(world, "(printf one | \"$FLEET\" vt --rows 1; printf two | \"$FLEET\" vt --rows 1) > both; cat both");

        Assert.Equal((0, "one\ntwo\n", ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task The_rest_of_a_shared_input_is_read_from_where_it_stands()
    {
        await using var world = new UserWorld();

        var run = await ShellAsync(world, "printf 'first\\nsecond' > input; (read -r line; \"$FLEET\" vt --rows 1) < input");

        Assert.Equal((0, "second\n"), (run.Code, run.Output));
    }

    [Theory]
    [InlineData("printf x | \"$FLEET\" vt > /dev/full", 1, "No space left on device")]
    [InlineData("\"$FLEET\" vt --columns 3 < /dev/null", 2, "none of")]
    [InlineData("\"$FLEET\" vt --json --rows 1000 --cols 1000 < /dev/null | head -c 1", 0, "")]
    public async Task What_goes_wrong_is_told_in_a_sentence_and_by_the_exit_code(string command, int code, string told)
    {
        await using var world = new UserWorld();

        var run = await ShellAsync(world, $"set -o pipefail; {command}");

        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("bug", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_is_a_verb_as_well()
    {
        await using var world = new UserWorld();

        Assert.Equal((await world.DoneAsync(world["home"], "--version")).Output, (await world.DoneAsync(world["home"], "version")).Output);
    }

    private static Task<ProgramRun> ShellAsync(UserWorld world, string script) => ProgramRun.OfAsync(
        "/bin/bash", ["-c", script], world["home"], new Dictionary<string, string>(world.Environment) { ["FLEET"] = BuiltFleet.Executable }, TimeSpan.FromMinutes(1));
}
