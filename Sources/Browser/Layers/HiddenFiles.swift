import SituationModel

/// Files that are off: their events are nowhere, as if a filter ruled them out.
extension BrowserState {
  /// The numbers of the files that are off.
  var hiddenFiles: Set<UInt8> {
    Set(
      hidden.compactMap { row in if case .file(let number) = row { UInt8(truncatingIfNeeded: number) } else { nil } })
  }

  /// The rows of the layers pane for files of some names.
  static func rows(ofFiles names: Set<String>, in events: EventTable) -> Set<LayerRow> {
    Set(events.files.filter { names.contains($0.name) }.map { .file($0.number) })
  }

  /// Those of some rows whose files are on.
  func shown(_ rows: RowSet) -> RowSet {
    let (hidden, files) = (hiddenFiles, situation.events.columns.files)
    return hidden.isEmpty ? rows : rows.chosen { !hidden.contains(files[$0]) }
  }
}

extension EventTable {
  /// How many events each file has. Linear.
  var fileCounts: [Int] {
    columns.files.reduce(into: Array(repeating: 0, count: files.count)) { $0[Int($1)] += 1 }
  }
}
