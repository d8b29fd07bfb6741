import SituationModel

/// Whole values.
extension JSONReader {
  /// The `true` or `false` ahead.
  mutating func flag() throws(Fault) -> Bool {
    try want(.flag)
    let isTrue = cursor.take("true")
    guard isTrue || cursor.take("false") else { throw expected("a value") }
    endValue()
    return isTrue
  }

  /// Steps over the `null` ahead.
  mutating func null() throws(Fault) {
    try want(.null)
    guard cursor.take("null") else { throw expected("a value") }
    endValue()
  }

  /// True if `null` is ahead, which is stepped over then.
  mutating func takesNull() throws(Fault) -> Bool {
    guard try kind() == .null else { return false }
    try null()
    return true
  }

  /// The value ahead with all that is in it. Of members with one name the last counts, and `notes` says so.
  mutating func value(_ notes: inout RecordNotes) throws(Fault) -> PropertyValue {
    switch try kind() {
    case .text: return .text(try text())
    case .number: return .number(try number())
    case .flag: return .flag(try flag())
    case .object: return .object(try members(&notes))
    case .null:
      try null()
      return .null
    case .list:
      var elements: [PropertyValue] = []
      try beginList()
      while try nextElement() { elements.append(try value(&notes)) }
      return .list(elements)
    }
  }

  /// The members of the object ahead, by name.
  mutating func members(_ notes: inout RecordNotes) throws(Fault) -> [String: PropertyValue] {
    var members: [String: PropertyValue] = [:]
    try beginObject()
    while let key = try nextKey() {
      if members.updateValue(try value(&notes), forKey: key) != nil { notes.addDuplicate(key) }
    }
    return members
  }
}
