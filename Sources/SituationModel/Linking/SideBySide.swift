/// Two reports field by field, as a person compares them.
public struct SideBySide: Sendable {
  /// A field of both.
  public struct Row: Hashable, Sendable {
    /// The name of the field.
    public let name: String
    /// The words of each of the two; empty where it says nothing.
    public let (first, second): (String, String)
    /// A sign between the two: `=` where they say the same, `*` where they differ, a blank where one says nothing.
    public var sign: String { first == second ? "=" : first.isEmpty || second.isEmpty ? " " : "*" }
  }

  /// The fields that either has.
  public let rows: [Row]

  /// The fields of two reports.
  public init(_ first: Event, _ second: Event) {
    rows = zip(SideBySide.fields(first), SideBySide.fields(second)).compactMap { one, other in
      one.text.isEmpty && other.text.isEmpty ? nil : Row(name: one.name, first: one.text, second: other.text)
    }
  }

  private static func fields(_ event: Event) -> [(name: String, text: String)] {
    let place = [
      event.place.name, event.place.precision == .unknown ? nil : event.place.precision.rawValue,
      event.place.anchor.map { "\($0.latitude) \($0.longitude)" },
    ]
    let figures = event.figures.sorted { $0.key < $1.key }.map { "\($0.key.text) \($0.value.words)" }
    return [
      ("id", event.id), ("file", event.file?.name ?? ""), ("title", event.title), ("kind", event.kindName),
      ("when", event.when?.edtf ?? ""), ("place", place.compactMap { $0 }.joined(separator: "; ")),
      ("standing", event.standing?.rawValue ?? ""), ("actors", event.actors.joined(separator: "; ")),
      ("figures", figures.joined(separator: "; ")),
      ("sources", event.sources.map { $0.who + ($0.via.map { " via \($0)" } ?? "") }.joined(separator: "; ")),
      ("links", event.sources.compactMap(\.link).joined(separator: "; ")), ("summary", event.summary),
    ]
  }
}
