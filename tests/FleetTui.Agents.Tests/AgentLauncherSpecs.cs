using FleetTui.Agents.Launch;
using FleetTui.Configuration;
using FleetTui.Testing;

namespace FleetTui.Agents.Tests;

public sealed class AgentLauncherSpecs : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void A_plain_command_runs_as_written_with_the_slots_environment()
    {
        Install("bin/work");
        var plan = AgentLauncher.Plan(Request("command", ["work", "--fast"]));

        Assert.Null(plan.Problem);
        Assert.Equal(["work", "--fast"], plan.Command);
        Assert.Equal("ps1", plan.Environment["FLEET_SLOT"]);
        Assert.Equal("unix:/run/daemon.sock", plan.Environment["FLEET_URL"]);
        Assert.Equal("secret", plan.Environment["FLEET_TOKEN"]);
    }

    [Theory]
    [InlineData("claude", "CLAUDE_CONFIG_DIR")]
    [InlineData("codex", "CODEX_HOME")]
    public void The_accounts_directory_goes_to_the_programs_own_variable(string kind, string variable)
    {
        Install($"bin/{kind}");
        var account = new AccountDefinition("second", kind, "~/.second", new Dictionary<string, string> { ["EXTRA"] = "1" });
        var plan = AgentLauncher.Plan(Request(kind, [kind]) with { Account = account });

        Assert.Equal("/home/user/.second", plan.Environment[variable]);
        Assert.Equal("1", plan.Environment["EXTRA"]);
    }

    [Fact]
    public void Claude_is_told_its_role_after_the_users_own_arguments()
    {
        Install("bin/claude");
        var role = new RoleDefinition("blog", "Blog", ["blog/**", "docs/articles/**"], "You write posts.", default);
        var plan = AgentLauncher.Plan(Request("claude", ["claude", "--model", "opus"]) with { Role = role });

        Assert.Equal(["claude", "--model", "opus", "--append-system-prompt"], plan.Command.Take(4));
        Assert.Contains("You write posts.", plan.Command[4], StringComparison.Ordinal);
        Assert.Contains("You may change only: blog/**, docs/articles/**.", plan.Command[4], StringComparison.Ordinal);
        Assert.Equal("blog", plan.Environment["FLEET_ROLE"]);
    }

    [Fact]
    public void Claude_begins_a_conversation_under_our_id_and_goes_on_with_it_once_something_was_said()
    {
        Install("bin/claude");
        var account = new AccountDefinition("second", "claude", directory["account"], new Dictionary<string, string>());
        var request = Request("claude", ["claude"]) with { Conversation = "0f2e", Account = account };
        Assert.Equal(["claude", "--session-id", "0f2e"], AgentLauncher.Plan(request).Command);

        var project = directory["account/projects/" + string.Concat(directory["worktree"].Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))];
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "0f2e.jsonl"), "{}");
        Assert.Equal(["claude", "--resume", "0f2e"], AgentLauncher.Plan(request).Command);

        var own = request with { Agent = request.Agent with { Command = ["claude", "--continue"] } };
        Assert.Equal(["claude", "--continue"], AgentLauncher.Plan(own).Command);
    }

    [Fact]
    public void Claude_keeps_its_session_in_the_home_that_its_environment_gives_it()
    {
        var request = Request("claude", ["claude"]);
        Assert.Equal("/home/user/.claude/sessions/7.json", StatusFile(request.Agent, null));

        var moved = request.Agent with { Environment = new Dictionary<string, string> { ["HOME"] = "/home/agents" } };
        Assert.Equal("/home/agents/.claude/sessions/7.json", StatusFile(moved, null));
        Assert.Equal("/home/user/.second/sessions/7.json", StatusFile(moved, new AccountDefinition("second", "claude", "~/.second", new Dictionary<string, string>())));

        string? StatusFile(AgentDefinition agent, AccountDefinition? account) => AgentAdapters.For(agent).StatusFile(agent, account, request.Environment, 7);
    }

    [Fact]
    public void The_slots_own_variables_cannot_be_overridden_by_configuration()
    {
        Install("bin/work");
        var request = Request("command", ["work"]);
        var plan = AgentLauncher.Plan(request with { Agent = request.Agent with { Environment = new Dictionary<string, string> { ["FLEET_SLOT"] = "other" } } });

        Assert.Equal("ps1", plan.Environment["FLEET_SLOT"]);
    }

    [Fact]
    public void An_agent_that_is_not_installed_gets_a_pane_that_says_what_to_do()
    {
        var plan = AgentLauncher.Plan(Request("claude", ["claude"]));

        Assert.Equal("claude is not installed: slot ps1 cannot start its agent 'claude'.", plan.Problem);
        Assert.Equal("/bin/sh", plan.Command[0]);
        Assert.Contains("npm install -g @anthropic-ai/claude-code", plan.Command[^1], StringComparison.Ordinal);
        Assert.Contains("fleet restart ps1", plan.Command[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_executed_is_not_a_program()
    {
        Install("bin/work");
        File.SetUnixFileMode(directory["bin/work"], UnixFileMode.UserRead);

        Assert.NotNull(AgentLauncher.Plan(Request("command", ["work"])).Problem);
    }

    [Fact]
    public void A_program_with_a_slash_is_a_path_from_the_worktree()
    {
        Install("worktree/tools/agent.sh");

        Assert.Null(AgentLauncher.Plan(Request("command", ["tools/agent.sh"])).Problem);
        Assert.NotNull(AgentLauncher.Plan(Request("command", ["tools/other.sh"])).Problem);
    }

    private void Install(string relative)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(directory[relative])!);
        File.WriteAllText(directory[relative], "#!/bin/sh\n");
        File.SetUnixFileMode(directory[relative], UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private LaunchRequest Request(string kind, IReadOnlyList<string> command) => new(
        new SlotDefinition(3, "ps1", "PS#1", "", kind, "", "worktree", "claude/ps1-wip", 2, true, default),
        new AgentDefinition(kind, kind, command, new Dictionary<string, string>(), "on-crash"),
        null,
        null,
        directory["worktree"],
        "unix:/run/daemon.sock",
        "secret",
        "",
        new Dictionary<string, string> { ["PATH"] = directory["bin"], ["HOME"] = "/home/user" });
}
