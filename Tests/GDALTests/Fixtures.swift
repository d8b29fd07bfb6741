#if GDAL
  import Foundation
  import SituationIO
  import SituationModel

  @testable import GDAL

  /// The files of this folder.
  enum Fixtures {
    private static let folder =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures").path

    static func path(_ name: String) -> String { "\(folder)/made/\(name)" }

    static func bytes(_ name: String) throws -> [UInt8] {
      try Array(Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    static func read(_ name: String) throws -> Situation {
      try readSituation(path: path(name), databases: GDALSource())
    }

    /// Calls something with an empty folder, which is removed afterwards.
    static func inFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
      let folder = FileManager.default.temporaryDirectory.path + "/sitmap-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      return try work(folder)
    }
  }
#endif
