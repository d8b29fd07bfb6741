#if PostgreSQL
  /// SQL with its values as parameters: no value ever becomes a part of the text.
  struct Statement: Sendable, ExpressibleByStringInterpolation {
    fileprivate enum Part: Sendable {
      case text(String)
      case value(String?)
    }

    private var parts: [Part] = []

    init() {}
    init(stringLiteral text: String) { parts = [.text(text)] }
    init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }
    /// A statement of text that this program made itself.
    init(text: String) { parts = [.text(text)] }

    static func + (left: Statement, right: Statement) -> Statement {
      var sum = left
      sum.parts += right.parts
      return sum
    }

    /// Statements joined by a separator.
    static func joined(_ statements: [Statement], by separator: String) -> Statement {
      statements.enumerated().reduce(Statement()) { sum, next in
        next.offset == 0 ? next.element : sum + Statement(text: separator) + next.element
      }
    }

    /// The text with a numbered parameter for each value, and the values in the order of their numbers.
    var rendered: (text: String, values: [String?]) {
      var (text, values): (String, [String?]) = ("", [])
      for part in parts {
        switch part {
        case .text(let words): text += words
        case .value(let value):
          values.append(value)
          text += "$\(values.count)"
        }
      }
      return (text, values)
    }

    /// The parts of an interpolated statement.
    struct Interpolation: StringInterpolationProtocol {
      fileprivate var parts: [Part] = []

      init(literalCapacity: Int, interpolationCount: Int) {}
      mutating func appendLiteral(_ literal: String) { parts.append(.text(literal)) }
      /// Another statement, with its values.
      mutating func appendInterpolation(_ other: Statement) { parts += other.parts }
      /// A whole number of this program's own, such as the number of a level, as text.
      mutating func appendInterpolation(_ number: Int) { parts.append(.text(String(number))) }
      /// A value of a type of the server.
      mutating func appendInterpolation(_ value: String?, as type: String) {
        parts += [.value(value), .text("::\(type)")]
      }
      /// A value.
      mutating func appendInterpolation(_ number: Int64) { appendInterpolation(String(number), as: "bigint") }
      /// A value.
      mutating func appendInterpolation(_ number: Double) {
        appendInterpolation(number.description, as: "double precision")
      }
      /// Values, as an array of numbers.
      mutating func appendInterpolation(list numbers: [Int64]) {
        appendInterpolation("{" + numbers.map(String.init).joined(separator: ",") + "}", as: "bigint[]")
      }
      /// A name that the person gave, quoted.
      mutating func appendInterpolation(name: String) { parts.append(.text(Statement.quoted(name))) }
    }

    /// A name in quotes, with the quotes in it doubled.
    static func quoted(_ name: String) -> String {
      "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
  }
#endif
