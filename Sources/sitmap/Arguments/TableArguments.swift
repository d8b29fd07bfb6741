import ArgumentParser
import SituationIO

/// The options that say what the columns of a table mean, and which sheet of a spreadsheet is read.
struct TableArguments: ParsableArguments {
  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "What a table's columns mean, where their names don't tell: lat=X,lon=Y,time=Date,title=Headline,dates=dmy.",
      valueName: "meaning=column,..."),
    transform: TableArguments.columns)
  var meanings: ColumnMap?

  @Option(
    help: ArgumentHelp("The only sheet to read of a spreadsheet; without it, all that hold events.", valueName: "name"))
  var sheet: String?

  /// The choices of columns and of a sheet by the person; nil without any.
  var map: ColumnMap? {
    guard let sheet else { return meanings }
    var map = meanings ?? ColumnMap()
    map.sheet = sheet
    return map
  }

  private static func columns(_ text: String) throws -> ColumnMap {
    do throws(ColumnMap.Failure) { return try ColumnMap(text) } catch { throw ValidationError(error.reason) }
  }
}
