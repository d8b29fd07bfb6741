/// Why a text is no filter, and where.
public struct FilterError: Error, Hashable, Sendable {
  /// The kinds of mistakes in a filter.
  public enum Reason: Hashable, Sendable {
    /// Longer than a filter may be, in bytes.
    case tooLong(limit: Int)
    /// More terms than a filter may have.
    case tooManyTerms(limit: Int)
    /// Parentheses and `not` within each other, more than a filter may have.
    case tooDeep(limit: Int)
    /// No term where one has to be.
    case noTerm
    case unclosedQuote
    case unclosedParenthesis
    case unopenedParenthesis
    /// Something right behind a closing quote, or a quote amid a word.
    case looseQuote
    /// A backslash before something else than a quote or a backslash.
    case escape
    case unknownField(String)
    case sign(FilterField)
    case value(FilterField, sign: String)
    /// Something else than a number behind the name of a figure.
    case figure(FigureName)
    /// A place of which the map knows nothing.
    case unknownPlace(String)
  }

  /// The character at which it is wrong, from 1.
  public let column: Int
  /// The mistake.
  public let reason: Reason

  /// The mistake and the right form, in one line: `"grade" takes A1 to F6`.
  public var words: String {
    switch reason {
    case .tooLong(let limit): "a filter has at most \(limit) bytes"
    case .tooManyTerms(let limit): "a filter has at most \(limit) terms"
    case .tooDeep(let limit): "parentheses and \"not\" can be nested at most \(limit) deep"
    case .noTerm: "expected a term such as kind:convoy"
    case .unclosedQuote: "this quote has no end"
    case .unclosedParenthesis: "this parenthesis has no end"
    case .unopenedParenthesis: "this parenthesis was never opened"
    case .looseQuote: "quotes must enclose a whole value"
    case .escape: "only \\\" and \\\\ follow a backslash in quotes; \\\\ is one backslash"
    case .unknownField(let name):
      "no field is called \"\(name)\"; there are "
        + FilterField.allCases.map(\.rawValue).joined(separator: ", ")
    case .sign(let field):
      "\"\(field.rawValue)\" must be followed by \(field.signs.count > 1 ? "one of " : "")\(field.signs.joined(separator: " "))"
    case .figure(let name): "\"\(name.text)\" takes a number, such as \(name.text)>=5, or \(name.text):none"
    case .value(let field, let sign):
      "\"\(field.rawValue)\(sign == ":" ? "" : sign)\" takes \(field.taken(behind: sign))"
    case .unknownPlace(let name): "no place is called \"\(name)\"; give its lat,lon instead"
    }
  }
}

extension FilterError: CustomStringConvertible {
  /// `column 17: "grade" takes A1 to F6`.
  public var description: String { "column \(column): \(words)" }
}
