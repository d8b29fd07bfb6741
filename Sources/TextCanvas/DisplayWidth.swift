/// The columns that a character takes on a terminal: 0, 1 or 2.
///
/// Placeholder width until the East Asian table stands.
public func displayWidth(of character: Character) -> Int { character.isASCII ? 1 : 1 }
