import SituationModel
import TextCanvas

extension EventFile {
  /// The signs of files: digits, then letters. They distinguish files where there is no colour, and where there are more
  /// files than inks.
  private static let signs = Array("123456789abcdefghijklmnopqrstuvw")
  private static let inks: [Ink] = [
    .firstFile, .secondFile, .thirdFile, .fourthFile, .fifthFile, .sixthFile, .seventhFile, .eighthFile,
  ]

  /// The sign of the file in a list, in details and on the timeline.
  var sign: Character { EventFile.sign(of: number) }
  /// The colour of the file; the ninth file has that of the first.
  var ink: Ink { EventFile.ink(of: number) }

  /// The sign and name, `2 floods.kml`, with the title if that differs: `2 floods.kml (A flood)`.
  var words: String {
    let isNamed = title.isEmpty || title == name || name.hasSuffix("/" + title) || name.hasPrefix(title + " (")
    return "\(sign) \(name)" + (isNamed ? "" : " (\(title))")
  }

  static func sign(of number: Int) -> Character { signs[number % signs.count] }
  static func ink(of number: Int) -> Ink { inks[number % inks.count] }
}
