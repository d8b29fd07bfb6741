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

  /// How many lines end in a range: a CR LF ends at its LF.
  private static func ends(in range: Range<Int>, of bytes: Bytes) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var (count, place) = (0, range.lowerBound)
      while true {
        place = ByteWords.firstControl(in: bytes, from: place, before: range.upperBound)
        if place == range.upperBound { return count }
        let isBare = place + 1 == bytes.count || bytes[place + 1] != 0x0A
        if bytes[place] == 0x0A || bytes[place] == 0x0D && isBare { count += 1 }
        place += 1
      }
    }
  }
}
