"""The outer terminal: what a multiplexer's client draws on. It reads and drops what is drawn and answers the usual questions."""
import fcntl
import os
import pty
import signal
import struct
import subprocess
import termios
import threading
import time

# As xterm 379 answers.
ANSWERS = {b'\x1b[?69$p': b'\x1b[?69;2$y', b'\x1b[?2026$p': b'\x1b[?2026;0$y', b'\x1b[c': b'\x1b[?64;1;2;6;22c', b'\x1b[>c': b'\x1b[>41;379;0c', b'\x1b[6n': b'\x1b[1;1R', b'\x1b[>q': b'\x1bP>|XTerm(379)\x1b\\'}


class Outer(threading.Thread):
    def __init__(self, command, columns, rows, environment, directory=None, wanted=()):
        super().__init__(daemon=True)
        self.bytes, self.first, self.last, self.seen, self.wanted, self.tail = 0, None, None, {}, set(wanted), b''
        self.changed = threading.Condition()
        self.master, slave = pty.openpty()
        self.resize(columns, rows)
        control = lambda: (os.setsid(), fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        self.began = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, preexec_fn=control, env=environment, cwd=directory)
        os.close(slave)
        self.start()

    def run(self):
        while True:
            try:
                data = os.read(self.master, 1 << 18)
            except OSError:
                return
            now = time.perf_counter()
            if len(data) < 4096 and b'\x1b[' in data:
                for question, answer in ANSWERS.items():
                    if question in data:
                        self.type(answer)
            self.bytes += len(data)
            self.first, self.last = self.first or now, now
            if not self.wanted:
                continue
            with self.changed:
                looked = self.tail + data
                for word in [word for word in self.wanted if word in looked]:
                    self.seen[word] = now
                    self.wanted.discard(word)
                    self.changed.notify_all()
                self.tail = looked[-64:]

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))

    def type(self, text):
        try:
            os.write(self.master, text)
        except OSError:
            pass

    def want(self, *words):
        with self.changed:
            for word in words:
                self.seen.pop(word, None)
                self.wanted.add(word)
            self.tail = b''

    def wait(self, words, limit):
        with self.changed:
            return self.changed.wait_for(lambda: all(word in self.seen for word in words), limit)

    def settle(self, quiet=.4, limit=20):
        """Until nothing was drawn for so long."""
        end = time.perf_counter() + limit
        while (now := time.perf_counter()) < end and (self.last is None or now - self.last < quiet):
            time.sleep(.02)

    def close(self, how=signal.SIGHUP):
        self.process.send_signal(how)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
