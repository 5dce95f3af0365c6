using FleetTui.Migrations.Grammars;
using FleetTui.Migrations.Graphs;

namespace FleetTui.Migrations.Tests.Graphs;

public sealed class GraphReadingSpecs
{
    private static readonly IGraphReader Alembic = MigrationGrammars.Named("alembic")!.Graph!;
    private static readonly IGraphReader Django = MigrationGrammars.Named("django")!.Graph!;

    [Theory]
    [InlineData("revision = 'b'\ndown_revision = 'a'\n", "b", "a")]
    [InlineData("\"\"\"Add users\n\nrevision = 'no'\n\"\"\"\nfrom typing import Union\nrevision: str = \"b\"\ndown_revision: Union[str, None] = \"a\"  # not 'x'\ndepends_on = 'z'\n", "b", "a")]
    [InlineData("revision='b'\r\ndown_revision = None\r\n", "b", "")]
    [InlineData("revision = 'b'\ndown_revision = (\n    'a', # 'x'\n    \"c\",\n)\nbranch_labels = ('l',)\n", "b", "a c")]
    [InlineData("x = f(revision='no')\nif revision == 'no': pass\nself.revision = 'no'\nrevision = 'b'; down_revision = 'a'", "b", "a")]
    [InlineData("revision = \\\n  'b'\ndown_revision = ['a']\n", "b", "a")]
    public void Alembic_s_revisions_are_read_without_running_them(string text, string id, string follows)
    {
        var node = Alembic.Read("versions/x.py", text)!;
        Assert.Equal((id, follows), (node.Id, string.Join(' ', node.Follows)));
    }

    [Fact]
    public void A_file_without_a_revision_is_no_migration() => Assert.Null(Alembic.Read("versions/x.py", "import os\n# revision = 'a'\n"));

    [Fact]
    public void Django_s_dependencies_are_read_without_running_them()
    {
        var node = Django.Read("site/blog/migrations/0003_tags.py", """
            from django.db import migrations
            class Migration(migrations.Migration):
                # dependencies = [("blog", "0001_old")]
                dependencies: list = [
                    migrations.swappable_dependency(settings.AUTH_USER_MODEL),
                    ("blog", "0002_posts"),  # ("blog", "0009_no")
                    ('shop', '0001_initial'), ("auth", "__first__"),
                ]
                operations = [migrations.RunSQL("dependencies = [('blog', 'x')]")]
            """)!;
        Assert.Equal(("blog", "0003_tags", "0002_posts", ("shop", "0001_initial")), (node.Space, node.Id, Assert.Single(node.Follows), Assert.Single(node.Needs)));
    }

    [Fact]
    public void A_migration_is_made_to_follow_another_and_nothing_else_changes()
    {
        Assert.Equal("\"\"\"x\nRevises: c\n\"\"\"\nrevision = 'a'\ndown_revision = 'c'  # was fine\n", Alembic.Instead("\"\"\"x\nRevises: a\n\"\"\"\nrevision = 'a'\ndown_revision = 'a'  # was fine\n", "", "a", "c"));
        Assert.Equal("dependencies = [('x', '1'), ('blog', '0003_c')]", Django.Instead("dependencies = [('x', '1'), ('blog', '1')]", "blog", "1", "0003_c"));
        Assert.Null(Django.Instead("dependencies = [('x', '1')]", "blog", "1", "2"));
    }

    [Theory]
    [InlineData("revision")]
    [InlineData("revision = ")]
    [InlineData("revision = '")]
    [InlineData("revision = ('a', \\")]
    [InlineData("((((")]
    [InlineData("\"\"\"never ends")]
    [InlineData("revision = \"a\\")]
    public void Broken_source_is_read_to_its_end(string text) => _ = Alembic.Read("x.py", text);
}
