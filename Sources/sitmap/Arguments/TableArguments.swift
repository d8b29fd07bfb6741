import ArgumentParser
import SituationIO

/// The options that say what the columns of a table mean, and which sheet of a spreadsheet or layer of a vector file is read.
struct TableArguments: ParsableArguments {
  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "What columns or fields mean, where their names don't tell: lat=X,lon=Y,time=Date,title=Headline,dates=dmy.",
      valueName: "meaning=column,..."),
    transform: TableArguments.columns)
  var columns: ColumnMap?

  @Option(
    help: ArgumentHelp(
      "The encoding of tables, if sitmap guesses it wrongly: utf-8, windows-1251, latin1, koi8-r, ...",
      valueName: "name"),
    transform: TableArguments.encoding)
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      "The only sheet of a spreadsheet, or layer of a vector file, to read; without it, all that hold events.",
      valueName: "name"))
  var sheet: String?

  @Flag(
    name: .customLong("no-match-places"),
    help: "Don't place records that have the name of a place and no coordinates.")
  var leavesNames = false

  @Option(
    name: [.customLong("changes"), .customLong("case")],
    help: ArgumentHelp(
      "The log of changes to the events of all files; without it, FILE.changes beside each file.", valueName: "file"),
    completion: .file(extensions: ["changes"]))
  var changeLog: String?

  @Flag(name: .customLong("no-changes"), help: "Show the files as they are, without the changes beside them.")
  var leavesChanges = false

  /// The person's choice of the changes that are applied.
  var changes: ChangeChoice { leavesChanges ? .none : changeLog.map(ChangeChoice.named) ?? .beside }

  /// Fails where changes are asked for to the events of a server, which takes none.
  func refuseChanges() throws(Failure) {
    if changeLog != nil { throw .usage("--changes is for files: the events of a server take no changes") }
  }

  func validate() throws {
    if leavesChanges, changeLog != nil { throw ValidationError("--no-changes leaves no room for --changes.") }
  }

  /// The person's choices of columns, of an encoding, of a sheet and of names; nil without any.
  var map: ColumnMap? {
    guard encoding != nil || sheet != nil || leavesNames else { return columns }
    var map = columns ?? ColumnMap()
    map.encoding = encoding
    map.sheet = sheet
    map.matchesPlaces = !leavesNames
    return map
  }

  private static func encoding(_ name: String) throws -> TextEncoding {
    guard let encoding = TextEncoding(named: name) else {
      throw ValidationError("\"\(name)\" is no known encoding: utf-8, utf-16le, windows-1251, latin1, koi8-r, ...")
    }
    return encoding
  }

  private static func columns(_ text: String) throws -> ColumnMap {
    do throws(ColumnMap.Failure) { return try ColumnMap(text) } catch { throw ValidationError(error.reason) }
  }
}
