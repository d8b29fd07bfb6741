/// Which values the events have, section by section: made once a situation, so that a filter's counts look up numbers and
/// compare no texts.
public struct FacetTable: Sendable {
  /// A value that some event has.
  public struct Entry: Hashable, Sendable {
    /// The value.
    public let value: FacetValue
    /// Its name as the file first writes it; not made safe.
    public let name: String
  }

  /// The values of one section.
  struct Column: Sendable {
    /// The values, in no order that means anything.
    var entries: [Entry] = []
    /// The values of a row: `ids[starts[row]..<starts[row + 1]]`.
    var starts: [Int32] = [0]
    var ids: [Int32] = []
    /// The values that are texts, by their folded spelling.
    var spellings: [[UInt8]: Int32] = [:]

    func ids(of row: Int) -> ArraySlice<Int32> { ids[Int(starts[row])..<Int(starts[row + 1])] }
  }

  /// The sections whose values come from the events; the others have only what was typed.
  static let listed: [Facet] = [.kind, .actor, .standing, .grade, .precision, .source, .file]
  private let columns: [Facet: Column]
  let events: EventTable

  /// The values of some events. Linear in the events and their texts.
  public init(_ events: EventTable) {
    self.events = events
    columns = Dictionary(uniqueKeysWithValues: FacetTable.listed.map { ($0, Column($0, events.events)) })
  }

  func column(_ facet: Facet) -> Column? { columns[facet] }

  /// All values of a section, in no order that means anything.
  public func entries(of facet: Facet) -> [Entry] { columns[facet]?.entries ?? [] }

  /// The place among the section's entries of one that means the same, however it is spelt; nil when no event has it.
  public func index(of value: FacetValue, in facet: Facet) -> Int? {
    guard let column = columns[facet] else { return nil }
    if case .term(.text(_, .equals, let needle)) = value {
      return column.spellings[FoldedText.bytes(of: needle.text)].map(Int.init)
    }
    return column.entries.firstIndex { $0.value == value }
  }
}

extension FacetTable.Column {
  fileprivate init(_ facet: Facet, _ events: EventRows) {
    self.init()
    var numbers: [FacetValue: Int32] = [:]
    var known: [String: Int32] = [:]
    // Kinds: a first round for the file's own words, so that the program's names are no values of their own.
    if facet == .kind { for event in events { _ = number(of: event.kindName, facet, &known) } }
    for event in events {
      var row: [Int32] = []
      func add(_ id: Int32?) { if let id, !row.contains(id) { row.append(id) } }
      switch facet {
      case .kind:
        add(number(of: event.kindName, facet, &known))
        add(spellings[FoldedText.bytes(of: event.kind.rawValue)])
      case .actor: for actor in event.actors { add(number(of: actor, facet, &known)) }
      case .source:
        for name in event.sources.flatMap({ [$0.who, $0.via].compactMap { $0 } }) {
          add(number(of: name, facet, &known))
        }
      case .file: if let file = event.file { add(number(of: file.name, facet, &known)) }
      case .standing:
        if let standing = event.standing {
          add(number(of: .term(.standing(.equals(standing))), standing.rawValue, &numbers))
        }
      case .grade:
        for grade in event.sources.compactMap(\.grade) {
          add(number(of: .term(.grade(.equals(grade))), grade.text, &numbers))
        }
      case .precision:
        let precision = event.place.precision
        add(number(of: .term(.precision(.equals(precision))), precision.rawValue, &numbers))
      case .text, .view: break
      }
      if let part = facet.part, !event.has(part) { add(number(of: .missing(part), "not stated", &numbers)) }
      ids += row
      starts.append(Int32(ids.count))
    }
  }

  /// The number of a text, which is folded once for each way in which it is written; nil where nothing of it counts.
  private mutating func number(of text: String, _ facet: Facet, _ known: inout [String: Int32]) -> Int32? {
    if let id = known[text] { return id }
    guard let field = FilterTerm.TextField(rawValue: facet.rawValue), let needle = Needle(text) else { return nil }
    let folded = FoldedText.bytes(of: text)
    let id = spellings[folded] ?? add(.term(.text(field, .equals, needle)), text)
    spellings[folded] = id
    known[text] = id
    return id
  }

  private mutating func number(of value: FacetValue, _ name: String, _ numbers: inout [FacetValue: Int32]) -> Int32 {
    let id = numbers[value] ?? add(value, name)
    numbers[value] = id
    return id
  }

  private mutating func add(_ value: FacetValue, _ name: String) -> Int32 {
    entries.append(FacetTable.Entry(value: value, name: name))
    return Int32(entries.count - 1)
  }
}
