using FleetTui.Api.Status;

namespace FleetTui.Console.Tests.Fakes;

/// <summary>A difference with one file of each kind that is drawn in its own way.</summary>
internal static class SampleDiff
{
    public static SlotDiff Of(string slot) => new(
        slot,
        "origin/main",
        "1111111111111111111111111111111111111111",
        "2222222222222222222222222222222222222222",
        [
            new DiffCommit("2222222222222222222222222222222222222222", "Greet by name", "VSCode", SampleFleet.Now.AddMinutes(-12), ""),
            new DiffCommit("3333333333333333333333333333333333333333", "Share the greeting", "VSCode", SampleFleet.Now.AddMinutes(-3), "the docs need it now"),
        ],
        [
            new DiffFile("committed", "modified", "lib/greeting.dart", null, "100644", "100644", "text", 3, 2, "", false,
            [
                new DiffHunk(1, 4, 1, 4, "", [" import 'names.dart';", " ", "-String greet() => 'Hello, world!';", "+String greet(String name) => 'Hello, $name!';", " "]),
                new DiffHunk(40, 3, 40, 4, "class Greeter {", ["   void run() {", "-\tprint(greet());", "+\tprint(greet(\"世界\"));", "+\tflush();", "   }"]),
            ]),
            new DiffFile("committed", "renamed", "lib/names.dart", "lib/name.dart", "100644", "100755", "text", 0, 0, "", false, []),
            new DiffFile("committed", "modified", "docs/index.md", null, "100644", "100644", "text", 1, 0, "docs/index.md is win's (role docs)", false, [new DiffHunk(1, 1, 1, 2, "", [" # Index", "+More\u001b[31m"])]),
            new DiffFile("changed", "added", @"assets/caf\xe9.png", null, "000000", "100644", "binary", 0, 0, "", false, []),
            new DiffFile("changed", "modified", "windows.bat", null, "100644", "100644", "text", 1, 1, "", true, [new DiffHunk(1, 2, 1, 2, "", [" @echo off\r", "-dir\r", "+dir /b\r"])]),
            new DiffFile("untracked", "added", "lib/a/very/long/way/down/to/a/file/that/is/new.dart", null, "000000", "100644", "text", 1, 0, "", false, [new DiffHunk(0, 0, 1, 1, "", ["+// new", @"\ No newline at end of file"])]),
        ],
        6,
        "");
}
