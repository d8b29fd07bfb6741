import Browser
import Glibc
import SituationIO
import SituationModel

/// The place where a story is looked for.
enum StorySource {
  /// Nowhere: the command tells none.
  case none
  /// The file's folder, if one file is open: `NAME.story.json` beside `NAME.geojson`.
  case beside
  /// The file that the person names.
  case file(String)

  /// The file of the story; nil if there is none.
  func path(beside files: [String]) -> String? {
    switch self {
    case .none: return nil
    case .file(let named): return named
    case .beside:
      guard files.count == 1, files[0] != StandardInput.path else { return nil }
      let path = Self.path(beside: files[0])
      return access(path, F_OK) == 0 ? path : nil
    }
  }

  /// The story, if there is one.
  ///
  /// - Parameter rejections: the problems with the story are added to them. A story that was not asked for is never an error.
  /// - Throws: a failure when the file that was named can't be read.
  func story(
    beside files: [String], of situation: Situation, atlas: Atlas, rejections: inout [Rejection]
  ) throws(Failure) -> Story? {
    guard let path = path(beside: files) else { return nil }
    do throws(ReadError) {
      let file = try RecordFile(path: path, profile: Story.profile, list: Story.list)
      rejections += file.rejections
      let places = NamedPlaces(events: situation.events, atlas: atlas)
      return Story(
        title: file.title, file: path, records: file.records.map { ($0.line, $0.members) }, events: situation.events,
        on: situation.zone, place: places.coordinate, rejections: &rejections)
    } catch {
      if case .beside = self {
        rejections.append(Rejection(file: path, line: 1, reason: "the story can't be read: \(error.message)"))
        return nil
      }
      throw Failure(message: "sitmap: \(error.message)", status: error.exitCode)
    }
  }

  /// `NAME.story.json` beside `NAME.geojson`.
  private static func path(beside file: String) -> String {
    let start = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    let end = file[start...].lastIndex(of: ".") ?? file.endIndex
    return file[..<end] + ".story.json"
  }
}

/// Places by their names, for filters in files. The map's towns are read when the first name is asked for.
final class NamedPlaces {
  private let events: EventTable
  private let atlas: Atlas
  private var finder: PlaceFinder?

  init(events: EventTable, atlas: Atlas) { (self.events, self.atlas) = (events, atlas) }

  /// The place for a name; nil if the name is unknown, or the map is missing.
  func coordinate(of name: String) -> Coordinate? {
    if finder == nil { finder = (try? atlas.towns()).map { PlaceFinder(events: events, map: $0) } }
    return finder?.coordinate(of: name)
  }
}
