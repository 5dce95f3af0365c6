"""One function per measurement: starts a multiplexer of the kind given, and returns figures by name."""
import os
import random
import re
import statistics
import sys
import time

from . import payloads

PRINT = ('stty -echo; printf READY-INDEX.; mkfifo DIR/go 2>/dev/null; : < DIR/go; cat FILE; printf "\\033[0m\\033[2J\\033[HDONE-INDEX."; exec sleep 1000')
FILLED = 'cat FILE; printf "\\033[0mREADY-INDEX."; exec sleep 1000'
QUIET = 'printf READY-INDEX.; exec sleep 1000'
ECHO = 'stty -echoctl; printf READY-INDEX.; exec cat'
PLAYER = ('import os,sys,time\nprint("READY-"+sys.argv[2]+".",end="",flush=True)\nf=open(sys.argv[1],"rb").read().split(b"\\x1b[?2026h")[1:]\ni=os.getpid()%len(f)\n'
          'while True:\n b=b"\\x1b[?2026h"+f[i%len(f)]\n while b: b=b[os.write(1,b):]\n i+=1;time.sleep(1/30)\n')
SPINNER = ('import os,time\nc,r=os.get_terminal_size(1)\nos.write(1,b"\\x1b[?25l\\x1b[2J\\x1b[H"+b"\\r\\n".join((b"line %03d "%i+b"x"*c)[:c-1] for i in range(r-2))+b"\\r\\nREADY-00.")\ni=0\n'
           'while True: os.write(1,b"\\x1b[?2026h\\x1b[%d;10H\\x1b[38;5;%dm%s\\x1b[0m\\x1b[?2026l"%(r-4,30+i%8,b"|/-\\\\"[i%4:i%4+1])); i+=1; time.sleep(1/20)\n')
PANES = 12
KEYS_A_LINE = 20


def cpu(pid):
    """Seconds of processor time so far."""
    fields = open(f'/proc/{pid}/stat').read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def switches(pid):
    """How often each thread was given or lost a processor."""
    return {task: sum(map(int, re.findall(r'ctxt_switches:\s+(\d+)', open(f'/proc/{pid}/task/{task}/status').read()))) for task in os.listdir(f'/proc/{pid}/task')}


def woken(before, after):
    return sum(count - before.get(task, 0) for task, count in after.items())


def resident(pid):
    return int(re.search(r'^VmRSS:\s+(\d+)', open(f'/proc/{pid}/status').read(), re.M)[1]) / 1024


def marks(word, panes=PANES):
    return [f'{word}-{index:02}.'.encode() for index in range(panes)]


def shown(kind, mux, words, limit):
    if not mux.outer.wait(words, limit):
        missing = [word.decode() for word in words if word not in mux.outer.seen]
        sys.exit(f'bench-terminal: {kind.name}: {" ".join(missing)} not on the screen after {limit} s')


def attach(kind, mux, panes=PANES):
    """The client of a multiplexer whose panes have all said that they are ready."""
    outer = mux.attached(*marks('READY', panes))
    shown(kind, mux, marks('READY', panes), 60)
    outer.settle()
    return outer


def throughput(kind, options, payload, panes):
    size = options.megabytes * 1_000_000 // (1 if panes == 1 else 5)
    with options.file(payload, size) as file:
        with kind([PRINT.replace('FILE', file)] * panes, *((120, 40) if panes == 1 else (200, 60))) as mux:
            outer, done = attach(kind, mux, panes), marks('DONE', panes)
            outer.want(*done)
            before, began = {who: cpu(pid) for who, pid in mux.processes().items()}, time.perf_counter()
            os.close(os.open(f'{mux.directory}/go', os.O_WRONLY))
            shown(kind, mux, done, 120)
            seconds = max(outer.seen[mark] for mark in done) - began
            spent = {f'{who} CPU s': cpu(pid) - before[who] for who, pid in mux.processes().items()}
            return {'MB/s': os.path.getsize(file) * panes / 1e6 / seconds, **spent}


def echo(kind, options, load):
    with options.file('agent' if load == 'agents' else 'text', 2_000_000) as file:
        player = f'{file}.py'
        with open(player, 'w') as script:
            script.write(PLAYER)
        other = {'idle': QUIET, 'agents': f'exec python3 {player} {file} INDEX', 'flood': f'printf READY-INDEX.; while :; do cat {file}; done'}[load]
        with kind([ECHO] + [other] * (PANES - 1), 200, 60) as mux:
            outer = mux.attached(b'READY-00.')
            shown(kind, mux, [b'READY-00.'], 60)
            time.sleep(2.5)
            times, began, before = [], time.perf_counter(), {who: cpu(pid) for who, pid in mux.processes().items()}
            for key in range(options.keys):
                sign = chr(0x2460 + key % 140).encode()
                outer.want(sign)
                sent = time.perf_counter()
                outer.type(sign)
                shown(kind, mux, [sign], 5)
                times.append((outer.seen[sign] - sent) * 1e3)
                time.sleep(.02 + random.random() * .01)
                if key % KEYS_A_LINE == KEYS_A_LINE - 1:
                    outer.type(b'\r')
                    time.sleep(.05)
            seconds = time.perf_counter() - began
            used = {f'{who} CPU %': (cpu(pid) - before[who]) / seconds * 100 for who, pid in mux.processes().items()}
            times.sort()
            return {'p50 ms': times[len(times) // 2], 'p99 ms': times[len(times) * 99 // 100], 'max ms': times[-1], **used}


def filled(kind, options, payload):
    file = options.file(payload, 1_500_000)
    return file, kind([FILLED.replace('FILE', file.path)] * PANES, 200, 60)


def memory(kind, options, payload):
    file, mux = filled(kind, options, payload)
    with file, mux:
        attach(kind, mux)
        time.sleep(8)
        sizes = {who: resident(pid) for who, pid in mux.processes().items()}
        return {'MB': next(iter(sizes.values())), **{f'{who} MB': size for who, size in sizes.items()}}


def idle(kind, options):
    file, mux = filled(kind, options, 'text')
    with file, mux:
        attach(kind, mux)
        time.sleep(25)
        processes = mux.processes()
        state = lambda: {who: (cpu(pid), switches(pid)) for who, pid in processes.items()}
        before = state()
        time.sleep(options.seconds)
        after = state()
        used = {who: (after[who][0] - before[who][0]) / options.seconds * 100 for who in processes}
        wakes = {who: woken(before[who][1], after[who][1]) / options.seconds for who in processes}
        return {'CPU %': sum(used.values()), 'wakes/s': sum(wakes.values()), **{f'{who} wakes/s': count for who, count in wakes.items()}}


def attaching(kind, options):
    """From the start of the client's process, and from its first byte (it has connected later than that), until the last pane is painted."""
    file, mux = filled(kind, options, 'sgr')
    with file, mux:
        attach(kind, mux)
        mux.detach()
        whole, after, sizes = [], [], []
        for _ in range(options.repeats):
            outer = mux.attached(*marks('READY'))
            shown(kind, mux, marks('READY'), 20)
            painted = max(outer.seen.values())
            outer.settle()
            whole.append((painted - outer.began) * 1e3)
            after.append((painted - outer.first) * 1e3)
            sizes.append(outer.bytes / 1e3)
            mux.detach()
            time.sleep(.3)
        attach(kind, mux)
        return {'ms': statistics.median(whole), 'after first byte ms': statistics.median(after), 'kB': statistics.median(sizes)}


def resize(kind, options, panes):
    """With one pane its whole scrollback is rewrapped, too; twelve of fleet's keep 80 columns at least and are seen through smaller tiles."""
    file = options.file('text', 1_500_000)
    with file, kind([FILLED.replace('FILE', file.path)] * panes, *((120, 40) if panes == 1 else (200, 60))) as mux:
        outer, times, sizes = attach(kind, mux, panes), [], []
        outer.settle(1)
        for turn in range(options.repeats * 2):
            had, began = outer.bytes, time.perf_counter()
            outer.resize(mux.columns - (40 if turn % 2 == 0 else 0), mux.rows)
            time.sleep(.1)
            outer.settle(.5)
            times.append((outer.last - began) * 1e3)
            sizes.append((outer.bytes - had) / 1e3)
        return {'ms': statistics.median(times), 'max ms': max(times), 'kB': statistics.median(sizes)}


def spinner(kind, options):
    with kind([f"exec python3 -c '{SPINNER}'"] + [QUIET] * (PANES - 1), 120, 40) as mux:
        outer = attach_moving(kind, mux)
        had, before, began = outer.bytes, {who: cpu(pid) for who, pid in mux.processes().items()}, time.perf_counter()
        time.sleep(options.seconds)
        seconds = time.perf_counter() - began
        return {'B/frame': (outer.bytes - had) / (20 * seconds), **{f'{who} CPU %': (cpu(pid) - before[who]) / seconds * 100 for who, pid in mux.processes().items()}}


def attach_moving(kind, mux):
    outer = mux.attached(b'READY-00.')
    shown(kind, mux, [b'READY-00.'], 60)
    time.sleep(3)
    return outer
