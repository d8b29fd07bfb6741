import Glibc
import Testing

/// The log of changes under the program that writes it: killed, beside another, on a full disk, and merged by git.
@Suite("Changes on the disk", .serialized)
struct ChangeSessions {
  private func file(in folder: ScratchFolder) throws -> String {
    try folder.write("id,date,title\n".utf8 + (1...50).flatMap { "e\($0),2024-12-01,Event \($0)\n".utf8 }, to: "a.csv")
  }

  /// Runs a script of the shell in a folder, with `$S` for the program; returns what it prints.
  private func run(_ script: String, in folder: ScratchFolder) throws -> String {
    let program = try ProgramUnderTest.path()
    return try output(of: ["/bin/bash", "-c", "cd '\(folder.path)'; S='\(program)'; export HOME=$PWD; \(script)"])
  }

  @Test("killed at any moment, no change that was acknowledged is lost, and the log is read")
  func killed() throws {
    let folder = try ScratchFolder()
    _ = try file(in: folder)
    let script = """
      for i in $(seq 1 30); do
        timeout -s KILL 0.0$((i % 9 + 1)) $S change comment a.csv --event e$i --text "remark $i" --author A >>told 2>/dev/null
      done 2>/dev/null
      for i in 31 32 33; do $S change comment a.csv --event e$i --text "remark $i" --author A >>told; done
      sort -u told | grep -E '^[0-9a-f]{12}-[0-9a-f]{12}$' >whole
      $S changes a.csv >list 2>err; echo "status $?"
      for id in $(cat whole); do grep -c "$id" list; done | sort | uniq -c | awk '{print $1, $2}'
      wc -l <whole
      """
    let lines = try run(script, in: folder).split(separator: "\n").map(String.init)
    let acknowledged = try #require(lines.last.flatMap { Int($0) })
    #expect(acknowledged >= 3)
    #expect(lines == ["status 0", "\(acknowledged) 1", "\(acknowledged)"], "\(lines)")
  }

  @Test("two programs that write at once lose nothing")
  func together() throws {
    let folder = try ScratchFolder()
    _ = try file(in: folder)
    let script = """
      for who in A B C; do
        (for i in $(seq 1 12); do $S change tag a.csv --event e$i --tag $who --author $who >>told.$who; done) &
      done; wait
      cat told.* | wc -l; wc -l <a.csv.changes; $S changes a.csv | wc -l; $S list a.csv --where 'tag:A tag:B tag:C' | wc -l
      """
    #expect(try run(script, in: folder) == "36\n36\n36\n12\n")
  }

  @Test("what is said to be done is on the disk: fdatasync returns before the message")
  func synced() throws {
    let folder = try ScratchFolder()
    _ = try file(in: folder)
    guard access("/usr/bin/strace", X_OK) == 0 else { return print("skipped: strace is missing") }
    let script = """
      strace -f -s 200 -o calls -e trace=openat,write,fdatasync,flock $S change comment a.csv --event e1 --text Hello --author A >told 2>err
      grep -q PTRACE err && echo refused || grep -E 'write\\(|fdatasync|flock' calls | grep -v -- '-1 E'
      """
    let calls = try run(script, in: folder).split(separator: "\n").map(String.init)
    if calls == ["refused"] { return print("skipped: tracing is refused here") }
    func place(_ words: String...) -> Int? { calls.firstIndex { call in words.allSatisfy(call.contains) } }
    let locked = try #require(place("flock(", "LOCK_EX"), "\(calls)")
    let written = try #require(place("write(", "Hello"))
    let synced = try #require(place("fdatasync(", "= 0"))
    let told = try #require(place("write(1,"))
    #expect(locked < written && written < synced && synced < told, "\(calls)")
  }

  @Test("a log that can't be written, or a disk that is full, is told, and the log stays as it was")
  func unwritable() throws {
    let folder = try ScratchFolder()
    _ = try file(in: folder)
    let script = """
      $S change comment a.csv --event e1 --text one --author A >/dev/null
      cp a.csv.changes before
      (ulimit -f 1; $S change comment a.csv --event e1 --text "$(head -c 3000 /dev/zero | tr '\\0' x)" --author A) >out 2>err
      echo $?; cat out; cmp before a.csv.changes && grep -c 'was not written' err
      mkdir b.csv.changes; cp a.csv b.csv
      $S change comment b.csv --event e1 --text one --author A 2>err; echo $?
      """
    #expect(try run(script, in: folder) == "73\n1\n73\n")
  }

  @Test("git diff says in words what became of each event: of a changed, a new, a deleted and an unreadable file")
  func gitDiff() throws {
    let folder = try ScratchFolder()
    guard access("/usr/bin/git", X_OK) == 0 else { return print("skipped: git is missing") }
    let script = """
      exec 2>err
      git init -q -b main . && git config user.name T && git config user.email t@example.org
      echo '*.csv diff=events' >.gitattributes
      git config diff.events.command "$S diff --git"
      printf 'id,date,title,deaths\ne1,2024-12-01,One,5\ne2,2024-12-02,Two,\n' >a.csv
      printf 'id,date,title\nx,2024-12-01,X\n' >gone.csv
      printf 'id,date,title\ny,2024-12-01,Y\n' >broken.csv
      git add . && git commit -q -m start
      printf 'id,date,title,deaths\ne1,2024-12-03,One,5-7\ne3,2024-12-04,Three,\n' >a.csv
      $S change set a.csv --event e1 --title 'Not in the file' --author T >/dev/null
      printf '' >broken.csv
      rm gone.csv
      printf 'id,date,title\nz,2024-12-01,Z\n' >new.csv
      git add -N new.csv
      git --no-pager diff -- '*.csv'; echo "status $?"
      $S diff --git a.csv; echo "status $?"
      $S diff --git a.csv b.csv 2>&1 | head -1 | cut -c 1-20
      """
    let text = try run(script, in: folder)
    let words = [
      "a.csv\n1 new, 1 withdrawn, 0 moved, 1 re-dated", "@ 2024-12-03  One  (e1)", "date: 2024-12-01 -> 2024-12-03",
      "figures: deaths 5 -> deaths 5-7", "+ 2024-12-04  Three  (e3)", "- 2024-12-02  Two  (e2)",
      "broken.csv: can't be compared by events: ", "gone.csv (deleted file)\n", "- 2024-12-01  X  (x)",
      "new.csv (new file)\n", "+ 2024-12-01  Z  (z)", "status 0\na.csv: not merged yet\nstatus 0\n",
    ]
    for word in words { #expect(text.contains(word), "\(word): \(text)") }
    #expect(!text.contains("Not in the file"), "\(text)")
  }

  @Test("sitmap check lists the findings on changes as JSON, too, and finds none where there is no log")
  func checked() throws {
    let folder = try ScratchFolder()
    _ = try file(in: folder)
    let script = """
      cp a.csv b.csv
      $S change set a.csv --event e1 --title One --author A >/dev/null
      sed -i 's/Event 1$/Another/' a.csv
      echo broken >>a.csv.changes
      $S check --strict --json a.csv b.csv >out; echo $?
      python3 -c '
      import json
      a, b = (file["changes"] for file in json.load(open("out"))["files"])
      print(b, a["count"], a["people"], [p["kind"] for p in a["problems"]], a["problems"][0]["event"], a["rejected"][0]["line"])'
      $S check a.csv | grep -A 1 changes:
      """
    let lines = try run(script, in: folder).split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["65", "None 1 1 ['stale'] e1 2"])
    #expect(
      lines.dropFirst(2).first == "  changes: 1 by 1 person, need a look: 1 (sitmap changes --check), rejected lines: 1"
    )
    #expect(lines.last?.hasPrefix("    a.csv.changes:2: the line ") ?? false, "\(lines)")
  }

  @Test("a merge driver of git takes the lines of both logs, each once")
  func mergeDriver() throws {
    let folder = try ScratchFolder()
    _ = try file(in: folder)
    guard access("/usr/bin/git", X_OK) == 0 else { return print("skipped: git is missing") }
    let script = """
      exec 2>err
      git init -q -b main . && git config user.name T && git config user.email t@example.org
      echo '*.changes merge=changes' >.gitattributes
      git config merge.changes.driver "$S changes merge %A %B --output %A --force"
      $S change comment a.csv --event e1 --text start --author T >/dev/null
      git add . && git commit -q -m start
      git checkout -q -b ann
      $S change comment a.csv --event e2 --text ann --author Ann >/dev/null
      git commit -q -a -m ann
      git checkout -q main
      $S change comment a.csv --event e3 --text bob --author Bob >/dev/null
      git commit -q -a -m bob
      git merge -q -m both ann >&2; echo "merge $?"
      $S changes a.csv | cut -f 2
      """
    #expect(try run(script, in: folder) == "merge 0\nT\nAnn\nBob\n")
  }

  @Test(
    "git merges the changes of two people as a union of lines, and what they set differently is a conflict to decide")
  func merged() throws {
    let folder = try ScratchFolder()
    _ = try file(in: folder)
    guard access("/usr/bin/git", X_OK) == 0 else { return print("skipped: git is missing") }
    let script = """
      exec 2>err
      git init -q -b main . && git config user.name T && git config user.email t@example.org
      echo '*.changes merge=union' >.gitattributes
      $S change comment a.csv --event e50 --text start --author T >/dev/null
      git add . && git commit -q -m start
      git checkout -q -b ann
      for i in $(seq 1 50); do $S change set a.csv --event e$i --title "Ann $i" --author Ann >/dev/null; done
      git commit -q -a -m ann
      git checkout -q main
      for i in $(seq 1 50); do
        if [ $i -le 5 ]; then $S change set a.csv --event e$i --title "Bob $i" --author Bob >/dev/null
        else $S change set a.csv --event e$i --summary "Bob $i" --author Bob >/dev/null; fi
      done
      git commit -q -a -m bob
      git merge -q -m both ann >&2; echo "merge $?"
      wc -l <a.csv.changes
      $S changes a.csv --check | cut -f 1 | sort | uniq -c | awk '{print $1, $2}'
      $S list a.csv --where 'author:Ann author:Bob' | wc -l
      # Ann's are shown where she was alone; of five the later one, which is Bob's.
      $S list a.csv --format json | grep -c '"title":"Ann '; $S list a.csv --format json | grep -c '"title":"Bob '
      loser=$($S changes a.csv --check --json | grep -o '"change":"[^"]*"' | head -1 | cut -d '"' -f 4)
      $S change revert a.csv --change $loser --reason decided --author T >/dev/null
      $S changes a.csv --check | wc -l
      """
    #expect(try run(script, in: folder) == "merge 0\n101\n5 conflict\n50\n45\n5\n4\n")
  }
}
