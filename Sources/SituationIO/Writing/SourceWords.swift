import SituationModel

extension TableCells {
  /// Who says so, each with the grade.
  static func words(for sources: [Source]) -> String {
    sources.map { source in source.voice + (source.grade.map { " (\($0.text))" } ?? "") }.joined(separator: "; ")
  }
}
