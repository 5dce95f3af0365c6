using FsCheck;
using FsCheck.Fluent;

namespace FleetTui.Terminal.Tests.Properties;

public sealed class EngineProperties
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(Soak.Tests).WithEndSize(60);

    private static readonly Arbitrary<byte[]> Output = EscapeSoup.Output;

    [Fact]
    public void Fed_byte_by_byte_it_is_the_same_terminal()
    {
        Prop.ForAll(Output, bytes =>
        {
            var whole = new Screenful(12, 6);
            whole.Terminal.Feed(bytes);
            var split = new Screenful(12, 6);
            foreach (var b in bytes)
                split.Terminal.Feed([b]);
            return whole.Terminal.Snapshot().AsSpan().SequenceEqual(split.Terminal.Snapshot())
                && whole.Replies == split.Replies
                && whole.Effects.Events.SequenceEqual(split.Effects.Events);
        }).Check(Quick);
    }

    [Fact]
    public void A_snapshot_restores_bit_for_bit_and_goes_on_alike()
    {
        Prop.ForAll(Output, Output, Gen.Choose(1, 30).Two().ToArbitrary(), (before, after, size) =>
        {
            var first = new Screenful(12, 6);
            first.Terminal.Feed(before);
            var snapshot = first.Terminal.Snapshot();
            var effects = new RecordedEffects();
            var second = VirtualTerminal.Restore(snapshot, new TerminalOptions(100, "fleet test"), effects);
            if (!second.Snapshot().AsSpan().SequenceEqual(snapshot))
                return false;
            var (answered, told) = (first.Replies.Length, first.Effects.Events.Count);
            first.Terminal.Feed(after);
            second.Feed(after);
            first.Terminal.Resize(size.Item1, size.Item2);
            second.Resize(size.Item1, size.Item2);
            first.Terminal.Feed(after);
            second.Feed(after);
            return first.Terminal.Snapshot().AsSpan().SequenceEqual(second.Snapshot())
                && first.Replies[answered..] == effects.Replies
                && first.Effects.Events.Skip(told).SequenceEqual(effects.Events);
        }).Check(Quick);
    }

    [Fact]
    public void A_snapshot_of_another_version_cut_or_damaged_is_refused()
    {
        var taken = new Screenful(12, 6).Feed("日本\e]8;;http://a/\alink\e]8;;\a e\u0301\r\n\n\n\n\n\n\n\e[38;5").Terminal.Snapshot();
        var later = taken.ToArray();
        later[4]++;
        Assert.Throws<FormatException>(() => Restored(later));
        Prop.ForAll(Gen.Choose(0, taken.Length - 1).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), (place, value) =>
        {
            var damaged = taken.ToArray();
            damaged[place] = (byte)value;
            if (value != taken[place])
                Assert.Throws<FormatException>(() => Restored(damaged));
        }).Check(Quick.WithMaxTest(2000));
        for (var length = 0; length < taken.Length; length++)
            Assert.Throws<FormatException>(() => Restored(taken[..length]));

        static VirtualTerminal Restored(byte[] bytes) => VirtualTerminal.Restore(bytes, new TerminalOptions(100, "fleet test"), new RecordedEffects());
    }

    [Fact]
    public void Any_output_at_any_size_leaves_a_sound_screen()
    {
        Prop.ForAll(Output, Gen.Choose(1, 30).Two().ToArbitrary(), Gen.Choose(1, 30).Two().ToArbitrary(), (bytes, size, other) =>
        {
            var screen = new Screenful(size.Item1, size.Item2, 20);
            screen.Terminal.Feed(bytes);
            var sound = Soundness.Fault(screen.Terminal);
            screen.Terminal.Resize(other.Item1, other.Item2);
            sound ??= Soundness.Fault(screen.Terminal);
            screen.Terminal.Feed(bytes);
            sound ??= Soundness.Fault(screen.Terminal);
            return sound is null ? true : throw new InvalidOperationException(sound);
        }).Check(Quick);
    }

    [Fact]
    public void Mirrors_that_move_and_repaint_what_they_are_told_end_up_alike()
    {
        Prop.ForAll(EscapeSoup.Piece.ArrayOf().ToArbitrary(), pieces =>
        {
            var screen = new Screenful(12, 6);
            var mirror = new Mirror(screen.Terminal);
            foreach (var piece in pieces)
            {
                screen.Terminal.Feed(piece);
                mirror.Follow();
            }

            return mirror.Text == screen.Text;
        }).Check(Quick);
    }

    [Fact]
    public void The_codec_refuses_or_reads_any_bytes_and_never_breaks()
    {
        Prop.ForAll(EscapeSoup.Bytes.ToArbitrary(), Output, (noise, output) =>
        {
            var screen = new Screenful(12, 2);
            screen.Terminal.Feed(output);
            var row = new System.Buffers.ArrayBufferWriter<byte>();
            screen.Terminal.EncodeLine(screen.Terminal.FirstScreenLine, row);
            var mutated = row.WrittenSpan.ToArray();
            for (var i = 0; i < noise.Length && mutated.Length > 0; i += 2)
                mutated[noise[i] % mutated.Length] = noise[(i + 1) % noise.Length];
            return Reads(noise) && Reads(mutated);
        }).Check(Quick);
    }

    private static bool Reads(byte[] bytes)
    {
        try
        {
            RowCodec.Decode(bytes, new FleetTui.Terminal.Cells.Cell[12], _ => 1, out _);
        }
        catch (FormatException)
        {
            // What it must say of bytes that no encoder writes.
        }

        return true;
    }
}
