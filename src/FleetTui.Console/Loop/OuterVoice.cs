using System.Text;
using FleetTui.Console.Alerting;
using FleetTui.Console.Effects;
using FleetTui.Console.Outer;
using FleetTui.Console.Outer.Output;

namespace FleetTui.Console.Loop;

/// <summary>What is said to the user's terminal beside the frames: bell, notices, clipboard, title, how much of the mouse is wanted.</summary>
/// <param name="pending">Goes out with the next frame.</param>
/// <param name="chosen">Null: as <see cref="Version"/> tells.</param>
internal sealed class OuterVoice(ByteWriter pending, NotifyBy? chosen, bool insideTmux)
{
    /// <summary>The terminal's answer to XTVERSION; empty until it came.</summary>
    public string Version { get; set; } = "";

    private bool _motion;

    /// <summary>The terminal was given back meanwhile: what it was told to report is told again.</summary>
    public void SayAgain()
    {
        if (_motion)
        {
            pending.Add(OuterSequences.MouseMotionOn);
        }
    }

    /// <summary>False when the effect is none of these.</summary>
    public bool Say(Effect effect)
    {
        switch (effect)
        {
            case Effect.Bell:
                pending.Add("\a"u8);
                return true;
            case Effect.Notify notice:
                pending.Add(Encoding.UTF8.GetBytes(OuterNotices.Sequence(chosen ?? OuterNotices.For(Version), notice.Heading, notice.Text, insideTmux)));
                return true;
            case Effect.Clipboard clipboard:
                var sequence = $"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(clipboard.Text))}\a";
                // tmux takes it itself with set-clipboard on, or hands it on with allow-passthrough on.
                pending.Add(Encoding.ASCII.GetBytes(insideTmux ? OuterNotices.Through(true, sequence) + sequence : sequence));
                return true;
            case Effect.Title title:
                pending.Add(Encoding.UTF8.GetBytes($"\e]2;{string.Concat(title.Text.Where(c => !char.IsControl(c)))}\a"));
                return true;
            case Effect.MouseMotion motion:
                _motion = motion.Every;
                pending.Add(motion.Every ? OuterSequences.MouseMotionOn : OuterSequences.MouseMotionOff);
                return true;
            default:
                return false;
        }
    }
}
