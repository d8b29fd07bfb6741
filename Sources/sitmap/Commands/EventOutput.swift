import SituationIO
import SituationModel

/// A file of events that a command writes, in any format that can be written; or standard output.
struct EventOutput {
  /// The path of the file, `-` for standard output.
  let path: String
  let format: WrittenFormat
  /// True to replace a file that is there.
  let isReplacing: Bool
  /// True to put a row of HXL's tags under the names of the columns.
  var hasTags = false

  private static let standardOutput = "-"

  /// - Throws: a wrong command line where the program or the path can't have the format.
  func check() throws(Failure) {
    guard format == .geoPackage else { return }
    guard Databases.writer != nil else {
      throw Failure.usage("this program was built without GeoPackage: build it with make build TRAITS=GDAL")
    }
    guard path != EventOutput.standardOutput else {
      throw Failure.usage("a GeoPackage can't be written to standard output: name a file")
    }
  }

  /// Writes all events of a situation. The file is there whole or not at all.
  func write(_ whole: Situation) throws(Failure) -> [Conversion.Remark] {
    switch format {
    case .stream(let format):
      let conversion = Conversion(whole, to: format, hasTags: hasTags)
      if path == EventOutput.standardOutput {
        return try conversion.write { bytes throws(Failure) in try StandardOutput.write(bytes) }
      }
      return try writeFile { file throws(NewFile.Problem) in
        try conversion.write { bytes throws(NewFile.Problem) in try file.append(bytes) }
      }
    case .geoPackage:
      guard let writer = Databases.writer else { return [] }
      return try writeFile { file throws(NewFile.Problem) in
        do throws(SheetProblem) {
          return try file.fill { path throws(SheetProblem) in try EventSheet(whole).write(to: path, by: writer) }
        } catch { throw .failed(error.reason) }
      }
    }
  }

  private func writeFile(
    _ fill: (NewFile) throws(NewFile.Problem) -> [Conversion.Remark]
  ) throws(Failure) -> [Conversion.Remark] {
    do throws(NewFile.Problem) {
      let file = try NewFile(at: path, replacing: isReplacing)
      let remarks = try fill(file)
      _ = try file.finish()
      return remarks
    } catch {
      switch error {
      case .exists: throw Failure(message: "sitmap: \(path): already exists (--force replaces it)", status: 73)
      case .failed(let reason): throw Failure(message: "sitmap: \(path): \(reason)", status: 73)
      }
    }
  }
}
