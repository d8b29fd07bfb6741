/// How much of a file is taken before its reader says that this is too much.
///
/// Each limit stands far above what a map for people needs; they exist so that a broken or hostile file ends in a
/// sentence and not in a full memory or stack.
public struct Limits: Hashable, Sendable {
  /// How deeply lists and objects may nest, the outermost counted as 1.
  public var depth: Int
  /// Bytes of one text, as the file has it.
  public var textBytes: Int
  /// Points of one shape.
  public var shapePoints: Int
  /// Bytes of one line of a sequence, or of one row of a table.
  public var lineBytes: Int
  /// Fields of one row of a table, or attributes of one element of XML.
  public var fields: Int
  /// Bytes of a file on disk.
  public var fileBytes: Int
  /// Bytes of a pipe or a device, which may never end.
  public var streamBytes: Int
  /// Bytes of a source's copy that is checked while the person waits.
  public var copyBytes: Int
  /// Bytes that a packed file unpacks to.
  public var unpackedBytes: Int
  /// How many times its own size a packed file unpacks to; real ones stay below 50.
  public var unpackedRatio: Int
  /// Entries of an archive that are looked at.
  public var archiveEntries: Int

  /// So many bytes may come out whatever the ratio.
  static let freelyUnpackedBytes = 4 << 20

  /// Limits; each has a value that suits all but special needs.
  public init(
    depth: Int = 64, textBytes: Int = 1 << 20, shapePoints: Int = 10_000_000, lineBytes: Int = 256 << 20,
    fields: Int = 16_384, fileBytes: Int = 4 << 30, streamBytes: Int = 256 << 20, copyBytes: Int = 1 << 30,
    unpackedBytes: Int = 2 << 30, unpackedRatio: Int = 250, archiveEntries: Int = 10_000
  ) {
    self.depth = depth
    self.textBytes = textBytes
    self.shapePoints = shapePoints
    self.lineBytes = lineBytes
    self.fields = fields
    self.fileBytes = fileBytes
    self.streamBytes = streamBytes
    self.copyBytes = copyBytes
    self.unpackedBytes = unpackedBytes
    self.unpackedRatio = unpackedRatio
    self.archiveEntries = archiveEntries
  }
}
