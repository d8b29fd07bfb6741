/// A copy of what a source says, kept beside the data.
public struct LocalCopy: Hashable, Sendable {
  /// Where it is, from the folder of the data file on.
  public let path: String
  /// The SHA-256 that the copy should have: 64 hexadecimal digits, small; nil if none was recorded.
  public let digest: String?
  /// The data file, as the user named it.
  public let dataFile: String

  /// A copy.
  public init(path: String, digest: String?, dataFile: String) {
    self.path = path
    self.digest = digest
    self.dataFile = dataFile
  }

  /// The result of checking the copy.
  public enum State: Hashable, Sendable {
    /// It is what was recorded.
    case same
    /// It is something else.
    case changed
    /// It is there, and nothing was recorded to compare it with.
    case unrecorded
    /// It is not there.
    case missing
    /// The path leads out of the data file's folder: it was not looked at.
    case outside
    /// It can't be read, for this reason.
    case unreadable(String)
  }
}
