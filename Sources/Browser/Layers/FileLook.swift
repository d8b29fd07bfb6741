import SituationModel
import TextCanvas

extension EventFile {
  /// The sign of each file: digits, then letters. It tells files apart where there is no colour, and where there are more
  /// of them than inks.
  private static let signs = Array("123456789abcdefghijklmnopqrstuvw")
  private static let inks: [Ink] = [
    .firstFile, .secondFile, .thirdFile, .fourthFile, .fifthFile, .sixthFile, .seventhFile, .eighthFile,
  ]

  /// What stands for it in a list, in details and on the timeline.
  var sign: Character { EventFile.sign(of: number) }
  /// Its colour; the ninth file has that of the first.
  var ink: Ink { EventFile.ink(of: number) }

  /// `2 floods.kml`, with what it says that it is about: `2 floods.kml (A flood)`.
  var words: String {
    let isNamed = title.isEmpty || title == name || name.hasSuffix("/" + title) || name.hasPrefix(title + " (")
    return "\(sign) \(name)" + (isNamed ? "" : " (\(title))")
  }

  static func sign(of number: Int) -> Character { signs[number % signs.count] }
  static func ink(of number: Int) -> Ink { inks[number % inks.count] }
}
