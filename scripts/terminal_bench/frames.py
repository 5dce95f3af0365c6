"""How many bytes an attached client is sent for the same output in the same panes: one piece of it at a time, so slowly that each is a frame of its own."""
import itertools
import json
import os
import random
import time

from . import payloads
from .measures import QUIET, marks, shown

PIECES, EVERY = 40, .07
COLUMNS, ROWS = 92, 30
PLAYER = ('import json,sys,time\nw=lambda t:(sys.stdout.write(t),sys.stdout.flush())\nw("READY-00.")\nopen(sys.argv[2]).read()\n'
          'for p in json.load(open(sys.argv[1])): w(p);time.sleep(float(sys.argv[3]))\nw("\\033[0m\\033[2J\\033[HDONE-00.");time.sleep(1000)\n')


def pieces(kind):
    chance = random.Random(7)
    if kind == 'spinner':
        return [f'\x1b[?2026h\x1b[12;20H\x1b[38;5;{30 + i % 8}m{"|/-" [i % 3]}\x1b[0m\x1b[?2026l' for i in range(PIECES)]
    made = getattr(payloads, {'scroll': 'text', 'colours': 'sgr'}.get(kind, kind))(chance, COLUMNS, ROWS)
    lines = {'scroll': 1, 'text': 5, 'colours': 5}.get(kind, 1)
    fill = '\n'.join(itertools.islice(getattr(payloads, 'text')(random.Random(8), COLUMNS, ROWS), 60)) if kind in ('scroll', 'text', 'colours') else '\x1b[2J\x1b[H'
    return [fill, *(''.join(itertools.islice(made, lines)) for _ in range(PIECES))]


def measured(kind, options, output, side):
    """`side`: two panes side by side on 200x50; else one over the whole width of 120x40."""
    file = options.file('text', 1).path + f'-{output}.json'
    with open(file, 'w') as script:
        json.dump(pieces(output), script)
    with open(f'{file}.py', 'w') as script:
        script.write(PLAYER)
    play = f'stty -echo; mkfifo DIR/go 2>/dev/null; exec python3 {file}.py {file} DIR/go {EVERY}'
    mux = kind([play] + [QUIET] * (1 if side else 0), *((200, 50) if side else (120, 40)))
    mux.layout = 'columns'
    with mux:
        outer = mux.attached(b'READY-00.')
        shown(kind, mux, [b'READY-00.'], 60)
        time.sleep(2.5)
        outer.settle()
        had = outer.bytes
        outer.want(b'DONE-00.')
        os.close(os.open(f'{mux.directory}/go', os.O_WRONLY))
        shown(kind, mux, [b'DONE-00.'], 60)
        outer.settle()
        return {'B/frame': (outer.bytes - had) / PIECES}
