/// Reads a small text file whole; what is not UTF-8 in it becomes U+FFFD.
///
/// - Throws: `ReadError` when there is no such file, or it can't be read.
public func readText(path: String, limits: Limits = Limits()) throws(ReadError) -> String {
  String(decoding: try FileBytes.read(path: path, limits: limits), as: UTF8.self)
}
