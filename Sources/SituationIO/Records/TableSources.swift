import SituationModel

/// The sources of an event as a table of our own has them: JSON, a list of the sources of `Data/README.md`.
enum TableSources {
  /// Reads a field. What is no such list makes a note.
  static func read(_ text: String, file: String, _ notes: inout RecordNotes) -> [SourceDraft] {
    var document = JSONDocument(Bytes(text.utf8), file: file, limits: Limits())
    do throws(Fault) {
      let sources = try document.objects("sources") { document throws(Fault) in try SourceDraft(&document) }
      notes.take(from: &document.notes)
      return sources
    } catch {
      notes.unread("\"sources\" \(error.words(from: 0))", field: "sources", value: text)
      return []
    }
  }
}
