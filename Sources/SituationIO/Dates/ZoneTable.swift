import Glibc
import SituationModel

/// The offsets of one zone of the system's database, as its file has them (RFC 9636).
struct ZoneTable: Hashable, Sendable {
  /// The moments from which offsets hold, in seconds since 1970, in order, and the offsets in seconds.
  private var changes: [(from: Int64, offset: Int)] = []

  static func == (left: ZoneTable, right: ZoneTable) -> Bool {
    left.changes.elementsEqual(right.changes) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(changes.count) }

  /// The zone of a name such as `Asia/Damascus`; nil where the system has none. Rules for the years behind the table are not read:
  /// its last offset holds.
  init?(named name: String) {
    let isName = name.utf8.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "/_+-".utf8.contains($0)
    }
    guard isName, name.utf8.count < 64, !name.hasPrefix("/"), !name.contains("//") else { return nil }
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    let limits = Limits(fileBytes: 1 << 20, streamBytes: 1 << 20)
    guard let bytes = try? FileBytes.read(path: "\(folder)/\(name)", limits: limits) else { return nil }
    self.init(Array(bytes))
  }

  /// The zone that is called after a city, whatever its continent: `Damascus`, `Kyiv`; nil where the system has none.
  init?(ofCity name: String) {
    for part in ["Asia", "Europe", "Africa", "America", "Australia", "Pacific", "Atlantic", "Indian"] {
      if let table = ZoneTable(named: "\(part)/\(name)") {
        self = table
        return
      }
    }
    return nil
  }

  /// A table from the bytes of its file; nil where they are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "TZif".utf8), bytes.count >= 44 else { return nil }
    func number(_ place: Int, _ width: Int) -> Int64? {
      guard place >= 0, place + width <= bytes.count else { return nil }
      return bytes[place..<place + width].reduce(Int64(bytes[place] >= 0x80 ? -1 : 0)) { $0 << 8 | Int64($1) }
    }
    func counts(_ head: Int) -> [Int]? {
      let counts = (0..<6).compactMap { number(head + 20 + $0 * 4, 4).map { Int($0) } }
      return counts.count == 6 && counts.allSatisfy { (0..<100_000).contains($0) } ? counts : nil
    }
    guard let first = counts(0) else { return nil }
    // The second part has times of 64 bits.
    let isLong = bytes[4] >= 0x32
    let skipped = first[3] * 5 + first[4] * 6 + first[5] + first[2] * 8 + first[1] + first[0]
    let head = isLong ? 44 + skipped : 0
    guard let counts = isLong ? counts(head) : first else { return nil }
    let (width, times) = (isLong ? 8 : 4, head + 44)
    let (kinds, types) = (times + counts[3] * width, times + counts[3] * (width + 1))
    guard let standard = number(types, 4) else { return nil }
    changes = [(Int64.min, Int(standard))]
    for index in 0..<counts[3] {
      guard let moment = number(times + index * width, width), kinds + index < bytes.count,
        let offset = number(types + Int(bytes[kinds + index]) * 6, 4)
      else { return nil }
      changes.append((moment, Int(offset)))
    }
  }

  /// The offset when clocks of the zone show a moment; of an hour that is repeated, the first.
  func offset(at local: Instant) -> Int {
    var offset = changes.first?.offset ?? 0
    for change in changes.dropFirst() where local.seconds - Int64(offset) >= change.from { offset = change.offset }
    return offset
  }
}
