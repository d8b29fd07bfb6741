#if PostgreSQL
  import SituationIO
  import SituationModel

  /// Events as they come out of the column `record`.
  enum StoredEvents {
    /// The events of the rows of an answer; nil for one that can't be read. Linear in their texts.
    ///
    /// - Parameters:
    ///   - file: the column with the file of each.
    ///   - record: the column with its feature.
    static func read(_ answer: Answer, file: Int, record: Int) -> [Event?] {
      var events = [Event?](repeating: nil, count: answer.count)
      let files = (0..<answer.count).map { answer.text($0, file) ?? "" }
      // Copies of sources are beside the file that an event is from: events of one file are read together.
      for (name, rows) in Dictionary(grouping: events.indices, by: { files[$0] }) {
        let known = rows.compactMap { row in answer.bytes(row, record).map { (row, $0) } }
        let read = EventRecord.events(of: known.map(\.1), file: name)
        if read.count == known.count {
          for ((row, _), event) in zip(known, read) { events[row] = event }
        } else {
          for (row, bytes) in known { events[row] = EventRecord.events(of: [bytes], file: name).first }
        }
      }
      return events
    }
  }
#endif
