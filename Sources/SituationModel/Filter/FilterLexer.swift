/// The words of a filter, with their columns.
struct FilterLexer {
  /// A word with the columns of its characters, from 1; those of a word in quotes begin behind the quote.
  struct Word {
    var text = ""
    private(set) var columns: [Int] = []

    /// The column of a character of the text, or of what follows its end.
    func column(at offset: Int) -> Int {
      columns.indices.contains(offset) ? columns[offset] : (columns.last ?? 0) + 1
    }

    mutating func append(_ character: Character, at column: Int) {
      text.append(character)
      columns.append(column)
    }
  }

  private let characters: [Character]
  /// The column of each, and that behind the last.
  private let columns: [Int]
  private var position = 0

  init(_ text: String) {
    let parts = text.map(FilterLexer.parts)
    characters = parts.flatMap { $0 }
    columns = zip(1..., parts).flatMap { column, parts in parts.map { _ in column } } + [parts.count + 1]
    skipSpaces()
  }

  /// Where it stands, from 1.
  var column: Int { columns[position] }
  var isAtEnd: Bool { position == characters.count }
  /// True if a term can begin here.
  var startsTerm: Bool { !isAtEnd && !"()".contains(characters[position]) && !isKeyword }
  /// True if the next token joins the term before it without `and`.
  var continuesConjunction: Bool { !isAtEnd && characters[position] != ")" && !isAt("or") }

  func error(_ reason: FilterError.Reason) -> FilterError { FilterError(column: column, reason: reason) }

  /// Passes over a character if it is next; returns true if it was.
  mutating func take(_ character: Character) -> Bool {
    guard !isAtEnd, characters[position] == character else { return false }
    position += 1
    skipSpaces()
    return true
  }

  /// Passes over a word of the language if it is next, as a whole; returns true if it was.
  mutating func takeKeyword(_ keyword: String) -> Bool {
    guard isAt(keyword) else { return false }
    position += keyword.count
    skipSpaces()
    return true
  }

  private var isKeyword: Bool { ["and", "or", "not", "certainly"].contains(where: isAt) }

  private func isAt(_ keyword: String) -> Bool {
    let end = position + keyword.count
    guard end <= characters.count, String(characters[position..<end]).lowercased() == keyword else { return false }
    return end == characters.count || FilterLexer.endsWord(characters[end])
  }

  /// The name of a field, if one with a sign behind it stands here: all up to the sign.
  mutating func fieldName() -> String? {
    var end = position
    while end < characters.count, !FilterLexer.endsWord(characters[end]) {
      if ":=<>".contains(characters[end]) {
        defer { position = end }
        return String(characters[position..<end])
      }
      end += 1
    }
    return nil
  }

  /// The sign that stands here: one or two characters.
  mutating func sign() -> String {
    let two = String(characters[position..<min(position + 2, characters.count)])
    let sign = two == "<=" || two == ">=" ? two : String(characters[position])
    position += sign.count
    return sign
  }

  /// The word that stands here, or what stands in quotes, with more behind a comma; nil when there is none.
  mutating func value() throws(FilterError) -> Word? {
    var word = Word()
    if !isAtEnd, characters[position] == "\"" {
      try takeQuoted(into: &word)
      let isWhole = isAtEnd || characters[position] == "," || FilterLexer.endsWord(characters[position])
      if !isWhole { throw error(.looseQuote) }
    }
    while !isAtEnd, !FilterLexer.endsWord(characters[position]) {
      word.append(characters[position], at: column)
      position += 1
    }
    if !isAtEnd, characters[position] == "\"" { throw error(.looseQuote) }
    skipSpaces()
    return word.text.isEmpty ? nil : word
  }

  private mutating func takeQuoted(into word: inout Word) throws(FilterError) {
    let opening = error(.unclosedQuote)
    position += 1
    while !isAtEnd, characters[position] != "\"" {
      if characters[position] == "\\" {
        position += 1
        guard !isAtEnd else { throw opening }
        guard "\"\\".contains(characters[position]) else { throw error(.escape) }
      }
      word.append(characters[position], at: column)
      position += 1
    }
    guard !isAtEnd else { throw opening }
    position += 1
  }

  private mutating func skipSpaces() {
    while !isAtEnd, characters[position].isWhitespace { position += 1 }
  }

  /// The characters of a text; a sign of the language stands by itself, whatever marks combine with it.
  static func characters(of text: String) -> [Character] { text.flatMap(parts) }

  private static func parts(of character: Character) -> [Character] {
    guard let sign = character.unicodeScalars.first, sign.isASCII, "\"\\():=<>,-".unicodeScalars.contains(sign),
      character.unicodeScalars.count > 1
    else { return [character] }
    var marks = String.UnicodeScalarView()
    marks.append(contentsOf: character.unicodeScalars.dropFirst())
    return [Character(sign)] + String(marks)
  }

  /// True if a character ends a word that is not in quotes.
  static func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || character == "(" || character == ")" || character == "\""
  }
}
