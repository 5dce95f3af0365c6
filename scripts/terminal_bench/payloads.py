"""What the panes print: deterministic, and of the kinds that agents, compilers and full-screen programs print."""
import itertools
import random

WORDS = ('the of request handler error warning file src/main.cs build passed failed retry commit branch value return await Task public static string '
         'null true false session pane buffer cursor scroll render frame socket client daemon').split()
RARE = 'é ü → ✓ ✗ │ ─ ● 日本 中文 ❯ … “ ” 🚀 ✅'.split()
DISTINCT = 4_000_000
ENDING = b'\x1b[0m\x1b[r\x1b[?25h\r\n'


def words(chance, count):
    return ' '.join(chance.choice(WORDS) for _ in range(count))


def log(chance, least, most):
    line = ''
    while len(line) < most:
        line += (chance.choice(RARE) if chance.random() < .02 else chance.choice(WORDS)) + ' '
    return line[:chance.randint(least, most)]


def style(chance):
    kind = chance.random()
    if kind < .35:
        return f'\x1b[{chance.randint(31, 37)}m'
    if kind < .45:
        return f'\x1b[1;{chance.randint(31, 37)}m'
    if kind < .75:
        return f'\x1b[38;5;{chance.randint(16, 255)}m'
    if kind < .95:
        return f'\x1b[38;2;{chance.randint(0, 255)};{chance.randint(0, 255)};{chance.randint(0, 255)}m'
    return '\x1b[4;48;5;236m'


def styled(chance, columns, least=1, most=1):
    line, width = '', 0
    while width < columns - 25:
        run = words(chance, chance.randint(least, most))[:columns - 25]
        line += f'{style(chance)}{run}\x1b[0m '
        width += len(run) + 1
    return line


def text(chance, columns, rows):
    """Lines of a log or of sources, a few characters beyond ASCII."""
    while True:
        yield ' ' * chance.choice([0, 0, 2, 4, 8]) + log(chance, 10, min(columns - 20, 100)) + '\n'


def region(chance, columns, rows):
    """Scrolls within margins (DECSTBM), and now and then writes a status line below them."""
    yield f'\x1b[2;{rows - 1}r\x1b[{rows - 1};1H'
    for number in itertools.count(1):
        yield log(chance, 5, columns - 10) + '\n'
        if number % 50 == 0:
            yield f'\x1b7\x1b[{rows};1H\x1b[7mstatus {number}\x1b[0m\x1b[K\x1b8'


def sgr(chance, columns, rows):
    """Every word in a colour of its own."""
    while True:
        yield styled(chance, columns) + '\n'


def redraw(chance, columns, rows):
    """Whole screens repainted in synchronized updates."""
    pool = [styled(chance, columns, 1, 4) for _ in range(400)]
    for frame in itertools.count():
        body = ''.join(f'\x1b[{y + 1};1H{pool[(frame * 7 + y * 3) % 400]}\x1b[K' for y in range(rows))
        yield f'\x1b[?2026h\x1b[?25l\x1b[H{body}\x1b[?25h\x1b[?2026l'


def agent(chance, columns, rows):
    """An inline agent: erases its last frame upwards, draws the next, leaves a line behind now and then."""
    pool, drawn = [styled(chance, columns, 1, 4) for _ in range(300)], 0
    for frame in itertools.count(1):
        height = chance.randint(12, min(30, rows - 2))
        lines = '\r\n'.join(pool[(frame // 3 + y) % 300] for y in range(height - 1))
        out = '\x1b[?2026h' + '\x1b[2K\x1b[1A' * drawn + f'\x1b[2K\x1b[G{lines}\r\n\x1b[38;2;215;119;87m{"·✢✳✶✻✽"[frame % 6]}\x1b[0m Thinking… \x1b[2m({frame} tokens)\x1b[0m\x1b[?2026l'
        drawn = height - 1
        if frame % 12 == 0:
            out, drawn = out + f'\r\n{pool[frame % 300]}\r\n', 0
        yield out


def dense(chance, columns, rows):
    """A new colour, bold, italic and underlined, on every cell."""
    for frame in itertools.count():
        cells = ''.join(f'\x1b[38;5;{(x + y + frame) % 156 + 100};48;5;{255 - (x + y + frame) % 156};1;3;4m{chr(65 + frame % 26)}' for y in range(rows) for x in range(columns))
        yield '\x1b[H' + cells


def unicode(chance, columns, rows):
    """CJK, Hangul, box drawing, braille, emoji with joiners, combining marks."""
    blocks = (0x4E00, 0x9FA0), (0xAC00, 0xD7A0), (0x2500, 0x2580), (0x2800, 0x2900), (0x1F300, 0x1F5F0), (0x0400, 0x0460), (0x0900, 0x0940)
    clusters = '👩‍💻', '👨‍👩‍👧', '🏳️‍🌈', '❤️', '👍🏽', '🇯🇵', 'é', 'ก็'
    while True:
        low, high = chance.choice(blocks)
        yield ''.join(chr(chance.randint(low, high - 1)) if chance.random() < .92 else chance.choice(clusters) for _ in range(columns // 3)) + '\n'


def write(path, kind, size, columns=120, rows=40):
    """Writes about `size` bytes: up to 4 MB of distinct content, repeated whole."""
    block = bytearray()
    for piece in globals()[kind](random.Random(7), columns, rows):
        block += piece.encode()
        if len(block) >= min(size, DISTINCT):
            break
    with open(path, 'wb') as file:
        for _ in range(max(1, round(size / len(block)))):
            file.write(block)
        file.write(ENDING)
