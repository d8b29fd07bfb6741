import SituationModel

/// The times of a feature that are objects or lists: beside the properties `when` with `start` and `end`, and `time` with `date`,
/// `timestamp` or `interval` (JSON-FG); of the properties lists of moments, as a track has them.
struct TimeMembers {
  /// All of them as EDTF; nil where there is none.
  private(set) var edtf: String?

  /// The properties that may be lists of moments.
  static let lists: Set<String> = [
    "time", "times", "date", "datetime", "timestamp", "timestamps", "when", "coordTimes",
  ]

  /// Reads the object or the list ahead.
  mutating func read(_ name: String, _ document: inout JSONDocument) throws(Fault) {
    edtf = try document.time(name) ?? edtf
  }
}

extension JSONDocument {
  /// The time ahead as EDTF: a text, a number, a list of such (the span from the first to the last), or an object
  /// with a time or two. nil, with a note, for anything else.
  fileprivate mutating func time(_ name: String) throws(Fault) -> String? {
    try attempt(name) { document throws(Fault) in
      switch try document.json.kind() {
      case .list:
        var times: [String] = []
        try document.json.beginList()
        while try document.json.nextElement() {
          if let time = try document.time(name) { times.append(time) }
        }
        return TimeText.span(times)
      case .object: return try document.period()
      case .text, .number, .flag, .null:
        let text = try document.json.textOrNumber()
        if text.isEmpty { return nil }
        do throws(DateReading.Failure) {
          let reading = try DateReading().reading(text)
          if reading.remainder != nil { document.notes.keep(name, text) }
          return reading.date.edtf
        } catch {
          document.notes.unread("\(quoted(name)) \(error.words): \(quoted(text))", field: name, value: text)
          return nil
        }
      }
    }
  }

  /// The object ahead: `date`, `timestamp`, `interval` of two, or `start` and `end`.
  private mutating func period() throws(Fault) -> String? {
    var (date, timestamp, interval, start, end): (String?, String?, String?, String?, String?)
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "date": date = try time(key)
      case "timestamp": timestamp = try time(key)
      case "interval":
        interval = try attempt(key) { document throws(Fault) in
          var ends: [String] = []
          try document.json.beginList()
          while try document.json.nextElement() {
            let mark = document.json.mark()
            let text = try document.json.kind() == .text ? try document.json.text() : ""
            if text == ".." {
              ends.append(text)
              continue
            }
            document.json.rewind(to: mark)
            ends.append(try document.time(key) ?? "..")
          }
          if ends.count != 2 { document.notes.add("\"interval\" has not two ends", field: "interval") }
          return ends.count == 2 ? "\(ends[0])/\(ends[1])" : nil
        }
      case "start", "begin": start = try time(key)
      case "end": end = try time(key)
      default: try keepMember("time.\(key)")
      }
    }
    if let said = timestamp ?? date ?? interval { return said }
    return start == nil && end == nil ? nil : "\(start ?? "..")/\(end ?? "..")"
  }
}
