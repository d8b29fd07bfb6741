import ArgumentParser
import SituationIO

/// What a command that prints opens, and how the columns of a table are read; the same for all of them.
struct FileArguments: ParsableArguments {
  @Argument(
    help: "The files to open, - for standard input; without one, the situation that comes with the program.",
    completion: .file())
  var files: [String] = []

  @OptionGroup var table: TableArguments
}
