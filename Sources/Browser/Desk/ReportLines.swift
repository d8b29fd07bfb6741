import SituationModel
import TextCanvas

/// The lines of a report around a sentence, with the words marked that gave the fields of its draft.
struct ReportLines {
  /// The lines; the text is safe.
  private(set) var lines: [TextLine] = []
  /// The index of the line where the sentence begins.
  private(set) var start = 0

  /// So many paragraphs before and behind the sentence are shown.
  private static let around = 8

  /// The lines of some paragraphs, wrapped. Linear in the paragraphs around the sentence.
  init(_ paragraphs: [String], around sentence: SentenceReference, columns: Int) {
    let shown = max(0, sentence.paragraph - Self.around)..<min(paragraphs.count, sentence.paragraph + Self.around + 1)
    for number in shown {
      let isOwn = number == sentence.paragraph
      let marks = isOwn ? Self.marks(sentence) : []
      let (wrapped, first) = Self.wrapped(
        paragraphs[number], to: max(1, columns), sentence: isOwn ? sentence.range : nil, marks)
      if isOwn { start = lines.count + first }
      lines += wrapped + [TextLine("")]
    }
  }

  /// The lines that fit into some rows, with the sentence in view.
  func window(_ rows: Int) -> ArraySlice<TextLine> {
    let first = max(0, min(start - rows / 3, lines.count - rows))
    return lines[first..<min(lines.count, first + max(0, rows))]
  }

  private static func marks(_ sentence: SentenceReference) -> [Range<Int>] { sentence.words.values.flatMap { $0 } }

  /// A paragraph in lines, and the line in which the sentence begins.
  private static func wrapped(
    _ paragraph: String, to columns: Int, sentence: Range<Int>?, _ marks: [Range<Int>]
  ) -> (lines: [TextLine], first: Int) {
    var lines = [TextLine("")]
    var (used, first, byte) = (0, 0, 0)
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
      let width = displayWidth(of: SafeText(String(word)).text)
      if used > 0, used + 1 + width > columns {
        lines.append(TextLine(""))
        used = 0
      } else if used > 0 {
        lines[lines.count - 1] = lines[lines.count - 1].adding(" ", style(of: byte - 1, sentence, marks))
        used += 1
      }
      for character in word {
        if byte == sentence?.lowerBound { first = lines.count - 1 }
        let text = SafeText(String(character)).text
        lines[lines.count - 1].append(text, style(of: byte, sentence, marks))
        used += displayWidth(of: text)
        byte += character.utf8.count
      }
      byte += 1
    }
    return (lines, first)
  }

  /// The style of a byte: words that gave a field are underlined, and what is not of the sentence is dim.
  private static func style(of byte: Int, _ sentence: Range<Int>?, _ marks: [Range<Int>]) -> Style {
    guard sentence?.contains(byte) == true else { return Style(.dim) }
    return marks.contains { $0.contains(byte) } ? Style(.key, on: .plain, [.bold, .underline]) : .plain
  }
}

extension TextLine {
  /// Adds text to the last piece, or as a new one where the style differs.
  fileprivate mutating func append(_ text: String, _ style: Style) {
    if let last = pieces.last, last.style == style {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(Piece(text: text, style: style))
    }
  }
}
