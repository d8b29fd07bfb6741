import SituationIO
import SituationModel

/// Some files, read at once as far as there are processors. Of several, one that can't be opened or understood costs the
/// others nothing.
struct FilesRead {
  /// Those that were read, in the order in which they were named.
  private(set) var parts: [(path: String, situation: Situation)] = []
  /// What is wrong with the others, a sentence each.
  private(set) var unread: [String] = []

  /// Reads them.
  ///
  /// - Parameters:
  ///   - columns: what the person says of a table's columns.
  ///   - isGrowing: whether a last line without an end waits for it.
  ///   - head: how many bytes of each are read at most; nil for all.
  ///   - holding: whether large files are copied or stay where they are.
  ///   - progress: what is told how far the reading is, of several files of the one that is read last.
  /// - Throws: what is wrong with the first, where none can be read; a wrong command line where there are too many.
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

  /// So many bytes are reckoned for a row, where the head of a table is wanted.
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
