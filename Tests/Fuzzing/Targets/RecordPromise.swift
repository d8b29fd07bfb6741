import SituationIO

/// What the reader of stories and bookmarks promises: a file opens with the lines of its records, or is refused.
struct RecordPromise {
  func fault(in bytes: [UInt8]) -> String? {
    do throws(ReadError) {
      let file = try RecordFile(bytes: Bytes(bytes), file: "f", profile: "sitmap-story-1", list: "steps")
      let lines = 1...bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      return file.records.allSatisfy { lines.contains($0.line) } ? nil : "a record of no line"
    } catch {
      return error.exitCode == 65 ? nil : "an error of the exit code \(error.exitCode)"
    }
  }
}
