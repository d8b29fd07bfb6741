/// Words of a text that say more exactly where something was than a release may say.
public struct FineWords: Hashable, Sendable {
  /// The reasons for which words are too exact.
  public enum Reason: Hashable, Sendable {
    /// A pair of degrees, or one latitude or longitude.
    case coordinates
    /// A square or a place of the military grid or of UTM.
    case gridReference
    case geohash
    case plusCode
    /// A link to a map, a `geo:` address, or three words that stand for a square.
    case mapLink
    /// The name of a place of the file.
    case placeOfFile
    /// The name of a town.
    case town
    /// The name of a province.
    case province

    /// The reason in words, as the end of a sentence that begins with the words.
    public var words: String {
      switch self {
      case .coordinates: "are coordinates"
      case .gridReference: "is a grid reference"
      case .geohash: "is a geohash"
      case .plusCode: "is a plus code"
      case .mapLink: "is a link to a map"
      case .placeOfFile: "is the name of a place of the file"
      case .town: "is the name of a town"
      case .province: "is the name of a province"
      }
    }
  }

  /// The words, as the text has them.
  public let words: String
  /// The reason for which they are too exact.
  public let reason: Reason

  init(_ words: some StringProtocol, _ reason: Reason) { (self.words, self.reason) = (String(words), reason) }
}
