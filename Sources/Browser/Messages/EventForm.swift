import SituationModel

/// The form in which an event is added or corrected: a line for each field, and one that saves.
struct EventForm: Hashable, Sendable {
  /// The task: to add an event, or to edit one.
  let task: DeskTask
  /// The values when the form was opened.
  let before: [EventField: String]
  /// The values as they are typed.
  private var lines: [EventField: TypedLine]
  /// The line that has the focus: the position of a field, or `saveRow`.
  private(set) var row = 0
  /// The first line that is shown.
  var top = 0
  /// The reason for the change, as it was typed before a field had to be mended.
  var reason = ""
  /// The reasons why values can't be read, by field.
  var problems: [EventField: String] = [:]

  /// The fields in their order.
  static let fields = EventField.allCases
  /// The row of the line that saves.
  static let saveRow = fields.count

  /// A form with some values.
  init(_ task: DeskTask, values: [EventField: String] = [:]) {
    (self.task, before) = (task, values)
    lines = values.mapValues { TypedLine($0) }
  }

  /// The field that has the focus; nil on the line that saves.
  var field: EventField? { Self.fields.indices.contains(row) ? Self.fields[row] : nil }

  /// The line of a field.
  subscript(field: EventField) -> TypedLine {
    get { lines[field] ?? TypedLine() }
    set { lines[field] = newValue }
  }

  /// The value of a field without blanks at its ends.
  func value(of field: EventField) -> String { self[field].text.withoutBlankEnds }

  /// True if a value is another than when the form was opened.
  func isChanged(_ field: EventField) -> Bool { value(of: field) != (before[field] ?? "").withoutBlankEnds }

  /// The values that are others than when the form was opened.
  var changes: [EventField: String] {
    Dictionary(uniqueKeysWithValues: Self.fields.filter(isChanged).map { ($0, value(of: $0)) })
  }

  /// Moves the focus to a line; stays within the form.
  mutating func focus(_ row: Int) {
    self.row = min(max(0, row), Self.saveRow)
  }

  /// Moves the focus to a field.
  mutating func focus(on field: EventField) { focus(Self.fields.firstIndex(of: field) ?? 0) }

  /// Replaces the value of a field. A problem with the value before is none any more.
  mutating func set(_ field: EventField, to value: String) {
    lines[field] = TypedLine(value)
    problems[field] = nil
  }
}
