/// One field of a record, whatever its format.
struct RecordField: Hashable, Sendable {
  let name: String
  let text: String
}
