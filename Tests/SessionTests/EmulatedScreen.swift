import CVTerm
import TextCanvas

/// What one cell shows.
struct ShownCell: Hashable {
  /// Its text: a character with what combines with it, a space, or nothing in the right half of a wide one.
  let text: String
  /// The palette's number of the letters; -1 for the terminal's own.
  let letter: Int
  /// The palette's number of the ground; -1 for the terminal's own.
  let ground: Int
  let attributes: Attributes
}

/// A terminal emulator without a window: bytes of a program in, cells out; keys in, bytes for the program out.
final class EmulatedScreen {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let state: UnsafeMutablePointer<vt_state>
  private(set) var size: Size

  init(size: Size) {
    self.size = size
    terminal = vterm_new(Int32(size.rows), Int32(size.columns))
    state = .allocate(capacity: 1)
    state.initialize(to: vt_state())
    state.pointee.cursor_visible = true
    screen = vt_start(terminal, state)
  }

  deinit {
    vterm_free(terminal)
    state.deallocate()
  }

  /// Whether the cursor is shown.
  var showsCursor: Bool { state.pointee.cursor_visible }
  /// Whether the program draws on the second screen, and the shell's stands untouched.
  var isAlternate: Bool { state.pointee.alternate_screen }
  /// Whether the program is told of the mouse.
  var reportsMouse: Bool { state.pointee.mouse != 0 }
  /// How often it has beeped.
  var bells: Int { Int(state.pointee.bells) }
  /// The window's title, as the program set it.
  var title: String {
    withUnsafeBytes(of: &state.pointee.title) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  /// One row as text, without trailing spaces.
  func line(_ row: Int) -> String {
    let text = (0..<size.columns).map { cell(column: $0, row: row).text }.joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// A cell; blank outside.
  func cell(column: Int, row: Int) -> ShownCell {
    var characters = [UInt32](repeating: 0, count: Int(VTERM_MAX_CHARS_PER_CELL))
    let read = vt_read_cell(screen, Int32(row), Int32(column), &characters)
    var text = String.UnicodeScalarView()
    for value in characters.prefix(Int(max(0, read.count))) { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    var attributes: Attributes = []
    if read.bold { attributes.insert(.bold) }
    if read.reverse { attributes.insert(.reverse) }
    if read.underline { attributes.insert(.underline) }
    return ShownCell(
      text: read.count == 0 ? " " : String(text), letter: Int(read.letter), ground: Int(read.ground),
      attributes: attributes)
  }

  /// True if the program asked for pastes to be marked.
  var marksPastes: Bool { !takePasteMark(vterm_keyboard_start_paste).isEmpty }

  /// The bytes that a paste sends: the text, between marks where the program asked for them.
  func bytes(pasting text: String) -> [UInt8] {
    takePasteMark(vterm_keyboard_start_paste) + Array(text.utf8) + takePasteMark(vterm_keyboard_end_paste)
  }

  private func takePasteMark(_ send: (OpaquePointer) -> Void) -> [UInt8] {
    send(terminal)
    return takeOutput()
  }

  /// Takes what a program wrote; returns what the terminal answers.
  func feed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBytes { raw in
      _ = vterm_input_write(terminal, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
    }
    return takeOutput()
  }

  /// The bytes that a key sends, in the modes that the program has set.
  func bytes(for key: Key) -> [UInt8] {
    let modifiers = Self.modifiers(key.modifiers)
    if case .character(let character) = key.code {
      for scalar in character.unicodeScalars { vterm_keyboard_unichar(terminal, scalar.value, modifiers) }
    } else {
      vterm_keyboard_key(terminal, Self.key(key.code), modifiers)
    }
    return takeOutput()
  }

  /// The bytes that a move of the mouse sends, and none when the program is not told of such.
  func bytes(for mouse: Mouse) -> [UInt8] {
    // libvterm itself would send presses all the same.
    guard reportsMouse else { return [] }
    vterm_mouse_move(terminal, Int32(mouse.position.row), Int32(mouse.position.column), VTERM_MOD_NONE)
    switch mouse.action {
    case .press: vterm_mouse_button(terminal, 1, true, VTERM_MOD_NONE)
    case .release: vterm_mouse_button(terminal, 1, false, VTERM_MOD_NONE)
    case .drag: break
    case .wheelUp: vterm_mouse_button(terminal, 4, true, VTERM_MOD_NONE)
    case .wheelDown: vterm_mouse_button(terminal, 5, true, VTERM_MOD_NONE)
    case .menu: vterm_mouse_button(terminal, 3, true, VTERM_MOD_NONE)
    }
    return takeOutput()
  }

  /// Gives the screen another extent.
  func resize(_ size: Size) {
    self.size = size
    vterm_set_size(terminal, Int32(size.rows), Int32(size.columns))
  }

  private func takeOutput() -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 256)
    var count = vterm_output_read(terminal, &buffer, buffer.count)
    while count > 0 {
      output += buffer.prefix(count).map { UInt8(bitPattern: $0) }
      count = vterm_output_read(terminal, &buffer, buffer.count)
    }
    return output
  }

  private static func modifiers(_ modifiers: Key.Modifiers) -> VTermModifier {
    var bits = VTERM_MOD_NONE.rawValue
    if modifiers.contains(.shift) { bits |= VTERM_MOD_SHIFT.rawValue }
    if modifiers.contains(.alt) { bits |= VTERM_MOD_ALT.rawValue }
    if modifiers.contains(.control) { bits |= VTERM_MOD_CTRL.rawValue }
    return VTermModifier(rawValue: bits)
  }

  private static func key(_ code: Key.Code) -> VTermKey {
    switch code {
    case .character: VTERM_KEY_NONE
    case .up: VTERM_KEY_UP
    case .down: VTERM_KEY_DOWN
    case .left: VTERM_KEY_LEFT
    case .right: VTERM_KEY_RIGHT
    case .home: VTERM_KEY_HOME
    case .end: VTERM_KEY_END
    case .pageUp: VTERM_KEY_PAGEUP
    case .pageDown: VTERM_KEY_PAGEDOWN
    case .tab: VTERM_KEY_TAB
    case .enter: VTERM_KEY_ENTER
    case .escape: VTERM_KEY_ESCAPE
    case .backspace: VTERM_KEY_BACKSPACE
    case .delete: VTERM_KEY_DEL
    case .insert: VTERM_KEY_INS
    case .function(let number): VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
    }
  }
}
