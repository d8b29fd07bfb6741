import ArgumentParser
import SituationIO

/// The option that says what the columns of a table mean.
struct TableArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a table's columns mean, where their names don't tell: lat=X,lon=Y,time=Date,title=Headline,dates=dmy.",
      valueName: "meaning=column,..."),
    transform: TableArguments.columns)
  var map: ColumnMap?

  private static func columns(_ text: String) throws -> ColumnMap {
    do throws(ColumnMap.Failure) { return try ColumnMap(text) } catch { throw ValidationError(error.reason) }
  }
}
