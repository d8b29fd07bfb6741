import ArgumentParser
import SituationIO

/// A format that is written.
enum WrittenFormat: Hashable {
  /// One that is written from its beginning to its end.
  case stream(Conversion.Format)
  /// A database.
  case geoPackage

  /// The format that a file's name says by its ending; nil where it says none.
  init?(path: String) {
    if let format = Conversion.Format(path: path) {
      self = .stream(format)
    } else if path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased() == "gpkg" {
      self = .geoPackage
    } else {
      return nil
    }
  }

  /// The format where it is written from its beginning to its end; nil for a database.
  var stream: Conversion.Format? {
    switch self {
    case .stream(let format): format
    case .geoPackage: nil
    }
  }

  /// What it is called on the command line.
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
