import SituationIO
import SituationModel
import TextCanvas

/// The answer to `git diff` about one file of events, as git asks a driver for diffs: what became of each event, in words.
///
/// The files are compared as they are, without the changes in logs beside them: git asks for these logs on their own. A version that can't be
/// read is told in place of a comparison, since git would show no further file after a driver that failed.
struct GitDiff {
  /// The name of the file in the repository, and that in the later version if it is another.
  private let name: String
  private let newName: String?
  /// The two versions; nil for a file that git has no two versions of, as amid a merge.
  private let versions: (old: String, new: String)?
  private let columns: ColumnMap

  /// - Parameters:
  ///   - arguments: what git gives: the path, then of both versions a file, its hash and its mode; then, of a renamed file, its new path and
  ///     words for the renaming. The path alone, if the file is not merged.
  init(_ arguments: [String], columns: ColumnMap) throws(Failure) {
    guard arguments.count == 1 || arguments.count == 7 || arguments.count == 9 else {
      throw .usage("--git takes what git gives to a driver for diffs: one argument, seven or nine")
    }
    (name, self.columns) = (arguments[0], columns)
    newName = arguments.count > 7 ? arguments[7] : nil
    versions = arguments.count > 1 ? (arguments[1], arguments[4]) : nil
  }

  /// Prints the comparison.
  func print() throws { try StandardOutput.write(text) }

  private var text: String {
    let title = newName.map { "\(name) -> \($0)" } ?? name
    guard let versions else { return line("\(title): not merged yet") }
    do throws(ReadError) {
      let (before, after) = (try situation(versions.old), try situation(versions.new))
      let comparison = Comparison(from: before?.events ?? EventTable(), to: after?.events ?? EventTable())
      let note = before == nil ? " (new file)" : after == nil ? " (deleted file)" : ""
      let listing = ComparisonListing(comparison, safe: { SafeText($0).text })
      return line("\(title)\(note)") + unread(before, after) + listing.text
    } catch {
      return line("\(title): can't be compared by events: \(error.message)")
    }
  }

  /// The events of a version; nil where there is none.
  private func situation(_ path: String) throws(ReadError) -> Situation? {
    path == "/dev/null"
      ? nil
      : try readSituation(path: path, columns: columns, databases: Databases.source, places: PlaceNames.shared)
  }

  /// A line for each version of which not all could be read.
  private func unread(_ before: Situation?, _ after: Situation?) -> String {
    [("earlier", before), ("later", after)].map { word, situation in
      let count = situation?.rejections.count { $0.weight != .note } ?? 0
      return count == 0
        ? "" : line("the \(word) version has \(count) problem\(count == 1 ? "" : "s"): sitmap check lists them")
    }.joined()
  }

  private func line(_ words: String) -> String { SafeText(words).text + "\n" }
}
