import SituationModel

/// Scans the plain features of a file ahead of its reader, on all processors.
///
/// What a scan says of the feature at a byte does not depend on what stands around it. So the reader, which alone knows where
/// a feature is to be, asks for each by its first byte; what was scanned where none is, is never asked for.
struct FeaturesAhead {
  /// How far is looked ahead at most, and from how many bytes on several threads pay.
  private static let (farthest, worthThreads) = (64 << 20, 1 << 20)

  private var chunks: [FeatureChunk] = []
  /// The chunk that is asked, and the first of its features that was not passed.
  private var (chunk, index) = (0, 0)
  /// Where the chunks end.
  private var end = 0
  /// How far is looked next time: farther, as long as features are plain.
  private var reach = 1 << 16

  /// The feature that begins at a byte, if it is a plain one and ends in sight. Bytes have to be asked for in order.
  mutating func feature(at start: Int, _ document: JSONDocument) -> (chunk: FeatureChunk, index: Int)? {
    if start >= end { look(from: start, document) }
    while chunk < chunks.count {
      let current = chunks[chunk]
      while index < current.count, current.start(at: index) < start { index += 1 }
      if index < current.count {
        let isHere = current.start(at: index) == start && current.end(at: index) <= document.json.cursor.end
        return isHere ? (current, index) : nil
      }
      (chunk, index) = (chunk + 1, 0)
    }
    return nil
  }

  private mutating func look(from start: Int, _ document: JSONDocument) {
    let (bytes, limits, progress) = (document.json.cursor.bytes, document.json.limits, document.progress)
    let stop = min(start + reach, bytes.count)
    let parts = stop - start > FeaturesAhead.worthThreads ? processors() : 1
    @Sendable func edge(_ part: Int) -> Int { part == parts ? stop : start + (stop - start) / parts * part }
    chunks = inParallel(parts) { part in
      let end = edge(part + 1)
      let begin =
        part == 0 ? start : bytes.withUnsafeBufferPointer { FeatureChunk.guess($0, from: edge(part), to: end) }
      return FeatureChunk(bytes, in: begin..<end, limits: limits, progress: progress)
    }
    (chunk, index) = (0, 0)
    // Behind a part that gave up, the next look begins anew.
    let given = chunks.indices.first { chunks[$0].end < edge($0 + 1) } ?? parts - 1
    chunks.removeSubrange((given + 1)...)
    end = chunks[given].end
    let isWorth = end - start >= reach / 2 && chunks.contains { $0.count > 0 }
    reach = isWorth ? min(reach * 4, FeaturesAhead.farthest) : max(1, reach / 4)
  }
}
