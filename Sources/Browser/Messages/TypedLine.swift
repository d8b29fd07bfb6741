import TextCanvas

/// A line of text with a cursor, edited as in a shell.
struct TypedLine: Hashable, Sendable {
  /// The characters.
  private(set) var characters: [Character] = []
  /// The number of characters before the cursor.
  private(set) var cursor = 0

  /// A line with its cursor at its end.
  init(_ text: String = "") { replace(with: text) }

  /// The text of the line.
  var text: String { String(characters) }

  /// Replaces the text; the cursor stands at its end.
  mutating func replace(with text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  /// Adds characters before the cursor.
  mutating func insert(_ text: some Sequence<Character>) {
    let new = Array(text)
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// An edit of the line, or a move of its cursor.
  enum Edit: Hashable, Sendable {
    case left, right, wordLeft, wordRight, toStart, toEnd
    case deleteLeft, deleteRight, deleteWordLeft, deleteWordRight, deleteToStart, deleteToEnd
  }

  /// Makes an edit. At an end of the line it changes nothing.
  mutating func edit(_ edit: Edit) {
    switch edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .toStart: cursor = 0
    case .toEnd: cursor = characters.count
    case .deleteLeft: delete(max(0, cursor - 1)..<cursor)
    case .deleteRight: delete(cursor..<min(characters.count, cursor + 1))
    case .deleteWordLeft: delete(wordStart..<cursor)
    case .deleteWordRight: delete(cursor..<wordEnd)
    case .deleteToStart: delete(0..<cursor)
    case .deleteToEnd: delete(cursor..<characters.count)
    }
  }

  private mutating func delete(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// The start of the word before the cursor.
  private var wordStart: Int {
    var place = cursor
    while place > 0, !characters[place - 1].isWordPart { place -= 1 }
    while place > 0, characters[place - 1].isWordPart { place -= 1 }
    return place
  }

  /// The end of the word behind the cursor.
  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, !characters[place].isWordPart { place += 1 }
    while place < characters.count, characters[place].isWordPart { place += 1 }
    return place
  }
}

extension TypedLine.Edit {
  /// The edit that a key asks for, as in a shell; nil if it asks for none.
  init?(_ key: Key) {
    switch (key.code, key.modifiers) {
    case (.left, []), (.character("b"), .control): self = .left
    case (.right, []), (.character("f"), .control): self = .right
    case (.left, .control), (.left, .alt), (.character("b"), .alt): self = .wordLeft
    case (.right, .control), (.right, .alt), (.character("f"), .alt): self = .wordRight
    case (.home, _), (.character("a"), .control): self = .toStart
    case (.end, _), (.character("e"), .control): self = .toEnd
    case (.backspace, .alt), (.backspace, .control), (.character("w"), .control): self = .deleteWordLeft
    case (.backspace, _), (.character("h"), .control): self = .deleteLeft
    case (.delete, _), (.character("d"), .control): self = .deleteRight
    case (.character("d"), .alt): self = .deleteWordRight
    case (.character("u"), .control): self = .deleteToStart
    case (.character("k"), .control): self = .deleteToEnd
    default: return nil
    }
  }
}

extension TypedLine {
  /// The text before the cursor and behind it, as safe text; of what does not fit, the part around the cursor.
  func shown(in columns: Int) -> (before: Substring, behind: Substring) {
    var before = Substring(SafeText(String(characters[..<cursor])).text)
    var behind = Substring(SafeText(String(characters[cursor...])).text)
    let most = behind.isEmpty ? columns : max(1, columns * 2 / 3)
    while displayWidth(of: before) > most, !before.isEmpty { before.removeFirst() }
    while displayWidth(of: before) + displayWidth(of: behind) > columns, !behind.isEmpty { behind.removeLast() }
    return (before, behind)
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
