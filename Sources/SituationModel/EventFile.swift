/// One of several files that are open at once: a layer of events.
public struct EventFile: Hashable, Sendable {
  /// The number of the file among those that are open, from 0.
  public var number: Int { record.number }
  /// The name of the file: the end of its path, as much as tells it from the others. Not made safe.
  public var name: String { record.name }
  /// The title that the file states.
  public var title: String { record.title }

  /// No more files than this can be open at once: a row says its file in one byte, a screen in one sign.
  public static let most = 32

  /// The contents of a file's description. Events refer to it, and only the reference is copied.
  private final class Record: Sendable {
    let (number, name, title): (Int, String, String)
    init(_ number: Int, _ name: String, _ title: String) {
      (self.number, self.name, self.title) = (number, name, title)
    }
  }

  private let record: Record

  /// A file.
  init(number: Int, name: String, title: String) { record = Record(number, name, title) }

  /// True if the two are the same file of the same set of files.
  public static func == (left: EventFile, right: EventFile) -> Bool {
    left.record === right.record
      || (left.number, left.name, left.title) == (right.number, right.name, right.title)
  }

  /// Hashes the number and the name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(name)
  }

  /// Names for files by their paths: the last part, with as many folders before it as make it one of a kind. A file that is
  /// given twice is counted.
  static func names(of paths: [String]) -> [String] {
    let parts = paths.map { $0.split(separator: "/").map(String.init) }
    func tail(_ index: Int, _ length: Int) -> String {
      parts[index].isEmpty ? paths[index] : parts[index].suffix(length).joined(separator: "/")
    }
    var names: [String] = []
    for index in paths.indices {
      let others = paths.indices.filter { $0 != index && parts[$0] != parts[index] }
      let longest = max(1, parts[index].count)
      let length = (1...longest).first { length in !others.contains { tail($0, length) == tail(index, length) } }
      var name = tail(index, length ?? longest)
      let before = paths[..<index].indices.count { parts[$0] == parts[index] }
      if before > 0 { name += " (\(before + 1))" }
      names.append(name)
    }
    return names
  }
}
