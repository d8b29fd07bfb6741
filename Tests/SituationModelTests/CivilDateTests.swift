import SituationModel
import Testing

@Suite("Calendar")
struct CivilDateTests {
  @Test("Days and their numbers agree with counting one by one, over four thousand years before and after 1970")
  func counting() throws {
    var counter = NaiveCalendar(year: -2030, month: 1, day: 1)
    let first = try #require(CivilDate(year: -2030))
    let last = try #require(CivilDate(year: 5970)).daysSinceEpoch
    var weekday = first.weekday
    for number in first.daysSinceEpoch...last {
      let date = CivilDate(daysSinceEpoch: number)
      guard counter.isAt(date), date.daysSinceEpoch == number, date.weekday == weekday else {
        Issue.record("day \(number) is \(date), not \(counter)")
        return
      }
      counter.step()
      weekday = (weekday + 1) % 7
    }
  }

  @Test("Known days have their known numbers")
  func known() throws {
    #expect(CivilDate(year: 1970)?.daysSinceEpoch == 0)
    #expect(CivilDate(year: 2000, month: 3, day: 1)?.daysSinceEpoch == 11_017)
    #expect(CivilDate(year: 2024, month: 12, day: 13)?.weekdayName == "Fri")
    #expect(CivilDate(year: 1969, month: 12, day: 31)?.daysSinceEpoch == -1)
    #expect(CivilDate(year: 2024, month: 12, day: 13)?.monthName == "Dec")
  }

  @Test(
    "Days that do not exist are none",
    arguments: [(2024, 13, 1), (2024, 0, 1), (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 1, 0), (10_000, 1, 1)])
  func missing(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(
    "The first of a month, months away", arguments: [(0, 2024, 12), (1, 2025, 1), (-12, 2023, 12), (-24_300, -1, 12)])
  func months(count: Int, year: Int, month: Int) throws {
    let date = try #require(CivilDate(year: 2024, month: 12, day: 31))
    #expect(date.firstOfMonth(advancedBy: count) == CivilDate(year: year, month: month, day: 1))
  }

  @Test("A moment before 1970 falls on its day and second")
  func beforeEpoch() {
    let moment = Instant(seconds: -1)
    #expect(moment.date == CivilDate(year: 1969, month: 12, day: 31))
    #expect(moment.secondOfDay == 86_399)
  }
}

/// Counts days by the rules of the calendar alone.
private struct NaiveCalendar {
  var year: Int
  var month: Int
  var day: Int

  func isAt(_ date: CivilDate) -> Bool { date.year == year && date.month == month && date.day == day }

  mutating func step() {
    let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    day += 1
    if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
    if month > 12 { (year, month) = (year + 1, 1) }
  }
}
