/// Paragraphs of plain text and of Markdown.
enum PlainReport {
  /// The paragraphs of plain text: those between empty lines, or the lines themselves where lines are long or where no line is empty.
  static func paragraphs(_ text: String) -> [ReportDocument.Paragraph] {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { String($0).trimmed }
    // Lines that are wrapped are about equally long, and seldom end a sentence.
    let filled = lines.filter { !$0.isEmpty }
    let isWrapped = (filled.map(\.count).max() ?? 0) <= 100 && filled.count { $0.count > 50 && !endsSentence($0) } >= 2
    var paragraphs: [ReportDocument.Paragraph] = []
    var open: [String] = []
    func close() {
      if !open.isEmpty { paragraphs.append(.init(open.joined(separator: " "))) }
      open = []
    }
    for line in lines {
      let item = item(line)
      if line.isEmpty || !isWrapped || item != nil { close() }
      if !line.isEmpty { open.append(item ?? line) }
    }
    close()
    return paragraphs
  }

  private static func endsSentence(_ line: String) -> Bool { line.last.map { ".!?…:”\"»".contains($0) } ?? true }

  /// The paragraphs of Markdown without its marks. Code and tables are no sentences, and are left out.
  static func markdown(_ text: String) -> [ReportDocument.Paragraph] {
    var paragraphs: [ReportDocument.Paragraph] = []
    var open: [String] = []
    var isCode = false
    func close() {
      if !open.isEmpty { paragraphs.append(.init(unmarked(open.joined(separator: " ")))) }
      open = []
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = String(line).trimmed
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        close()
        isCode.toggle()
      } else if isCode {
        continue
      } else if line.isEmpty || line.hasPrefix("|") || isRule(line) {
        close()
      } else if line.hasPrefix("#") {
        close()
        paragraphs.append(.init(unmarked(String(line.drop { $0 == "#" })), isHeading: true))
      } else if let item = item(line) {
        close()
        open = [item]
      } else {
        open.append(line)
      }
    }
    close()
    return paragraphs
  }

  private static func isRule(_ line: String) -> Bool {
    line.count >= 3 && ["-", "*", "_", "="].contains { mark in line.allSatisfy { String($0) == mark || $0 == " " } }
  }

  /// The text of an item of a list or of a quotation; nil for any other line.
  private static func item(_ line: String) -> String? {
    for mark in ["- ", "* ", "+ ", "> ", "• ", "– ", "— "] where line.hasPrefix(mark) {
      return String(line.dropFirst(2))
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
    return String(rest.dropFirst(2))
  }

  /// A line without the marks of emphasis, and with the words of its links alone.
  private static func unmarked(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(where: { "*_`[!".contains($0) }) {
      result += rest[..<mark]
      rest = rest[mark...]
      if rest.hasPrefix("![") { rest = rest.dropFirst() }
      if rest.hasPrefix("["), let middle = rest.firstIndex(of: "]"), rest[middle...].hasPrefix("]("),
        let end = rest[middle...].firstIndex(of: ")")
      {
        result += rest[rest.index(after: rest.startIndex)..<middle]
        rest = rest[rest.index(after: end)...]
        continue
      }
      let sign = rest.removeFirst()
      let isInWord = sign == "_" && result.last?.isLetter == true && rest.first?.isLetter == true
      if sign == "!" || sign == "[" || isInWord { result.append(sign) }
    }
    return result + rest
  }
}
