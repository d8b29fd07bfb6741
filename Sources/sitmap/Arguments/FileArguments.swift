import ArgumentParser
import SituationIO

/// The files that a printing command opens, and the options for reading a table's columns. All such commands share them.
struct FileArguments: ParsableArguments {
  @Argument(
    help: "The files to open, - for standard input; without one, the situation that comes with the program.",
    completion: .file())
  var files: [String] = []

  @OptionGroup var table: TableArguments

  /// Opens a server by the options of a view.
  func opening(of address: SourceAddress, by view: ViewArguments) throws -> Opening {
    try table.refuseChanges()
    return try view.opening(of: address, columns: table.map)
  }
}
