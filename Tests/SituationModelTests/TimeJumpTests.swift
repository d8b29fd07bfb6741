import SituationModel
import Testing

@Suite("Jumps in time")
struct TimeJumpTests {
  @Test(
    "a typed text takes the window of 8 to 14 December there",
    arguments: [
      ("2024-12-13", "2024-12-13/2024-12-13"), ("2024-11/2025-01", "2024-11-01/2025-01-31"),
      ("2023", "2023-01-01/2023-12-31"),
      ("../2024-12-10", "2024-01-01/2024-12-10"), ("2024-12-10/..", "2024-12-10/2025-06-30"),
      ("+3d", "2024-12-11/2024-12-17"), ("-1w", "2024-12-01/2024-12-07"), ("+1m", "2025-01-08/2025-01-14"),
      ("-1y", "2023-12-08/2023-12-14"), ("TODAY", "2026-05-04/2026-05-04"), (" +3d ", "2024-12-11/2024-12-17"),
    ])
  func windows(text: String, expected: String) throws {
    let today = try #require(CivilDate(year: 2026, month: 5, day: 4))
    let jump = try TimeJump(text)
    let result = jump.window(
      from: try window("2024-12-08/2024-12-14"), span: try window("2024-01-01/2025-06-30"), today: today)
    #expect(result == (try window(expected)))
  }

  @Test("a day that a month does not have becomes its last")
  func shortMonth() throws {
    let jump = try TimeJump("+1m")
    let today = try #require(CivilDate(year: 2026, month: 1, day: 1))
    let moved = jump.window(from: try window("2024-01-31T10:00/2024-03-01"), span: try window("2024"), today: today)
    #expect(moved.start == (try instant("2024-02-29T10:00")))
  }

  @Test(
    "anything else is told what is taken",
    arguments: ["", "soon", "+d", "+3x", "3d", "+0d", "+9999999d", "++3d", "2024-13", "2024-12-14/2024-12-08", "../.."])
  func problems(text: String) {
    #expect(throws: TimeJump.Problem.self) { try TimeJump(text) }
  }
}
