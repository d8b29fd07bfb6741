/// A place that a gazetteer knows: a town, a province or a country.
public struct KnownPlace: Hashable, Sendable {
  /// The sort of place that it is.
  public enum Kind: Hashable, Sendable { case town, province, country }

  /// The name that a map writes.
  public let name: String
  /// The sort of place that it is.
  public let kind: Kind
  /// The country that it is or lies in: the code of two letters (ISO 3166), or another where that has none; empty where it is not known.
  public let country: String
  /// The middle of the place.
  public let position: Coordinate
  /// The area of the place; nil where only its middle is known.
  public let area: Shape?

  /// A place.
  public init(name: String, kind: Kind, country: String, position: Coordinate, area: Shape? = nil) {
    (self.name, self.kind, self.country, self.position, self.area) = (name, kind, country, position, area)
  }
}

/// A gazetteer that says which places a name may mean.
public protocol PlaceLookup: Sendable {
  /// True if it knows no places at all.
  var isEmpty: Bool { get }
  /// The places that a name is a spelling of. Constant time, but for the first call, which may load the gazetteer.
  func places(named name: String) -> [KnownPlace]
  /// The code of the country that a text names, in one of several languages or by an ISO 3166 code; nil where it names none.
  func country(of text: String) -> String?
  /// The English name of the country with a code; the code itself where it is not known.
  func name(ofCountry code: String) -> String
}

/// The words of a record on its place, where it has no coordinates.
public struct PlaceClue: Hashable, Sendable {
  /// The name of the place; nil where the record has none.
  public var name: String?
  /// True if the name is from a field of towns, as `city` is.
  public var isTown = false
  /// Names of towns in other fields.
  public var towns: [String] = []
  /// Names of provinces.
  public var provinces: [String] = []
  /// Names or codes of countries.
  public var countries: [String] = []
  /// The precision that the record states; nil where it states none.
  public var precision: PlacePrecision?

  /// A clue of a name.
  public init(name: String? = nil) { self.name = name }

  /// True if the record names no place at all.
  public var isEmpty: Bool { name == nil && towns.isEmpty && provinces.isEmpty && countries.isEmpty }
}

/// The position of a record in its file.
public struct RecordPosition: Hashable, Sendable {
  /// The line on which it begins, from 1.
  public let line: Int
  /// The number of the record from 1, where the line does not tell it.
  public let record: Int?

  /// A position.
  public init(line: Int, record: Int? = nil) { (self.line, self.record) = (line, record) }
}
