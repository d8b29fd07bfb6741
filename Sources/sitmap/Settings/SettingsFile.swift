import SituationIO
import SituationModel
import TOMLKit

/// A file of settings as it is written, with the line of each.
struct SettingsFile {
  /// What is wrong with it, at a line from 1.
  struct Problem: Error, Hashable {
    let line: Int
    let reason: String
  }

  /// All that it says.
  let members: [String: PropertyValue]
  private let text: String

  /// A file that a person writes is far smaller: all that can be set takes two hundred lines.
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

  /// Whether the reader would end the program over a line: TOMLKit 0.6.0 asserts that a name follows a table's bracket.
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

  /// The line at which each member stands that is as deep as this: `["timezone"]`, `["keys", "quit"]`.
  ///
  /// The reader tells no lines of what it has read. So the file is read line by line: a member stands where it is first
  /// there. Costs the square of the file's size, and is asked for only where lines matter.
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
