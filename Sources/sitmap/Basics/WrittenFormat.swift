import ArgumentParser
import SituationIO

/// A format that `sitmap convert` can write.
enum WrittenFormat: Hashable {
  /// A format that is written from beginning to end.
  case stream(Conversion.Format)
  /// A GeoPackage, which is a database.
  case geoPackage

  /// The format by the ending of a file's name; nil if the ending names none.
  init?(path: String) {
    if let format = Conversion.Format(path: path) {
      self = .stream(format)
    } else if path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() == "gpkg" {
      self = .geoPackage
    } else {
      return nil
    }
  }

  /// The stream format; nil for a database.
  var stream: Conversion.Format? {
    switch self {
    case .stream(let format): format
    case .geoPackage: nil
    }
  }

  /// The name of the format on the command line.
  var name: String {
    switch self {
    case .stream(let format): format.rawValue
    case .geoPackage: "gpkg"
    }
  }
}

extension WrittenFormat: ExpressibleByArgument {
  private static let all = Conversion.Format.allCases.map { stream($0) } + [geoPackage]

  static var allValueStrings: [String] { all.map(\.name) }

  init?(argument: String) {
    guard let format = WrittenFormat.all.first(where: { $0.name == argument }) else { return nil }
    self = format
  }
}
