import SituationIO
import SituationModel

/// The result of reading some files, as many at once as there are processors. If one of several files can't be opened or
/// understood, the others are read all the same.
struct FilesRead {
  /// The files that were read, in the order in which they were named.
  private(set) var parts: [(path: String, situation: Situation)] = []
  /// The reasons why the other files could not be read, a sentence each.
  private(set) var unread: [String] = []

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - columns: the person's words on the columns of a table.
  ///   - isGrowing: true if a last line without an end may still be completed, so that it is not read yet.
  ///   - head: the number of bytes of each file that are read at most; nil for all.
  ///   - holding: the way to hold large files: copied, or left where they are.
  ///   - progress: receives how far the reading is; of several files, that of the file that is read last.
  /// - Throws: the error of the first file if none can be read; a wrong command line if there are too many files.
  init(
    _ paths: [String], columns: ColumnMap, isGrowing: Bool = false, head: Int? = nil, holding: FileHolding = .copied,
    progress: ReadingProgress? = nil
  ) throws(Failure) {
    guard paths.count <= EventFile.most else {
      throw .usage("at most \(EventFile.most) files can be open at once: these are \(paths.count)")
    }
    try SourceAddress.refuse(among: paths)
    let workers = min(paths.count, processors())
    let read = inParallel(workers) { worker in
      stride(from: worker, to: paths.count, by: workers).map {
        FilesRead.read(paths[$0], columns, isGrowing, head, holding, progress)
      }
    }
    var errors: [ReadError] = []
    for (index, path) in paths.enumerated() {
      switch read[index % workers][index / workers] {
      case .success(let situation): parts.append((StandardInput.name(of: path), situation))
      case .failure(let error): errors.append(error)
      }
    }
    if parts.isEmpty, let first = errors.first {
      throw Failure(message: "sitmap: \(first.message)", status: first.exitCode)
    }
    unread = errors.map(\.message)
  }

  /// The assumed number of bytes in a row, which turns a number of bytes to read into a number of rows.
  private static let rowBytes = 1_000

  private static func read(
    _ path: String, _ columns: ColumnMap, _ isGrowing: Bool, _ head: Int?, _ holding: FileHolding,
    _ progress: ReadingProgress?
  ) -> Result<Situation, ReadError> {
    do throws(ReadError) {
      if Servers.isTable(path) {
        let rows = head.map { $0 / FilesRead.rowBytes }
        return .success(try Servers.situation(path, columns: columns, head: rows, progress: progress))
      }
      return .success(
        try readSituation(
          path: path, columns: columns, databases: Databases.source, places: PlaceNames.shared, isGrowing: isGrowing,
          head: head, holding: holding, progress: progress))
    } catch {
      return .failure(error)
    }
  }
}
