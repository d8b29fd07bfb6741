import SituationModel

/// The times of a feature as files in the wild say them, for those that do not know the profile.
///
/// `time` (text, or milliseconds since 1970), `times` (milliseconds), `date`, `datetime`, `timestamp`, `start` and `end`,
/// `start_datetime` and `end_datetime` (STAC); beside the properties `when` with `start` and `end`, and `time` with
/// `date`, `timestamp` or `interval` (JSON-FG).
struct TimeMembers {
  private var whole: String?
  private var datetime: String?
  private var date: String?
  private var time: String?
  private var timestamp: String?
  private var start: String?
  private var end: String?

  /// Reads a member beside the properties: one that is no object is passed over.
  mutating func readFeatureMember(_ name: String, _ document: inout JSONDocument) throws(Fault) {
    guard try document.json.kind() == .object else { return try document.json.skip() }
    whole = try document.time(name) ?? whole
  }

  /// Reads the property ahead if it is a time; false, and nothing read, where it is none.
  mutating func readProperty(_ name: String, _ document: inout JSONDocument) throws(Fault) -> Bool {
    switch name {
    case "datetime": datetime = try document.time(name)
    case "date": date = try document.time(name)
    case "time": time = try document.time(name)
    case "times": whole = try document.time(name) ?? whole
    case "timestamp": timestamp = try document.time(name, mayBeSeconds: true)
    case "start", "start_datetime": start = try document.time(name) ?? start
    case "end", "end_datetime": end = try document.time(name) ?? end
    default: return false
    }
    return true
  }

  /// What they say together, as EDTF. A timestamp goes last: in many files it is when the record was touched.
  var edtf: String? {
    if let first = whole ?? datetime { return first }
    if let date {
      guard let time, time.utf8.dropFirst(1).prefix(2).contains(UInt8(ascii: ":")) else { return date }
      return "\(date)T\(time.utf8.count == 4 || time.utf8.count == 7 ? "0" : "")\(time)"
    }
    if let time { return time }
    if start != nil || end != nil { return "\(start ?? "..")/\(end ?? "..")" }
    return timestamp
  }
}

extension JSONDocument {
  /// The time ahead as EDTF: a text, milliseconds, a list of such (the span from the first to the last), or an object
  /// with a time or two. nil, with a note, for anything else.
  ///
  /// - Parameter mayBeSeconds: whether a number that would be a moment before March 1973 in milliseconds is one in seconds.
  fileprivate mutating func time(_ name: String, mayBeSeconds: Bool = false) throws(Fault) -> String? {
    try attempt(name) { document throws(Fault) in
      switch try document.json.kind() {
      case .number:
        let number = try document.json.number()
        let seconds = mayBeSeconds && abs(number) < 1e11 ? number : number / 1000
        let text = TimeText.edtf(seconds: seconds)
        if text == nil { document.notes.add("\(quoted(name)) is a number that is no time", field: name) }
        return text
      case .list:
        var times: [String] = []
        try document.json.beginList()
        while try document.json.nextElement() {
          if let time = try document.time(name, mayBeSeconds: mayBeSeconds) { times.append(time) }
        }
        return TimeText.span(times)
      case .object: return try document.period()
      default:
        let text = try document.json.text()
        return text.isEmpty ? nil : TimeText.edtf(text)
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
      case "timestamp": timestamp = try time(key, mayBeSeconds: true)
      case "interval":
        interval = try attempt(key) { document throws(Fault) in
          var ends: [String] = []
          try document.json.beginList()
          while try document.json.nextElement() { ends.append(try document.time(key) ?? "..") }
          if ends.count != 2 { document.notes.add("\"interval\" has not two ends", field: "interval") }
          return ends.count == 2 ? "\(ends[0])/\(ends[1])" : nil
        }
      case "start", "begin": start = try time(key)
      case "end": end = try time(key)
      default: try json.skip()
      }
    }
    if let said = timestamp ?? date ?? interval { return said }
    return start == nil && end == nil ? nil : "\(start ?? "..")/\(end ?? "..")"
  }
}
