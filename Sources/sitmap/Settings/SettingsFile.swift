import SituationIO
import SituationModel
import TOMLKit

/// The content of a settings file, with the line of each setting.
struct SettingsFile {
  /// A problem with the file, at a line from 1.
  struct Problem: Error, Hashable {
    let line: Int
    let reason: String
  }

  /// All settings of the file by name.
  let members: [String: PropertyValue]
  private let text: String

  /// The limit on the size. A person's file is far smaller: all that can be set takes two hundred lines.
  static let limits = Limits(fileBytes: 1 << 18)
  private static let mostLines = 1_000

  /// Reads TOML.
  init(_ text: String) throws(Problem) {
    for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    {
      guard number < Self.mostLines else {
        throw Problem(line: number + 1, reason: "more than \(Self.mostLines) lines")
      }
      if line.contains(0) { throw Problem(line: number + 1, reason: "a NUL byte") }
      if Self.stopsReader(line) { throw Problem(line: number + 1, reason: "a table's name is missing") }
    }
    (self.text, members) = (text, try Self.members(text))
  }

  /// True if a line would crash the TOML reader: TOMLKit 0.6.0 asserts that a name follows a table's bracket.
  private static func stopsReader(_ line: Substring.UTF8View) -> Bool {
    func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") }
    // Marks of order and blanks beyond ASCII may stand before it.
    let start = line.drop { $0 <= UInt8(ascii: " ") || $0 >= 0x7F }
    guard start.first.map(isBracket) == true else { return false }
    let inner = start.dropFirst()
    let name = (inner.first.map(isBracket) == true ? inner.dropFirst() : inner).drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = name.first else { return true }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return false
    default: return !"_-\"'".utf8.contains(first)
    }
  }

  private static func members(_ text: String) throws(Problem) -> [String: PropertyValue] {
    do {
      let table = try TOMLTable(string: text)
      // The values point into the table.
      return withExtendedLifetime(table) { Self.members(of: table) }
    } catch let error as TOMLParseError {
      throw Problem(line: error.source.begin.line, reason: error.description)
    } catch {
      throw Problem(line: 1, reason: "\(error)")
    }
  }

  private static func members(of table: TOMLTable) -> [String: PropertyValue] {
    Dictionary(table.map { ($0.0, value(of: $0.1)) }) { first, _ in first }
  }

  private static func value(of value: any TOMLValueConvertible) -> PropertyValue {
    switch value.type {
    case .table: value.table.map { .object(members(of: $0)) } ?? .null
    case .array: value.array.map { .list($0.map { Self.value(of: $0) }) } ?? .null
    case .string: value.string.map(PropertyValue.text) ?? .null
    case .int: value.int.map { .number(Double($0)) } ?? .null
    case .double: value.double.map(PropertyValue.number) ?? .null
    case .bool: value.bool.map(PropertyValue.flag) ?? .null
    // A date without quotes is the text that a date with quotes would be.
    case .date, .time, .dateTime: .text(value.debugDescription)
    }
  }

  /// The line of each member down to a depth: `["timezone"]`, `["keys", "quit"]`.
  ///
  /// The TOML reader keeps no line numbers. So ever longer beginnings of the file are read: the line of a member is the one where it
  /// first
  /// appears. Costs the square of the file's size, and is called only where lines matter.
  func lines(depth: Int) -> [[String]: Int] {
    var lines: [[String]: Int] = [:]
    var line = 0
    var end = text.startIndex
    while end < text.endIndex {
      line += 1
      end = text[end...].firstIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.endIndex
      guard let part = try? Self.members(String(text[..<end])) else { continue }
      for path in Self.paths(of: part, depth: depth) where lines[path] == nil { lines[path] = line }
    }
    return lines
  }

  private static func paths(of members: [String: PropertyValue], depth: Int) -> [[String]] {
    members.flatMap { name, value -> [[String]] in
      guard depth > 1, case .object(let inner) = value else { return [[name]] }
      return [[name]] + paths(of: inner, depth: depth - 1).map { [name] + $0 }
    }
  }
}
