using FleetTui.EndToEnd.Tests.Harness;

[assembly: AssemblyFixture(typeof(BuiltFleet))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
