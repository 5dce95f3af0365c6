using FleetTui.Migrations.Versions;

namespace FleetTui.Migrations.Tests.Versions;

public sealed class MigrationVersionSpecs
{
    [Theory]
    [InlineData("16", "016", 0)]
    [InlineData("1.0", "1", 0)]
    [InlineData("1_2", "1.2", 0)]
    [InlineData("9", "20260428", -1)] // as text it would be the other way round
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2", "1.10", 1)]
    [InlineData("99999999999999999999999999", "100000000000000000000000000", -1)]
    [InlineData("0", "000", 0)]
    public void Versions_compare_as_numbers(string left, string right, int order)
    {
        Assert.Equal(order, Math.Sign(new MigrationVersion(left).CompareTo(new(right))));
        Assert.Equal(order == 0, new MigrationVersion(left) == new MigrationVersion(right));
        if (order == 0) Assert.Equal(new MigrationVersion(left).GetHashCode(), new MigrationVersion(right).GetHashCode());
    }
}
