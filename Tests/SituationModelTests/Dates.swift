import SituationModel
import Testing

// Short ways to write dates in tests.

/// The interval of an EDTF text; a failed test where it is none.
func interval(_ edtf: String) throws -> DateInterval {
  do throws(DateInterval.EDTFError) { return try DateInterval(edtf: edtf) } catch {
    Issue.record("\(edtf) is no date: \(error)")
    throw error
  }
}

/// The start of the date that an EDTF text says.
func instant(_ edtf: String) throws -> Instant { try #require(interval(edtf).start) }

/// The window from the start of one date to the end of another.
func window(_ edtf: String) throws -> TimeWindow {
  let interval = try interval(edtf)
  return TimeWindow(start: try #require(interval.start), end: try #require(interval.end))
}

/// An event of which only its date matters.
func event(_ id: String, _ edtf: String?, _ kind: EventKind = .other) throws -> Event {
  Event(id: id, title: id, kind: kind, when: try edtf.map(interval))
}
