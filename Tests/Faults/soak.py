"""Lets the program follow a file for a while: soak.py PROGRAM MINUTES.

Rows are appended in bursts with rests between them. Each minute it prints memory and what the program used of a processor while
nothing came; at the end the screen must know every row, memory must be flat, and the rests must have cost nothing.
"""

import os, pty, random, re, select, subprocess, sys, tempfile, threading, time

program, minutes = sys.argv[1], float(sys.argv[2])
rest = 15  # seconds of each minute in which nothing comes
random.seed(6)

folder = tempfile.mkdtemp(prefix="sitmap-soak-")
path = os.path.join(folder, "feed.csv")
written = 0


def append(count):
    global written
    with open(path, "a") as file:
        for _ in range(count):
            second = written % 86_400
            file.write(
                f"e{written},Event {written},2024-12-01T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z,"
                f"{random.uniform(30, 40):.4f},{random.uniform(30, 45):.4f}\n"
            )
            written += 1


with open(path, "w") as file:
    file.write("id,title,date,lat,lon\n")
append(10)

master, slave = pty.openpty()
import fcntl, struct, termios

fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
environment = dict(os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", SWIFT_BACKTRACE="enable=no")
child = subprocess.Popen(
    [program, "--no-state", "--follow", path], stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
)
seen, lock, sent = b"", threading.Lock(), 0


def drain():
    global seen, sent
    while True:
        try:
            more = os.read(master, 65_536)
        except OSError:
            return
        with lock:
            seen, sent = (seen + more)[-200_000:], sent + len(more)


threading.Thread(target=drain, daemon=True).start()


def ticks():
    """Hundredths of a second that the program has used, and its memory in kB."""
    with open(f"/proc/{child.pid}/stat") as file:
        words = file.read().rsplit(")", 1)[1].split()
    with open(f"/proc/{child.pid}/statm") as file:
        pages = int(file.read().split()[1])
    return int(words[11]) + int(words[12]), pages * 4


def shown():
    """The number of events that the title tells of, on a screen that is drawn anew."""
    global seen
    with lock:
        seen = b""
    os.write(master, b"\x0c")
    time.sleep(2)
    with lock:
        text = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", seen).decode("utf-8", "replace")
    found = re.findall(r"possible, of (\d+)", text)
    return int(found[-1]) if found else None


time.sleep(3)
if written not in (shown() for _ in range(15)):
    sys.exit(f"the program does not show the first {written} rows: {seen[-300:]!r}")
memories, idle_ticks, idle_bytes, lost = [], 0, 0, 0
end = time.time() + minutes * 60
minute = 0
while time.time() < end:
    minute += 1
    busy = time.time() + 60 - rest
    while time.time() < min(busy, end):
        append(random.choice([1, 1, 1, 5, 40]))
        time.sleep(random.uniform(0.1, 1.5))
    time.sleep(3)
    number = shown()
    lost += number != written
    used, memory = ticks()
    before = sent
    time.sleep(rest - 5)
    idle, idle_sent = ticks()[0] - used, sent - before
    idle_ticks, idle_bytes = idle_ticks + idle, idle_bytes + idle_sent
    memories.append(memory)
    print(f"minute {minute}: {written} rows, {number} shown, {memory} kB, at rest {idle * 10} ms and {idle_sent} bytes", flush=True)

os.write(master, b"q")
status = child.wait(timeout=20)
growth = memories[-1] - memories[min(len(memories) - 1, len(memories) // 4)]
print(f"{written} rows, {lost} looks with rows lost, {growth} kB more than after a quarter, {idle_ticks * 10} ms at rest, status {status}")
sys.exit(0 if status == 0 and lost == 0 and growth < 20_000 and idle_ticks <= 2 else 1)
