/// A text as Markdown (CommonMark) in which no sign means anything, nor in the HTML that it may become.
public struct MarkdownText: Hashable, Sendable {
  /// The text with its escapes, for one line.
  public let text: String

  /// Makes a text safe for the terminal and for Markdown.
  public init(_ plain: String) {
    var result = ""
    var isStart = true
    for scalar in SafeText(plain).text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\\", "|", "`", "*", "_", "[", "]", "#", "~", "!": result += "\\\(scalar)"
      // What begins a list or underlines a heading does so only at the start of a line.
      case "-", "+", "=", ">": result += isStart ? "\\\(scalar)" : String(scalar)
      case ".", ")": result += Self.isNumber(result) ? "\\\(scalar)" : String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
      if scalar != " " { isStart = false }
    }
    text = result
  }

  /// True if a text has only digits, apart from blanks: with a point behind it, it would begin a numbered list.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.unicodeScalars.drop { $0 == " " }
    return !digits.isEmpty && digits.count < 10 && digits.allSatisfy { ("0"..."9").contains($0) }
  }

  /// A block of plain text that keeps its lines, fenced by more backticks than it has in a row.
  public static func block(_ plain: String) -> String {
    var longest = 0
    var run = 0
    for scalar in plain.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(plain)\(plain.hasSuffix("\n") ? "" : "\n")\(fence)"
  }
}
