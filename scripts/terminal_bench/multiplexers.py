"""The bare terminal, tmux and fleet, each started the same way: one script per pane, then a client in an outer terminal."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

from .outer import Outer

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
HISTORY = 10_000


def run(command, environment, directory):
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment, cwd=directory, timeout=60)
    if answer.returncode:
        sys.exit(f'bench-terminal: {" ".join(command)} answered {answer.returncode}: {answer.stdout.decode()}{answer.stderr.decode()}')
    return answer.stdout.decode()


class Multiplexer:
    """A directory of its own with a script per pane; everything is gone after `with`."""

    def __init__(self, scripts, columns=120, rows=40):
        self.layout = 'grid'
        self.directory, self.columns, self.rows, self.outer = tempfile.mkdtemp(prefix='bench-terminal-'), columns, rows, None
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(('TMUX', 'STY', 'GIT_', 'FLEET_'))} | {
            'TERM': 'xterm-256color', 'LC_ALL': 'C.UTF-8', 'HOME': self.directory, 'XDG_RUNTIME_DIR': f'{self.directory}/run',
            'XDG_STATE_HOME': f'{self.directory}/state', 'GIT_CONFIG_GLOBAL': '/dev/null', 'GIT_CONFIG_SYSTEM': '/dev/null'}
        os.mkdir(f'{self.directory}/run', 0o700)
        self.scripts = []
        for index, script in enumerate(scripts):
            self.scripts.append(f'{self.directory}/p{index:02}.sh')
            with open(self.scripts[-1], 'w') as file:
                file.write(script.replace('DIR', self.directory).replace('INDEX', f'{index:02}'))

    def __enter__(self):
        self.prepare()
        return self

    def __exit__(self, *_):
        try:
            if self.outer:
                self.outer.close()
        finally:
            self.stop()
            shutil.rmtree(self.directory, ignore_errors=True)

    def attached(self, *wanted):
        self.outer = Outer(self.client(), self.columns, self.rows, self.environment, self.place(), wanted)
        return self.outer

    def detach(self):
        self.outer.close()
        self.outer = None

    def place(self):
        return self.directory

    def processes(self):
        """Every process of the multiplexer itself by name, the one that holds the screens first."""
        raise NotImplementedError


class Bare(Multiplexer):
    name = 'bare'

    def prepare(self):
        pass

    def client(self):
        return ['sh', self.scripts[0]]

    def processes(self):
        return {}

    def stop(self):
        pass


class Tmux(Multiplexer):
    name = 'tmux'

    def tmux(self, *words):
        return run(['tmux', '-S', f'{self.directory}/tmux', '-f', f'{self.directory}/conf', *words], self.environment, self.directory)

    def prepare(self):
        with open(f'{self.directory}/conf', 'w') as file:
            file.write(f'set -g status off\nset -g history-limit {HISTORY}\nset -g default-terminal tmux-256color\nset -s escape-time 0\n')
        self.tmux('new-session', '-d', '-x', str(self.columns), '-y', str(self.rows), f'sh {self.scripts[0]}')
        for script in self.scripts[1:]:
            self.tmux('split-window', '-d', f'sh {script}', ';', 'select-layout', 'tiled')
        if self.layout == 'columns':
            self.tmux('select-layout', 'even-horizontal')
        self.tmux('select-pane', '-t', ':.0')
        self.server = int(self.tmux('display', '-p', '#{pid}'))

    def client(self):
        return ['tmux', '-S', f'{self.directory}/tmux', 'attach']

    def processes(self):
        return {'server': self.server, 'client': self.outer.process.pid}

    def stop(self):
        self.tmux('kill-server')


class Fleet(Multiplexer):
    """The shipped program with its daemon, in a repository of its own: what a user runs."""
    name = 'fleet'
    program = None

    def place(self):
        return f'{self.directory}/hub'

    def fleet(self, *words):
        return run([self.program, *words], self.environment, self.place())

    def prepare(self):
        hub = self.place()
        slots = [f'p{index:02}' for index in range(len(self.scripts))]
        os.mkdir(hub)
        with open(f'{hub}/fleet.toml', 'w') as file:
            file.write('name = "bench"\n[landing]\nmode = "off"\n' + f'[terminal]\nscrollback = {HISTORY}\n'
                       + ''.join(f'[agents.{slot}]\ncommand = ["sh", "{script}"]\n' for slot, script in zip(slots, self.scripts)))
        with open(f'{hub}/roles.toml', 'w') as file:
            file.write(''.join(f'[[slot]]\nid = "{slot}"\nagent = "{slot}"\nworktree = "../w/{slot}"\n' for slot in slots))
        who = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid']
        for words in ['init', '-q', '-b', 'main'], ['add', '.'], [*who, 'commit', '-q', '-m', 'begin']:
            run(['git', *words], self.environment, hub)
        self.fleet('trust')
        self.fleet('up')
        state = f'{hub}/.git/fleet/console.json'
        os.makedirs(os.path.dirname(state), exist_ok=True)
        with open(state, 'w') as file:
            json.dump({'layout': self.layout.capitalize(), 'rail': 'Hidden', 'zoomed': 'False', 'focus': 'p00'}, file)
        self.own = self.running()

    def running(self):
        """The host and the daemon of this directory."""
        mark, found = f'XDG_RUNTIME_DIR={self.directory}/run'.encode(), {}
        for pid in filter(str.isdigit, os.listdir('/proc')):
            try:
                if mark in open(f'/proc/{pid}/environ', 'rb').read() and os.path.realpath(f'/proc/{pid}/exe') == self.program:
                    words = open(f'/proc/{pid}/cmdline', 'rb').read().split(b'\0')
                    found['host' if b'host' in words else 'daemon' if b'daemon' in words else 'console'] = int(pid)
            except OSError:
                pass
        return {who: found[who] for who in ('host', 'daemon') if who in found}

    def client(self):
        return [self.program, 'attach']

    def processes(self):
        return self.own | {'console': self.outer.process.pid}

    def stop(self):
        self.fleet('down', '--all')


def build(program=None):
    """What is measured: this checkout as it is shipped, or a build that was made before."""
    if not program:
        subprocess.run([f'{ROOT}/scripts/fleet', '--version'], check=True, stdout=subprocess.DEVNULL)
    Fleet.program = os.path.realpath(program or f'{ROOT}/.build/current/fleet')
    if os.path.exists(root := f'{os.path.dirname(Fleet.program)}/.dotnet-root'):
        os.environ['DOTNET_ROOT'] = open(root).read().strip()
    time.sleep(.2)
