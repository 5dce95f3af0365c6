namespace FleetTui.Configuration.Tests.Schema;

public sealed class RefusalSpecs
{
    [Theory]
    [InlineData("[landing]\ndebounc = \"3s\"", "fleet.toml:2:1: There is no key landing.debounc. (did you mean debounce?)")]
    [InlineData("[landing]\nmax_attempts = 3", "fleet.toml:2:1: There is no key landing.max_attempts. (did you mean max-attempts?)")]
    [InlineData("[lading]\n", "fleet.toml:1:2: There is no key lading. (did you mean landing?)")]
    [InlineData("[api]\nzzzzzzzzzz = 3", "fleet.toml:2:1: There is no key api.zzzzzzzzzz. (one of: http, port)")]
    [InlineData("[landing]\ndebounce = 3", "fleet.toml:2:12: landing.debounce must be a duration such as \"250ms\", \"3s\" or \"2m\", from 0s to 1h, not 3. (with its unit: \"3s\")")]
    [InlineData("landing.debounce = \"3 s\"", "fleet.toml:1:20: landing.debounce must be a duration such as \"250ms\", \"3s\" or \"2m\", from 0s to 1h, not \"3 s\".")]
    [InlineData("landing.debounce = \"2h\"", "fleet.toml:1:20: landing.debounce must be a duration such as \"250ms\", \"3s\" or \"2m\", from 0s to 1h, not \"2h\".")]
    [InlineData("landing.mode = \"inplace\"", "fleet.toml:1:16: landing.mode must be one of \"train\", \"in-place\", \"off\", not \"inplace\". (did you mean \"in-place\"?)")]
    [InlineData("landing.checks = \"make\"", "fleet.toml:1:18: landing.checks must be an array of shell commands, not \"make\". (write [\"make\"])")]
    [InlineData("landing.max-file-size = 0", "fleet.toml:1:25: landing.max-file-size must be a size such as \"500KB\" (1000s), \"50MiB\" (1024s) or a number of bytes, above 0, not 0.")]
    [InlineData("landing.branch = \"a..b\"", "fleet.toml:1:18: landing.branch must be a branch name that git accepts, or empty, not \"a..b\".")]
    [InlineData("landing = 3", "fleet.toml:1:11: landing must be a table, not an integer. (write [landing])")]
    [InlineData("console.prefix = \"C-c\"", "fleet.toml:1:18: console.prefix must be a control key such as \"C-b\", \"C-Space\" or \"C-\\\\\" that neither agents nor terminals need, not \"C-c\". (C-c cannot be it: it interrupts the agent)")]
    [InlineData("console.mouse = \"yes\"", "fleet.toml:1:17: console.mouse must be true or false, not \"yes\". (write true, without quotes)")]
    [InlineData("terminal.scrollback = -1", "fleet.toml:1:23: terminal.scrollback must be an integer from 0 to 1000000, not -1.")]
    [InlineData("worktrees.copy = [\".env\", \"../secret\"]", "fleet.toml:1:27: each item of worktrees.copy must be a path inside the repository, relative to its root, not \"../secret\".")]
    [InlineData("agents.x.kind = \"command\"", "fleet.toml:1:8: agents.x.command is missing; it must be an array: the program, then its arguments. (command = [\"x\"])")]
    [InlineData("agents.claude.env = { FLEET_TOKEN = \"x\" }", "fleet.toml:1:23: agents.claude.env cannot set FLEET_TOKEN: names that begin with FLEET_ are set by the fleet.")]
    [InlineData("accounts.w.agent = \"clade\"", "fleet.toml:1:20: accounts.w is for the agent clade, which does not exist. (did you mean claude?)")]
    [InlineData("migrations.grammar = \"djanga\"", "fleet.toml:1:22: migrations.grammar must be one of \"supabase\", \"rails\", \"ef-core\", \"flyway\", \"golang-migrate\", \"goose\", \"dbmate\", \"sqlx\", \"knex\", \"laravel\", \"prisma\", \"drizzle\", \"alembic\", \"django\" or \"regex:…\", not \"djanga\". (did you mean \"django\"?)")]
    [InlineData("migrations.grammar = 'regex:^[0-9]+'", "fleet.toml:1:22: migrations.grammar must be one of \"supabase\", \"rails\", \"ef-core\", \"flyway\", \"golang-migrate\", \"goose\", \"dbmate\", \"sqlx\", \"knex\", \"laravel\", \"prisma\", \"drizzle\", \"alembic\", \"django\" or \"regex:…\", not \"regex:^[0-9]+\". (the expression needs a group for the digits: (?<version>[0-9]+))")]
    [InlineData("migrations.bands.ps1 = { from = \"00:60:00\", to = \"01:00:00\" }", "fleet.toml:1:33: migrations.bands.ps1.from must be a time of day such as \"00:10:00\", up to \"24:00:00\", not \"00:60:00\".")]
    [InlineData("migrations.bands.ps1 = { from = \"02:00:00\", to = \"01:00:00\" }", "fleet.toml:1:18: The band of ps1 is empty: from 02:00:00 to 01:00:00; it ends on the day it begins.")]
    [InlineData("migrations.bands.ps1 = { from = \"02:00:00\", to = \"03:00:00\" }\nmigrations.bands.ps2 = { from = \"02:59:59\", to = \"04:00:00\" }", "fleet.toml:2:18: The bands of ps1 and ps2 overlap at 02:59:59.")]
    [InlineData("migrations.step = \"2h\"\nmigrations.bands.ps1 = { from = \"02:00:00\", to = \"03:00:00\" }", "fleet.toml:2:18: The band of ps1, 02:00:00 to 03:00:00, is shorter than one step.")]
    [InlineData("migrations.bands.ps3 = { from = \"02:00:00\", to = \"03:00:00\" }", "fleet.toml:1:18: migrations.bands.ps3 is for the slot ps3, which does not exist. (did you mean ps1?)")]
    public void A_wrong_fleet_file_is_told_where_and_how(string fleet, string error) =>
        Assert.Equal([error], Errors(fleet, "slot = [{ id = \"ps1\" }, { id = \"ps2\" }]"));

    [Theory]
    [InlineData("[[role]]\ndomain = [\"a\"]", "roles.toml:1:3: name of this [[role]] is missing; it must be a name of letters, digits, - and _ that begins with a letter or digit, at most 32 long.")]
    [InlineData("[[role]]\nname = \"a\"\ndomain = [\"../a\"]", "roles.toml:3:11: each item of domain of role a must be a path glob relative to the root, as in .gitignore, not \"../a\". (a domain stays inside the repository)")]
    [InlineData("role = [{name = \"a\", domain = [\"a\"]}, {name = \"a\", domain = [\"b\"]}]", "roles.toml:1:47: The role a is defined twice (line 1 has it first).")]
    [InlineData("slot = [{id = \"s\"}, {id = \"S\"}]", "roles.toml:1:27: The slot S is defined twice (line 1 has it first).")]
    [InlineData("slot = [{id = \"../x\"}]", "roles.toml:1:15: id of slot ../x must be a name of letters, digits, - and _ that begins with a letter or digit, at most 32 long, not \"../x\".")]
    [InlineData("slot = [{id = \"main\"}]", "roles.toml:1:15: id of slot main must be a name of letters, digits, - and _ that begins with a letter or digit, at most 32 long, not \"main\". (main stands for the target branch in reports)")]
    [InlineData("[slot]\nid = \"s\"", "roles.toml:1:2: slot must be an array of tables, not a table. (write [[slot]] once for each)")]
    [InlineData("slot = [{id = \"s\", role = \"blg\"}]\nrole = [{name = \"blog\", domain = [\"b\"]}]", "roles.toml:1:27: s holds the role blg, which does not exist. (did you mean blog?)")]
    [InlineData("slot = [{id = \"s\", role = \"b\"}, {id = \"t\", role = \"b\"}]\nrole = [{name = \"b\", domain = [\"b\"]}]", "roles.toml:1:51: The role b is held by s already; t cannot hold it too.")]
    [InlineData("slot = [{id = \"s\", agent = \"codx\"}]", "roles.toml:1:28: s runs the agent codx, which does not exist. (did you mean codex?)")]
    [InlineData("slot = [{id = \"s\", account = \"w\"}]", "roles.toml:1:30: s uses the account w, which does not exist. (add [accounts.w] to fleet.toml)")]
    [InlineData("slot = [{id = \"s\", branch = \"b\"}, {id = \"t\", branch = \"b\"}]", "roles.toml:1:55: t and s have the same branch b; each needs its own.")]
    [InlineData("slot = [{id = \"s\", worktree = \"w\"}, {id = \"t\", worktree = \"./x/../w/\"}]", "roles.toml:1:59: t and s have the same worktree x/../w; each needs its own.")]
    [InlineData("slot = [{id = \"s\", worktree = \"w\"}, {id = \"t\", worktree = \"w/t\"}]", "roles.toml:1:59: The worktrees of t and s lie one in the other.")]
    [InlineData("slot = [{id = \"s\", worktree = \".\"}]", "roles.toml:1:31: The worktree of s is the repository itself or holds it; it needs a directory of its own.")]
    [InlineData("slot = [{id = \"s\", worktree = \"/\"}]", "roles.toml:1:31: The worktree of s is the repository itself or holds it; it needs a directory of its own.")]
    [InlineData("slot = [{id = \"s\", worktree = \".git/x\"}]", "roles.toml:1:31: The worktree of s lies in .git.")]
    [InlineData("slot = [{id = \"s\", band = 1}]", "roles.toml:1:27: The band of s must be from 0 to 0, as there are 1 slots, not 1.")]
    [InlineData("slot = [{id = \"s\"}, {id = \"t\", band = 0}]", "roles.toml:1:39: t and s have the same band 0; each needs its own.")]
    public void A_wrong_roles_file_is_told_where_and_how(string roles, string error) =>
        Assert.Equal([error], Errors(null, roles));

    [Theory]
    [InlineData("C-a")]
    [InlineData("C-c")]
    [InlineData("C-d")]
    [InlineData("C-g")]
    [InlineData("C-j")]
    [InlineData("C-m")]
    [InlineData("C-o")]
    [InlineData("C-r")]
    [InlineData("C-s")]
    [InlineData("^T")]
    [InlineData("C-x")]
    [InlineData("C-z")]
    [InlineData("C-[")]
    [InlineData("C-i")]
    [InlineData("b")]
    [InlineData("")]
    public void A_prefix_that_agents_or_terminals_need_is_refused(string prefix) =>
        Assert.Single(Errors($"console.prefix = '{prefix}'", null));

    [Theory]
    [InlineData("C-b")]
    [InlineData("C-Space")]
    [InlineData("C-\\")]
    [InlineData("C-q")]
    public void Other_control_keys_are_accepted_as_prefix(string prefix) =>
        Assert.Empty(Errors($"console.prefix = '{prefix}'", null));

    [Fact]
    public void All_errors_of_both_files_come_at_once_in_the_order_of_the_files()
    {
        var errors = Errors("name = 1\n[api]\nport = 0\nhtp = true\n", "slot = [{ id = 1 }, { role = 'x' }]\n");

        Assert.Equal(
            ["fleet.toml:1:8", "fleet.toml:3:8", "fleet.toml:4:1", "roles.toml:1:16", "roles.toml:1:21"],
            errors.Select(error => string.Join(':', error.Split(':').Take(3))));
    }

    [Fact]
    public void A_file_that_is_no_toml_does_not_cause_errors_about_what_it_would_have_said() =>
        Assert.Equal(
            ["fleet.toml:1:10: A key cannot be a multi-line string."],
            Errors("agents.x.\"\"\"", "slot = [{ id = 's', agent = 'x', account = 'y' }]"));

    [Fact]
    public void A_message_never_carries_what_a_terminal_would_obey_or_hide()
    {
        var errors = Errors("\"\\u001b[2J\\u202e\\u009b\" = 1\n[accounts.w]\nagent = \"x\\u0007y\"\n", null);

        Assert.StartsWith("fleet.toml:1:1: There is no key \\u001b[2J\\u202e\\u009b.", errors[0], StringComparison.Ordinal);
        Assert.All(errors, error => Assert.DoesNotContain(error, char.IsControl));
    }

    private static List<string> Errors(string? fleet, string? roles) => [.. LoadingSpecs.Read(fleet, roles).Errors.Select(error => error.ToString())];
}
