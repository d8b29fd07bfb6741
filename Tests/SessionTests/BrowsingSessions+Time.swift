import Testing
import TextCanvas

/// The keys of time.
extension BrowsingSessions {
  @Test("the timeline: typed times, what is certain, buckets, gaps and bursts, one kind, speeds, the other clock")
  func timeKeys() throws {
    let files = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/BrowserTests/Files"
    let session = try open(["\(files)/years.geojson"], columns: 120, rows: 32)
    for (keys, words) in [
      ("t2019-03-03\r", " 3 Mar 2019 UTC"), ("t+1d\r", " 4 Mar 2019 UTC"), ("r", " 5 Mar 2019 UTC"),
      ("E", "0 maybe (left out)"), ("E", "0 in this window, 0 maybe, of 21"),
      ("bb", "time, by day, 2019 UTC, of 2019-2024"),
      ("a", "2 Mar 2019 - 13 Dec 2024 UTC"), ("}", "burst: about 5 events in one day"),
      (")", "gap: 15 days without an event"), ("J", "folded"), ("K", "counts only"), ("BB", "buckets: by month"),
      ("T", "with no date"), ("T", "events are dated by when they happened"), ("aH", "and fade"),
    ] {
      session.type(keys)
      try session.wait(for: words)
    }
    try quit(session)
  }

  @Test("another zone is said on the screen, and today is that of the clock")
  func zone() throws {
    let session = try open(["--timezone", "Asia/Damascus"], columns: 120)
    #expect(session.text.contains("7-14 Dec 2024 Asia/Damascus"))
    session.type("ttoday\r")
    try session.wait(for: "this is after the last date")
    try quit(session)
  }

  @Test("the keys of the timeline move the window")
  func timeline() throws {
    let session = try open()
    for (key, title) in [
      (Key.Code.character("."), " 7 Dec 2024 UTC"), (.character("."), " 8 Dec 2024 UTC"),
      (.character(">"), " 8-9 Dec 2024 UTC"), (.character("<"), " 8 Dec 2024 UTC"), (.end, " 14 Dec 2024 UTC"),
      (.character(","), " 13 Dec 2024 UTC"), (.character("["), " 8 Dec 2024 UTC"), (.home, " 7 Dec 2024 UTC"),
      (.character("]"), " 8 Dec 2024 UTC"), (.character("w"), "up to 8 Dec 2024 UTC"), (.character("a"), "UTC"),
    ] {
      session.press(key)
      try session.wait(for: title)
    }
    session.type("w")
    try session.wait(for: "7-14 Dec 2024 UTC")
    #expect(session.text.contains("22 events"))
    try quit(session)
  }

  @Test("Space plays day by day to the end and stops there")
  func playing() throws {
    let session = try open()
    session.type(" ")
    try session.wait(for: "playing")
    for day in [8, 9, 11, 14] { try session.wait(for: " \(day) Dec 2024 UTC", seconds: 20) }
    try session.wait(until: "the end of the play", seconds: 20) { !session.text.contains("playing") }
    try quit(session)
  }
}
