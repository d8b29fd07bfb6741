/// The reason why the program ends without having done what was asked.
struct Failure: Error {
  /// The message for the person, on one line.
  let message: String
  /// The status to end with, after sysexits.
  let status: Int32

  /// The command line asks for what can't be (EX_USAGE).
  static func usage(_ message: String) -> Failure { Failure(message: "sitmap: \(message)", status: 64) }
}
