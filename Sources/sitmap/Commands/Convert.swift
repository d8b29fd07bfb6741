import ArgumentParser
import Logging
import SituationIO
import SituationModel

/// `sitmap convert`: events into a file of another format.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the events of files as GeoJSON, a GeoJSON sequence, CSV, KML, XLSX or GeoPackage.",
    discussion: """
      The new file opens with the same events; sitmap reports what its format can't hold. Several files \
      become one. An existing file is replaced only with --force. GeoPackage needs a program that was built for \
      it: make build TRAITS=GDAL.
      """)

  @Argument(help: "The files to read, - for standard input.", completion: .file())
  var files: [String]

  @OptionGroup var table: TableArguments

  @Option(name: .customLong("to"), help: "The format; without it, the one that the ending of the new file's name says.")
  var format: WrittenFormat?

  @Option(name: .shortAndLong, help: "The new file, - for standard output.")
  var output: String

  @Flag(help: "Put a row of HXL's tags under the names of the columns, of CSV and XLSX.")
  var hxl = false

  @Flag(help: "Replace a file that is there.")
  var force = false

  private static let standardOutput = "-"

  func validate() throws {
    if format == nil, WrittenFormat(path: output) == nil {
      throw ValidationError("say the format by --to: the name of the new file does not.")
    }
  }

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("convert", run) }

  private func run(_ log: Logger) throws {
    try SourceAddress.refuse(among: files)
    guard files.count(where: { $0 == StandardInput.path }) < 2 else {
      throw Failure.usage("standard input can be read once only")
    }
    guard let format = format ?? WrittenFormat(path: output) else { return }
    if format == .geoPackage {
      guard Databases.writer != nil else {
        throw Failure.usage("this program was built without GeoPackage: build it with make build TRAITS=GDAL")
      }
      guard output != Convert.standardOutput else {
        throw Failure.usage("a GeoPackage can't be written to standard output: name a file")
      }
    }
    if hxl, format.stream?.isTable != true {
      throw Failure.usage("--hxl is for tables: \(format.name) has no columns for tags (csv and xlsx have)")
    }
    guard files.count <= EventFile.most else {
      throw Failure.usage("at most \(EventFile.most) files become one: these are \(files.count)")
    }
    let changes = ChangeFiles(choice: table.changes, files: files)
    try changes.check()
    let whole = changes.situation(joining: try files.map { (StandardInput.name(of: $0), try read($0)) })
    log.info("read", metadata: ["files": "\(files.joined(separator: " "))", "events": "\(whole.events.count)"])
    for note in whole.notes { StandardError.write("sitmap: \(note)") }
    let remarks = try write(whole, as: format)
    log.info("written", metadata: ["file": "\(output)", "remarks": "\(remarks.count)"])
    for remark in remarks {
      if let words = words(for: remark, whole, format) { StandardError.write("sitmap: \(words)") }
    }
  }

  private func read(_ path: String) throws(Failure) -> Situation {
    do throws(ReadError) {
      let situation = try readSituation(
        path: path, columns: table.map ?? ColumnMap(), databases: Databases.source, places: PlaceNames.shared)
      situation.reportProblems()
      return situation
    } catch { throw Failure(message: "sitmap: \(error.message)", status: error.exitCode) }
  }

  private func write(_ whole: Situation, as format: WrittenFormat) throws(Failure) -> [Conversion.Remark] {
    switch format {
    case .stream(let format):
      let conversion = Conversion(whole, to: format, hasTags: hxl)
      if output == Convert.standardOutput {
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
      let file = try NewFile(at: output, replacing: force)
      let remarks = try fill(file)
      _ = try file.finish()
      return remarks
    } catch {
      switch error {
      case .exists: throw Failure(message: "sitmap: \(output): already exists (--force replaces it)", status: 73)
      case .failed(let reason): throw Failure(message: "sitmap: \(output): \(reason)", status: 73)
      }
    }
  }

  /// The words that report a remark on standard error; nil if it does not concern this conversion.
  private func words(
    for remark: Conversion.Remark, _ whole: Situation, _ format: WrittenFormat
  ) -> String? {
    switch remark {
    case .unsaid(let names):
      // A title that was made of the files' names is no loss.
      let lost = names.filter { $0 != "title" || files.count == 1 && whole.title != Convert.name(of: files[0]) }
      return lost.isEmpty
        ? nil : "\(format.name) can't hold these facts about the file: \(lost.joined(separator: ", "))"
    case .longForms(let count):
      return
        "\(format.name): \(count) events have forms of more than \(Limits().textBytes) bytes, which are not read back here"
    case .longCells(let count):
      return
        "\(format.name): \(count) events have texts of more than 32767 characters, which Excel cuts: convert them to csv too"
    case .copies(let count):
      return files.contains { Convert.folder(of: $0) != Convert.folder(of: output) }
        ? "\(format.name): \(count) copies of sources must be beside the new file: copy them there" : nil
    }
  }

  private static func name(of path: String) -> Substring {
    StandardInput.name(of: path).split(separator: "/").last ?? ""
  }

  private static func folder(of path: String) -> Substring { path.lastIndex(of: "/").map { path[..<$0] } ?? "." }
}
