namespace FleetTui.Landing;

/// <summary>What is being done with a train, in order.</summary>
public enum TrainStep
{
    /// <summary>The remote is asked where the target is.</summary>
    Fetching,

    /// <summary>The commits are put on the target's tip.</summary>
    Building,

    /// <summary>The gates look at it.</summary>
    Checking,
    Pushing,
}
