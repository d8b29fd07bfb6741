import CByteMasks
import SituationModel

/// Finds the line that a byte is on, at a cost that grows with the way from the last one asked for.
struct LineCounter {
  private var offset = 0
  private var line = 1

  /// The line of a byte, from 1. A line ends with LF, CR LF or a lone CR.
  mutating func line(of target: Int, in bytes: Bytes) -> Int {
    let target = min(max(0, target), bytes.count)
    if target >= offset {
      line += LineCounter.ends(in: offset..<target, of: bytes)
    } else {
      line -= LineCounter.ends(in: target..<offset, of: bytes)
    }
    offset = target
    return line
  }

  /// The lines of some bytes. Linear in the bytes before the last of them, on all processors where that pays.
  ///
  /// - Parameters:
  ///   - targets: the bytes, best in order.
  ///   - wanted: into how many parts the bytes go, which are looked through at once; nil for as many as pay.
  static func lines(of targets: [Int], in bytes: Bytes, parts wanted: Int? = nil) -> [Int] {
    let isRising = zip(targets, targets.dropFirst()).allSatisfy { $0 <= $1 }
    guard let last = targets.last, isRising, last <= bytes.count, wanted != nil || last > 4 << 20 else {
      var counter = LineCounter()
      return targets.map { counter.line(of: $0, in: bytes) }
    }
    let parts = wanted ?? processors()
    let found = inParallel(parts) { part -> (lines: [Int], ends: Int) in
      var (offset, ends, lines) = (last * part / parts, 0, [Int]())
      let end = last * (part + 1) / parts
      for target in targets where target >= offset && (target < end || target == last && part == parts - 1) {
        ends += LineCounter.ends(in: offset..<target, of: bytes)
        offset = target
        lines.append(ends)
      }
      return (lines, ends + LineCounter.ends(in: offset..<end, of: bytes))
    }
    var (lines, before) = ([Int](), 1)
    for part in found {
      lines += part.lines.map { $0 + before }
      before += part.ends
    }
    return lines
  }

  /// How many lines end in a range: a CR LF ends at its LF.
  private static func ends(in range: Range<Int>, of bytes: Bytes) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return bm_line_ends(base, bytes.count, range.lowerBound, range.upperBound)
    }
  }
}
