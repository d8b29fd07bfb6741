"""Kills sessions of edits at random moments, and looks whether a change is lost that the program had said to be made.

    python3 Tests/Faults/kill_desk.py PROGRAM [SESSIONS] [SEED]

Of four sessions three run `sitmap change` in a loop, and one edits with the form on a terminal (tmux). Each is ended by SIGKILL. After each
session every line of the log but a torn last one has to be a change, and every change that was acknowledged has to be there: its id was
printed, or the screen said that it was added or corrected. Every hundred sessions, and at the end, the program reads the log. Ends with
status 1 where anything is lost or can't be read.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

EVENTS = 500
ID = re.compile(r"^[0-9a-f]{12}-[0-9a-f]{12}$")


class Terminal:
    """The program in a pane of a tmux of our own."""

    def __init__(self, program, path, name):
        self.socket = name
        shell = f"'{program}' --no-state '{path}' 2>/dev/null; sleep 60"
        self.tmux("new-session", "-d", "-x", "120", "-y", "40", "sh", "-c", shell)

    def tmux(self, *words):
        done = subprocess.run(
            ["tmux", "-L", self.socket, "-f", "/dev/null", *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, check=False)
        return done.stdout

    @property
    def screen(self):
        return self.tmux("capture-pane", "-p")

    def program(self):
        """The number of the process; None before it has begun."""
        shell = self.tmux("display-message", "-p", "#{pane_pid}").strip()
        found = subprocess.run(["pgrep", "-P", shell], stdout=subprocess.PIPE, text=True, check=False).stdout.split()
        return int(found[0]) if found else None

    def close(self):
        self.tmux("kill-server")


class Desk:
    """A file, its log, and what the program said of it."""

    def __init__(self, program, folder, chance):
        self.program, self.chance = program, chance
        self.path = os.path.join(folder, "events.csv")
        self.log = self.path + ".changes"
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("id,date,title,lat,lon\n")
            file.writelines(f"e{n},2024-12-{n % 28 + 1:02},Event {n},34.{n},36.{n}\n" for n in range(EVENTS))
        self.ids, self.titles = set(), set()
        self.torn = self.commands = self.terminals = self.screens = 0
        self.environment = dict(os.environ, GIT_AUTHOR_NAME="K. Tester", HOME=folder)
        # A session is killed within the time of some changes, as long as these take here.
        self.unit = 0.1

    def arguments(self, number):
        event = ["--event", f"e{self.chance.randrange(EVENTS)}"]
        return self.chance.choice([
            ["comment", self.path, *event, "--text", f"remark {number} " + "x" * self.chance.randrange(2_000)],
            ["tag", self.path, *event, "--tag", f"t{number}"],
            ["set", self.path, *event, "--summary", f"summary {number}", "--reason", "to see"],
            ["add", self.path, "--title", f"added {number}", "--when", "2024-12-05"],
        ])

    def run_commands(self):
        """Changes on the command line, one after the other, until one is killed."""
        self.commands += 1
        end = time.monotonic() + self.chance.uniform(0, 6 * self.unit)
        number = 0
        while True:
            number += 1
            begin = time.monotonic()
            with subprocess.Popen(
                    [self.program, "change", *self.arguments(number)], stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL, text=True, env=self.environment) as process:
                try:
                    process.wait(max(0, end - time.monotonic()))
                    self.unit += (time.monotonic() - begin - self.unit) / 8
                except subprocess.TimeoutExpired:
                    process.kill()
                    self.unit *= 1.02
                printed = process.stdout.read()
            self.ids.update(line for line in printed.split("\n")[:-1] if ID.match(line))
            if time.monotonic() >= end:
                return

    def run_terminal(self, session):
        """Changes by the form, until the program is killed."""
        self.terminals += 1
        terminal = Terminal(self.program, self.path, f"kill-desk-{os.getpid()}-{session}")
        end = time.monotonic() + self.chance.uniform(0.3, 4)
        said = set()

        def wait(words):
            while time.monotonic() < end:
                screen = terminal.screen
                said.update(re.findall(r'added "(kill [0-9 ]+)"', screen))
                said.update(title + " again" for title in re.findall(r'corrected title of "(kill [0-9 ]+)"', screen))
                if words in screen:
                    return True
                time.sleep(0.005)
            return False

        def keys(*words):
            terminal.tmux("send-keys", *words)

        try:
            if wait("Event 0"):
                self.screens += 1
            for number in range(100):
                title = f"kill {session} {number}"
                keys("-l", "Ia")
                if not wait("a new event"):
                    break
                keys("-l", title)
                keys("C-s")
                if not wait(f'added "{title}"'):
                    break
                keys("-l", "Ie")
                if not wait(f"correct: {title}"):
                    break
                keys("-l", " again")
                keys("C-s")
                if not wait("reason for the change"):
                    break
                keys("Enter")
                if not wait(f'corrected title of "{title}"'):
                    break
            process = terminal.program()
            if process is not None:
                os.kill(process, 9)
            # What was on its way to the screen when the program ended counts as said.
            time.sleep(0.05)
            end = time.monotonic() + 0.1
            wait("nothing says this")
        finally:
            terminal.close()
        self.titles.update(said)

    def faults(self):
        """What is wrong with the log: sentences."""
        if not os.path.exists(self.log):
            return ["there is no log"] if self.ids or self.titles else []
        with open(self.log, "rb") as file:
            lines = file.read().split(b"\n")
        found, ids, titles = [], set(), set()
        for number, line in enumerate(lines, 1):
            if not line:
                continue
            try:
                change = json.loads(line)
            except ValueError:
                if number == len(lines):
                    self.torn += 1
                continue
            ids.add(change["id"])
            title = change.get("fields", {}).get("title")
            titles.add(title["to"] if isinstance(title, dict) else title)
        found += [f"the change {name} was acknowledged and is lost" for name in sorted(self.ids - ids)]
        found += [f"{title!r} was acknowledged on the screen and is lost" for title in sorted(self.titles - titles)]
        return found

    def faults_of_reading(self):
        """What is wrong with the log as the program reads it."""
        done = subprocess.run(
            [self.program, "changes", self.path, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            return [f"sitmap changes ends with {done.returncode}: {done.stderr.decode()}"]
        listing = json.loads(done.stdout)
        ids = {entry["change"]["id"] for entry in listing["changes"]}
        found = [f"the program does not list {name}" for name in sorted(self.ids - ids)]
        unexpected = [
            line for line in listing["rejected"] if "not written to its end" not in line["reason"] and not self.torn]
        return found + [f"line {line['line']}: {line['reason']}" for line in unexpected]


def main():
    program = os.path.abspath(sys.argv[1])
    sessions = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    folder = tempfile.mkdtemp(prefix="sitmap-kill-")
    desk = Desk(program, folder, random.Random(seed))
    begin = time.monotonic()
    faults = []
    for session in range(1, sessions + 1):
        if session % 4 == 0:
            desk.run_terminal(session)
        else:
            desk.run_commands()
        faults = desk.faults()
        if session % 100 == 0 or session == sessions:
            faults += desk.faults_of_reading()
            print(
                f"{session} sessions in {time.monotonic() - begin:.0f} s: {len(desk.ids)} changes acknowledged by commands, "
                f"{len(desk.titles)} on screens, {desk.torn} torn lines", flush=True)
        if faults:
            break
    for fault in faults[:20]:
        print(fault)
    print(
        f"{desk.commands} sessions of commands, {desk.terminals} on a terminal ({desk.screens} killed after the first screen): "
        + (f"{len(faults)} faults; the files are in {folder}" if faults else "nothing lost, the log is read"))
    if faults:
        sys.exit(1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
