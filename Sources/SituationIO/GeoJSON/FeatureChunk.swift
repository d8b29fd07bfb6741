import SituationModel

/// The plain features of a part of a file, each by the byte at which it begins. A class, since it is handed around for each
/// feature.
final class FeatureChunk: Sendable {
  /// The columns' values of each; their names have the chunk's own numbers.
  let records: EventRecords
  /// Where the next feature may begin: what stands from there on was not looked for.
  let end: Int
  private let starts: [UInt32]
  private let lengths: [UInt32]
  private let hashes: [UInt64]

  var count: Int { starts.count }

  /// Scans the features that begin in a range, from its first byte on. What is no plain feature is passed over. Linear in the
  /// bytes.
  init(_ all: Bytes, in range: Range<Int>, limits: Limits, progress: ReadingProgress?) {
    var (records, names, kinds) = (EventRecords(), NameNumbers(of: .places), NameNumbers(of: .kinds))
    var (starts, lengths, hashes): ([UInt32], [UInt32], [UInt64]) = ([], [], [])
    let expected = range.count / 300
    records.reserve(expected)
    starts.reserveCapacity(expected)
    lengths.reserveCapacity(expected)
    hashes.reserveCapacity(expected)
    var (offset, others) = (range.lowerBound, 0)
    all.withUnsafeBufferPointer { bytes in
      while offset < range.upperBound {
        guard let scan = FeatureScan(bytes, at: offset, limits: limits) else {
          others += 1
          // Where most are not plain, the reader is as well off alone. One that does not end in the part is left to it too,
          // lest a file of many beginnings costs the square of its size.
          guard others < 32 || others < starts.count,
            let end = FeatureChunk.end(ofValueIn: offset..<range.upperBound, all, limits)
          else { break }
          offset = FeatureChunk.next(bytes, from: end)
          continue
        }
        starts.append(UInt32(truncatingIfNeeded: offset))
        lengths.append(UInt32(truncatingIfNeeded: scan.end - offset))
        hashes.append(scan.id.map { IDTable.hash(bytes, $0) } ?? 0)
        records.append(
          when: scan.when, kind: scan.ownKind.map { UInt16(kinds.number(bytes, $0, &records)) } ?? UInt16(scan.kind),
          precision: scan.precision, standing: scan.standing, point: scan.point,
          name: scan.name.map { names.number(bytes, $0, &records) } ?? -1, flags: scan.flags)
        if starts.count % 4_096 == 0 {
          progress?.reach(atLeast: scan.end)
          if progress?.isStopped == true { break }
        }
        offset = FeatureChunk.next(bytes, from: scan.end)
      }
    }
    (self.records, self.starts, self.lengths, self.hashes) = (records, starts, lengths, hashes)
    end = offset
  }

  /// Where the next feature begins: behind spaces, a comma, or the sign that separates texts.
  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] <= 0x20 || bytes[offset] == UInt8(ascii: ",") { offset += 1 }
    return offset
  }

  /// Where the value ends with which a range begins; nil where it does not end there, or is no JSON.
  private static func end(ofValueIn range: Range<Int>, _ bytes: Bytes, _ limits: Limits) -> Int? {
    var json = JSONReader(bytes, limits: limits)
    json.begin(at: range)
    guard (try? json.skipAnyDepth()) != nil else { return nil }
    return json.offset
  }

  /// The first byte of a range at which a feature seems to begin that has its type first, as most have.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int) -> Int {
    /// Where a word ends that stands at a byte, with spaces and commas before it; nil where another does.
    func pass(_ word: String.UTF8View, _ offset: Int) -> Int? {
      let start = next(bytes, from: offset)
      return bytes[start...].starts(with: word) ? start + word.count : nil
    }
    for start in offset..<end where bytes[start] == UInt8(ascii: "{") {
      let type = pass("\"type\"".utf8, start + 1).flatMap { pass(":".utf8, $0) }
      if type.flatMap({ pass("\"Feature\"".utf8, $0) }) != nil { return start }
    }
    return end
  }

  // MARK: Features

  /// Where a feature begins.
  func start(at index: Int) -> Int { Int(starts[index]) }
  /// The byte behind a feature.
  func end(at index: Int) -> Int { Int(starts[index]) + Int(lengths[index]) }
  /// The hash of a feature's own id; nil where it has none.
  func hash(at index: Int) -> UInt64? { hashes[index] == 0 ? nil : hashes[index] }
  /// A feature's own id.
  func id(at index: Int, in bytes: Bytes, _ limits: Limits) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      FeatureScan(bytes, at: start(at: index), limits: limits)?.id.map {
        String(decoding: bytes.extracting($0), as: UTF8.self)
      }
    }
  }
}
