import Testing
import TextCanvas

@testable import Terminal

@Suite("Mouse")
struct MouseTests {
  @Test("Both forms of report say the same")
  func forms() {
    #expect(report("\u{1B}[<0;10;5M") == MouseReport(code: 0, column: 10, row: 5, released: false))
    #expect(report("\u{1B}[<0;10;5m")?.kind == .release)
    #expect(report("\u{1B}[<32;10;5M")?.kind == .motion)
    #expect(report("\u{1B}[<64;1;1M")?.kind == .wheelUp)
    #expect(report("\u{1B}[<69;300;5M")?.kind == .wheelDown)
    #expect(report("\u{1B}[M *%") == MouseReport(code: 0, column: 10, row: 5, released: false))
    #expect(report("\u{1B}[M#*%")?.kind == .release)
    #expect(report("\u{1B}[M@*%")?.kind == .motion)
    #expect(report("\u{1B}[M`*%")?.kind == .wheelUp)
    #expect(report("\u{1B}[<0;10;5M")?.position == Position(column: 9, row: 4))
  }

  @Test("Other buttons and sideways wheels have no meaning")
  func others() {
    for text in ["<1;1;1M", "<2;1;1m", "<66;1;1M", "<35;1;1M", "<34;1;1M", "<128;1;1M"] {
      #expect(report("\u{1B}[" + text) == nil)
    }
  }

  @Test("A second press soon and near is a double click, a third is a first again")
  func clicks() {
    var counter = ClickCounter()
    #expect(counter.press(at: (10, 5), milliseconds: 0) == .press(clicks: 1))
    #expect(counter.press(at: (11, 4), milliseconds: 400) == .press(clicks: 2))
    #expect(counter.press(at: (10, 5), milliseconds: 500) == .press(clicks: 1))
    #expect(counter.press(at: (12, 5), milliseconds: 600) == .press(clicks: 1))
    #expect(counter.press(at: (12, 5), milliseconds: 1001) == .press(clicks: 1))
  }

  @Test("A drag has a beginning and an end")
  func drags() {
    var counter = ClickCounter()
    #expect(counter.action(code: 32, column: 9) == nil)
    #expect(counter.action(code: 0) == .press(clicks: 1))
    #expect(counter.action(code: 32, column: 9) == .drag)
    #expect(counter.action(code: 32, column: 1) == .drag)
    #expect(counter.action(code: 3) == .release)
    #expect(counter.action(code: 3) == nil)
    #expect(counter.action(code: 64) == .wheelUp)
  }

  @Test("A hand that trembles between press and release clicks, and drags nothing")
  func jitter() {
    var counter = ClickCounter()
    #expect(counter.action(code: 0, column: 10, row: 10) == .press(clicks: 1))
    for (column, row) in [(11, 10), (9, 9), (10, 11), (10, 10)] {
      #expect(counter.action(code: 32, column: column, row: row) == nil)
    }
    #expect(counter.mouse(code: 3, column: 11, row: 11) == Mouse(.release, at: Position(column: 9, row: 9)))
  }

  @Test(
    "Reports of places that no terminal has stay in bounds",
    arguments: ["<0;0;0M", "<0;99999999999999999999;7M", "<32;-5;1M", "<0;;M", "M \0\0", "M\0  ", "<0;1M", "<0;1;1;1M"])
  func wildPlaces(text: String) {
    guard let report = report("\u{1B}[" + text) else { return }
    #expect((0..<10_000).contains(report.position.column))
    #expect((0..<10_000).contains(report.position.row))
  }

  private func report(_ text: String) -> MouseReport? {
    var decoder = InputDecoder()
    decoder.feed(text.utf8)
    guard case .mouse(let report)? = decoder.take(patient: false).first else { return nil }
    return report
  }
}

extension ClickCounter {
  fileprivate mutating func press(at place: (column: Int, row: Int), milliseconds: Int64) -> Mouse.Action? {
    action(code: 0, column: place.column, row: place.row, milliseconds: milliseconds)
  }

  fileprivate mutating func action(
    code: Int, column: Int = 1, row: Int = 1, milliseconds: Int64 = 0
  ) -> Mouse.Action? {
    mouse(code: code, column: column, row: row, milliseconds: milliseconds)?.action
  }

  fileprivate mutating func mouse(code: Int, column: Int, row: Int, milliseconds: Int64 = 0) -> Mouse? {
    guard let report = MouseReport(code: code, column: column, row: row, released: false) else { return nil }
    return mouse(report, at: MonotonicTime(nanoseconds: milliseconds * 1_000_000))
  }
}
