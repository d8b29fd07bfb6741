"""Times the program in a terminal of 200x60: what each key costs, idle, memory; its first frame beside other programs'.

    python3 terminal.py PROGRAM [SECONDS-OF-IDLE]

A key is timed from its write to the last byte that answers it. The first frame is timed in a tmux pane, in turns with
less and btop where they are installed: compare it with them, not with another run.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

PROGRAM = os.path.abspath(sys.argv[1])
IDLE = float(sys.argv[2]) if len(sys.argv) > 2 else 10
TURNS = 15


class Session:
    """The program in a pseudo-terminal."""

    def __init__(self, arguments):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execv(PROGRAM, [PROGRAM, "--no-state", *arguments])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 200, 0, 0))
        self.answer(0.6)

    def answer(self, quiet):
        """The bytes until it is quiet for so many seconds, and the milliseconds to the last of them."""
        start = last = time.perf_counter()
        count = 0
        while select.select([self.terminal], [], [], quiet)[0]:
            count += len(os.read(self.terminal, 1 << 16))
            last = time.perf_counter()
        return count, (last - start) * 1000

    def press(self, keys):
        taken = []
        for key in keys:
            os.write(self.terminal, key.encode())
            taken.append(self.answer(0.08))
        return statistics.median(count for count, _ in taken), statistics.median(ms for _, ms in taken)

    def quit(self):
        os.write(self.terminal, b"q")
        os.waitpid(self.process, 0)
        os.close(self.terminal)

    def counters(self):
        status = open(f"/proc/{self.process}/status").read()
        switches = [int(n) for n in re.findall(r"ctxt_switches:\s+(\d+)", status)]
        fields = open(f"/proc/{self.process}/stat").read().split()
        return switches, int(fields[13]) + int(fields[14]), int(re.search(r"VmHWM:\s+(\d+)", status)[1])


def keys():
    for glyphs in ["ascii", "braille"]:
        for name, view in [("world", ["--at", "25,20", "--zoom", "1.6"]), ("country", ["--zoom", "7"]),
                           ("town", ["--at", "35.52,35.79", "--zoom", "12"])]:
            session = Session([*view, "--glyphs", glyphs])
            count, ms = session.press("lllllllljjjjkkkkhhhhhhhh")
            print(f"pan, {name:8} {glyphs:8} {ms:6.1f} ms {count:8.0f} bytes")
            session.quit()
    session = Session([])
    for name, pressed in [("zoom in and out", "++++----"), ("next event", "\t" * 12), ("step in time", ",.,.,.,.")]:
        count, ms = session.press(pressed)
        print(f"{name:22} {ms:6.1f} ms {count:8.0f} bytes")
    before = session.counters()
    time.sleep(IDLE)
    after = session.counters()
    switched = sum(after[0]) - sum(before[0])
    print(f"idle {IDLE:.0f} s: {switched} context switches, {after[1] - before[1]} ticks; peak memory {after[2]} kB")
    session.quit()


def tmux(*arguments):
    return subprocess.run(["tmux", "-L", "sitmap-bench", *arguments], capture_output=True, text=True).stdout


def first_frames():
    if not shutil.which("tmux"):
        return
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as long_file:
        long_file.writelines(f"line {number} of a long file\n" for number in range(300_000))
        long_file.flush()
        commands = {"shell": ("sh -c 'printf READY; sleep 9'", "READY"), "sitmap": (PROGRAM + " --no-state", "q quit")}
        if shutil.which("less"):
            commands["less"] = (f"less {long_file.name}", "line 20 ")
        if shutil.which("btop"):
            commands["btop"] = ("btop --utf-force", "signals|terminate|kill")
        tmux("-f", "/dev/null", "new-session", "-d", "-x", "200", "-y", "60", "sleep 1000")
        times = {name: [] for name in commands}
        for _ in range(TURNS):
            for name, (command, sign) in commands.items():
                start = time.perf_counter()
                tmux("respawn-pane", "-k", command)
                while not re.search(sign, tmux("capture-pane", "-p")) and time.perf_counter() < start + 5:
                    pass
                times[name].append((time.perf_counter() - start) * 1000)
        tmux("kill-server")
    own = statistics.median(times["sitmap"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"first frame, {name:8} {middle:6.1f} ms   sitmap takes {own / middle:4.1f} times as long")


keys()
first_frames()
