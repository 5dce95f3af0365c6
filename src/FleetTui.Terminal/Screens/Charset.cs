namespace FleetTui.Terminal.Screens;

/// <summary>A character set that can be designated into G0–G3. Its characters are in <see cref="CharsetMaps"/>.</summary>
internal enum Charset : byte
{
    Ascii,

    /// <summary>DEC Special Graphics: lines and boxes.</summary>
    Graphics,

    /// <summary>UK: # is £.</summary>
    British,

    /// <summary>DEC Supplemental Graphics: the right half of the DEC Multinational set.</summary>
    Supplemental,

    /// <summary>DEC Technical: mathematics, arrows, Greek.</summary>
    Technical,

    /// <summary>ISO Latin-1's right half, 96 characters.</summary>
    Latin1,

    /// <summary>ISO Latin-5's right half, 96 characters.</summary>
    Latin5,
    Dutch,
    Finnish,
    French,
    FrenchCanadian,
    German,
    Italian,
    NorwegianDanish,
    Portuguese,
    Spanish,
    Swedish,
    Swiss,
    Turkish,
    SerboCroatian,
    Greek,
    Hebrew,
    Russian,
}
