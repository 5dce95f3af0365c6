"""A terminal that only records: bare_terminal.py RECORD COMMAND...

Runs COMMAND on a pseudo-terminal of 80x24 of its own and writes what it sends to RECORD. Commands on standard input, one a line:
    type HEX      bytes to the terminal's keyboard
    signal NAME   to the program
    hangup        closes the terminal
Tells on standard output, one a line: "stopped same|changed" and "ended CODE same|changed" (128 + signal), the termios beside what they were.
"""
import fcntl, os, select, signal, struct, sys, termios

master, slave = os.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
before = termios.tcgetattr(slave)
pid = os.fork()
if pid == 0:
    # Tests started by nohup, or behind a shell's "&", would hand on that these are ignored.
    for name in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(name, signal.SIG_DFL)
    os.login_tty(slave)
    os.execvp(sys.argv[2], sys.argv[2:])

record = open(sys.argv[1], "wb", buffering=0)
woken, wake = os.pipe()
for end in (woken, wake):
    os.set_blocking(end, False)
signal.set_wakeup_fd(wake)
signal.signal(signal.SIGCHLD, lambda *_: None)
lines = b""


def look():
    while True:
        found, status = os.waitpid(pid, os.WNOHANG | os.WUNTRACED)
        if not found:
            return
        same = "gone" if slave < 0 else "same" if termios.tcgetattr(slave) == before else "changed"
        drain()
        if os.WIFSTOPPED(status):
            print("stopped", same, flush=True)
        else:
            code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
            print("ended", code, same, flush=True)
            sys.exit(0)


def drain():
    while master >= 0 and select.select([master], [], [], 0)[0]:
        try:
            record.write(os.read(master, 65536))
        except OSError:
            return


while True:
    look()
    ready = select.select([fd for fd in (master, woken, 0) if fd >= 0], [], [])[0]
    if woken in ready:
        os.read(woken, 512)
    if master in ready:
        drain()
    if 0 in ready:
        got = os.read(0, 65536)
        if not got:
            os.kill(pid, signal.SIGKILL)
            sys.exit(1)
        lines += got
        while b"\n" in lines:
            line, lines = lines.split(b"\n", 1)
            what, _, argument = line.decode().partition(" ")
            if what == "type":
                os.write(master, bytes.fromhex(argument))
            elif what == "signal":
                os.kill(pid, getattr(signal, "SIG" + argument))
            elif what == "hangup":
                os.close(slave)
                os.close(master)
                master = slave = -1
