import CFuzzer
import FuzzTargets
import Glibc

/// `fuzz TARGET [options and folders of libFuzzer]`: looks for bytes that break what the target promises.
@main
struct Fuzz {
  static func main() {
    guard CommandLine.argc > 1, let target = FuzzTarget(rawValue: CommandLine.arguments[1]) else {
      print(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
      exit(64)
    }
    Fuzz.chosen = target
    var arguments = CommandLine.unsafeArgv
    // libFuzzer starts itself again by its first argument: what it sees begins with the program and leaves the target out.
    var count = CommandLine.argc - 1
    arguments[1] = arguments[0]
    arguments += 1
    var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = arguments
    exit(
      LLVMFuzzerRunDriver(&count, &pointer) { bytes, length in
        let input = Array(UnsafeBufferPointer(start: bytes, count: length))
        if let fault = Fuzz.chosen.fault(in: input) { fatalError(fault) }
        return 0
      })
  }

  /// A C function holds nothing, so what it is to do stands here; it is written once, before the loop.
  nonisolated(unsafe) private static var chosen = FuzzTarget.geojson
}
