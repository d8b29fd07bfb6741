#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds all pairs of records whose times and places can overlap, without comparing each record with every other.
///
/// Times and places have four levels of buckets, each some times as wide as the one before, the last without bounds. A record has in each
/// dimension the finest level in which it touches few buckets, and stands in the buckets of that level and of all wider ones. Two records are
/// compared in the level that is the wider of theirs, in the first bucket that both touch: once, and never if they have none in common.
struct LinkBlocks {
  /// A record as blocks see it: bounds in whole numbers, which a shift turns into the number of a bucket.
  private struct Bounds {
    var (first, last): (Int64, Int64)
    var (south, north, west, east): (Int32, Int32, Int32, Int32)
    var (timeLevel, placeLevel): (Int, Int)
  }

  /// Members of a block; the number of the block comes first, so that they can be sorted.
  private struct Member {
    let block: UInt64
    let row: Int32
  }

  /// Levels as shifts: of seconds, 36 hours, 24 days, 13 months; of 65,536 parts of a degree, a quarter, 2 degrees, 16 degrees.
  private static let (timeShifts, placeShifts): ([Int64], [Int32]) = ([17, 21, 25, 62], [14, 17, 20, 30])
  private static let levelCount = 4
  /// A record stands in no more buckets of its own level than these.
  private static let (mostTimes, mostRows) = (4, 3)
  /// Blocks with more comparisons than these are not compared whole.
  private static let mostComparisons = 60_000_000
  /// So many neighbours on either side, in two orders, are compared instead.
  private static let window = 100

  /// The blocks of a level of both dimensions.
  private struct Level {
    let (time, place): (Int, Int)
    let members: [Member]
  }

  private let bounds: [Bounds]
  private let levels: [Level]
  /// A key of the rarest words of each record, by which neighbours in a crowd are found.
  private let wordKeys: [UInt32]

  init(_ records: [LinkRecord]) {
    let bounds = records.map(LinkBlocks.bounds)
    self.bounds = bounds
    wordKeys = records.map { $0.titleWords.min { $0 &* 0x9E37_79B1 < $1 &* 0x9E37_79B1 } ?? 0 }
    let places = (0..<LinkBlocks.levelCount).flatMap { time in
      (0..<LinkBlocks.levelCount).map { (time: time, place: $0) }
    }
    // A level is of use where a pair has it: one record in both dimensions, or two in one each.
    let used = places.filter { place in
      bounds.contains { $0.timeLevel == place.time } && bounds.contains { $0.placeLevel == place.place }
    }
    let parts = records.count > 2_000 ? processors() : 1
    levels = inParallel(parts) { part in
      stride(from: part, to: used.count, by: parts).map { number in
        Level(
          time: used[number].time, place: used[number].place,
          members: LinkBlocks.members(bounds, used[number].time, used[number].place))
      }
    }.flatMap { $0 }
  }

  private static func bounds(_ record: LinkRecord) -> Bounds {
    // Times beyond some 30,000 years are the same to buckets.
    let far: Int64 = 1 << 40
    let (first, last) = (max(-far, min(far, record.start)) + far, max(-far, min(far, record.end &- 1)) + far)
    let timeLevel = (0..<levelCount - 1).first { level in
      last >> timeShifts[level] - first >> timeShifts[level] < Int64(mostTimes)
    }
    var bounds = Bounds(
      first: first, last: max(first, last), south: 0, north: 0, west: 0, east: 0,
      timeLevel: timeLevel ?? levelCount - 1,
      placeLevel: levelCount - 1)
    guard let disc = record.disc else { return bounds }
    let height = disc.radius / 110_000
    let width = height / max(0.05, cos(min(85, abs(disc.place.latitude) + height) * .pi / 180))
    let (south, north) = (disc.place.latitude - height, disc.place.latitude + height)
    let (west, east) = (disc.place.longitude - width, disc.place.longitude + width)
    // What reaches around a pole or over the antimeridian is compared with all places.
    guard abs(disc.place.latitude) + height < 85, west > -180, east < 180 else { return bounds }
    func part(_ degrees: Double) -> Int32 { Int32((degrees * 65_536).rounded(.down)) }
    (bounds.south, bounds.north) = (part(south + 90), part(north + 90))
    (bounds.west, bounds.east) = (part(west + 180), part(east + 180))
    let placeLevel = (0..<levelCount - 1).first { level in
      let shift = placeShifts[level]
      return bounds.north >> shift - bounds.south >> shift < Int32(mostRows)
        && bounds.east >> shift - bounds.west >> shift < Int32(mostRows)
    }
    bounds.placeLevel = placeLevel ?? levelCount - 1
    return bounds
  }

  // MARK: Blocks

  private static func block(_ level: Int, _ time: Int64, _ row: Int32, _ column: Int32) -> UInt64 {
    UInt64(level) << 60 | UInt64(truncatingIfNeeded: time & 0xFFF_FFFF) << 24 | UInt64(UInt32(bitPattern: row) & 0xFFF)
      << 12
      | UInt64(UInt32(bitPattern: column) & 0xFFF)
  }

  /// The members of all blocks of a level of both dimensions, sorted by block.
  private static func members(_ bounds: [Bounds], _ timeLevel: Int, _ placeLevel: Int) -> [Member] {
    let (timeShift, placeShift) = (LinkBlocks.timeShifts[timeLevel], LinkBlocks.placeShifts[placeLevel])
    let level = timeLevel * levelCount + placeLevel
    var members: [Member] = []
    for (row, bounds) in bounds.enumerated() where bounds.timeLevel <= timeLevel && bounds.placeLevel <= placeLevel {
      for time in bounds.first >> timeShift...bounds.last >> timeShift {
        for south in bounds.south >> placeShift...bounds.north >> placeShift {
          for west in bounds.west >> placeShift...bounds.east >> placeShift {
            members.append(Member(block: LinkBlocks.block(level, time, south, west), row: Int32(row)))
          }
        }
      }
    }
    members.sort { ($0.block, $0.row) < ($1.block, $1.row) }
    return members
  }

  /// Calls a closure for each pair of rows whose times and boxes may overlap, once. Blocks are shared out among so many parts of the work.
  ///
  /// - Returns: the number of records in blocks that were too large to be compared whole.
  func forEachPair(part: Int, of parts: Int, _ body: (Int, Int) -> Void) -> Int {
    var crowded = 0
    for level in levels {
      let members = level.members
      var start = 0
      while start < members.count {
        var end = start + 1
        while end < members.count, members[end].block == members[start].block { end += 1 }
        if end - start > 1, Int(members[start].block % 1_000_003) % parts == part {
          let rows = members[start..<end].map { Int($0.row) }
          crowded += compare(rows, level.time, level.place, members[start].block, body)
        }
        start = end
      }
    }
    return crowded
  }

  private func compare(
    _ rows: [Int], _ timeLevel: Int, _ placeLevel: Int, _ block: UInt64, _ body: (Int, Int) -> Void
  ) -> Int {
    // A pair belongs to the level that is the wider of both records' own, in each dimension.
    var (both, time, place, neither): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
    for row in rows {
      switch (bounds[row].timeLevel == timeLevel, bounds[row].placeLevel == placeLevel) {
      case (true, true): both.append(row)
      case (true, false): time.append(row)
      case (false, true): place.append(row)
      case (false, false): neither.append(row)
      }
    }
    let (timeShift, placeShift) = (LinkBlocks.timeShifts[timeLevel], LinkBlocks.placeShifts[placeLevel])
    func pair(_ first: Int, _ second: Int) {
      let (a, b) = (bounds[first], bounds[second])
      // The first bucket that both touch has the pair.
      let own = LinkBlocks.block(
        timeLevel * LinkBlocks.levelCount + placeLevel, max(a.first, b.first) >> timeShift,
        max(a.south, b.south) >> placeShift, max(a.west, b.west) >> placeShift)
      if own == block { body(first, second) }
    }
    let others = time + place + neither
    if both.count * (both.count / 2 + others.count) + time.count * place.count > LinkBlocks.mostComparisons {
      compareNeighbours(both, both + others, pair)
      compareNeighbours(time, place, pair)
      return both.count
    }
    for (number, first) in both.enumerated() {
      for second in both[(number + 1)...] { pair(first, second) }
      for second in others { pair(first, second) }
    }
    for first in time { for second in place { pair(first, second) } }
    return 0
  }

  /// Compares some records of a crowded block with those that are next to them among others, in order of time and of words.
  private func compareNeighbours(_ some: [Int], _ others: [Int], _ pair: (Int, Int) -> Void) {
    func compare(_ key: (Int) -> Int64) {
      let order = others.map { (key: key($0), row: $0) }.sorted { $0 < $1 }
      for row in some {
        let own = (key: key(row), row: row)
        var (low, high) = (0, order.count)
        while low < high {
          let middle = (low + high) / 2
          if order[middle] < own { low = middle + 1 } else { high = middle }
        }
        for other in order[max(0, low - LinkBlocks.window)..<min(order.count, low + LinkBlocks.window)]
        where other.row != row {
          pair(row, other.row)
        }
      }
    }
    compare { bounds[$0].first }
    compare { Int64(wordKeys[$0]) }
  }
}
