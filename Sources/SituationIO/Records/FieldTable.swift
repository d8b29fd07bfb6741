import SituationModel

/// The fields of the records of a file that is no table, on their way to an interpretation: columns are made of the names, in the order
/// of their first records.
struct FieldTable {
  /// So many names and records are looked at; fields of other names are lines of the summary.
  private static let (mostNames, mostRecords) = (512, 2_000)

  private var names: [String] = []
  private var places: [String: Int] = [:]
  private var samples: [[String]] = []
  /// The tags of HXL that a record of tags gives to names.
  private var tags: [String: String] = [:]
  /// Dates of later records that show whether day or month comes first, by name.
  private var settling: [String: [String]] = [:]

  /// True if no record has any field.
  var isEmpty: Bool { names.isEmpty }

  /// Takes the tags of HXL from a record that has nothing else, and is none; false where it is one.
  ///
  /// - Parameter fields: the fields of one of the first records.
  mutating func take(tags fields: [RecordField]) -> Bool {
    guard tags.isEmpty, fields.count(where: { HXL.Tag($0.text) != nil }) > 1, HXL.areTags(fields.map(\.text)) else {
      return false
    }
    for field in fields where HXL.Tag(field.text) != nil { tags[field.name] = field.text }
    return true
  }

  /// The tag of each name: of the record of tags, or the names themselves where half of them are tags.
  private var allTags: [String] {
    if !tags.isEmpty { return names.map { tags[$0] ?? "" } }
    return names.count(where: { HXL.Tag($0) != nil }) > 1 && HXL.areTags(names) ? names : []
  }

  /// Adds the fields of the next record.
  mutating func add(_ fields: [RecordField]) {
    for field in fields where places[field.name] == nil && names.count < FieldTable.mostNames {
      places[field.name] = names.count
      names.append(field.name)
    }
    guard samples.count < FieldTable.mostRecords else {
      for field in fields where field.text.utf8.count < 40 && DateReading.order(in: [field.text]) != nil {
        if settling[field.name, default: []].count < 1_000 { settling[field.name, default: []].append(field.text) }
      }
      return
    }
    var texts = [String](repeating: "", count: names.count)
    for field in fields {
      if let place = places[field.name] { texts[place] = field.text }
    }
    samples.append(texts)
  }

  /// The meaning of the fields.
  ///
  /// - Parameter order: the order of day and month that the format has where the dates do not tell.
  func interpretation(_ map: ColumnMap, order: ColumnMap.DateOrder? = nil) -> FieldInterpretation {
    var interpretation = Interpretation(names: names, samples: samples, map: map, tags: allTags)
    for place in interpretation.uses.indices where interpretation.uses[place].dates.order == nil {
      let name = names[interpretation.uses[place].column]
      interpretation.uses[place].dates.order = settling[name].flatMap { DateReading.order(in: $0) } ?? order
    }
    // These are texts as their format has them.
    interpretation.isDisarmed = false
    let examples = names.indices.map { place in
      samples.lazy.compactMap { place < $0.count && !$0[place].trimmed.isEmpty ? $0[place] : nil }.first
    }
    return FieldInterpretation(
      interpretation: interpretation, places: places, examples: examples, mapped: Set(map.choices.map(\.meaning)))
  }
}

/// The interpretation of fields that are found by their names.
struct FieldInterpretation: Sendable {
  private(set) var interpretation: Interpretation
  fileprivate let places: [String: Int]
  /// The first value of each field that says something.
  fileprivate let examples: [String?]

  /// The meanings that a person gave to fields: they go over what the format says.
  private let mapped: Set<ColumnMeaning>

  fileprivate init(
    interpretation: Interpretation, places: [String: Int], examples: [String?], mapped: Set<ColumnMeaning>
  ) {
    (self.interpretation, self.places, self.examples, self.mapped) = (interpretation, places, examples, mapped)
  }

  /// The fields as they were recognised.
  var columns: [Recognition.Column] {
    interpretation.names.indices.map { place in
      Recognition.Column(
        name: interpretation.names[place], meanings: interpretation.meanings(of: place),
        example: examples[place].map { String($0.prefix(200)) }, area: interpretation.areas.word(for: place))
    }
  }

  /// The meanings of the field of a name; nil for a name that was not met.
  func meanings(of name: String) -> [ColumnMeaning]? { places[name].map { interpretation.meanings(of: $0) } }

  /// The draft of a record: the members that its format says, and those that its fields say beside them.
  func draft(
    _ native: EventDraft, id: String?, _ fields: [RecordField], file: String, limits: Limits, _ notes: inout RecordNotes
  ) -> (draft: EventDraft, id: String?) {
    if fields.isEmpty { return (native, id) }
    var texts = [String](repeating: "", count: interpretation.names.count)
    var others: [RecordField] = []
    for field in fields {
      if let place = places[field.name], texts[place].isEmpty {
        texts[place] = field.text
      } else {
        others.append(field)
      }
    }
    let native = mapped.isEmpty ? native : native.yielding(mapped, &notes)
    var taken = native.meanings
    if id != nil { taken.insert(.id) }
    tellOtherPlace(than: native.place.shape, texts, &notes)
    let row = TableRow(texts, interpretation, file: file, taken: taken)
    var said = row.draft(limits: limits, &notes)
    for field in others where !field.text.trimmed.isEmpty { notes.keep(field.name, field.text.trimmed) }
    said.take(native: native)
    return (said, id ?? row.id)
  }
}

extension FieldInterpretation {
  /// Says where a record's own fields of degrees contradict its point: they may be exchanged in one of both.
  private func tellOtherPlace(than shape: Shape?, _ texts: [String], _ notes: inout RecordNotes) {
    guard case .points(let points)? = shape, points.count == 1, let lat = interpretation.use(of: .lat),
      let lon = interpretation.use(of: .lon), let latitude = DegreeText.degrees(texts[lat.column].trimmed),
      let longitude = DegreeText.degrees(texts[lon.column].trimmed)
    else { return }
    // About a kilometre: fields may be rounded.
    func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 0.02 }
    let point = points[0]
    if isNear(latitude, point.latitude), isNear(longitude, point.longitude) { return }
    let isExchanged = isNear(latitude, point.longitude) && isNear(longitude, point.latitude)
    notes.remark(
      isExchanged
        ? "has latitude and longitude the other way round in its geometry than in its fields: it stands where the geometry says"
        : "has another place in its geometry than in its fields: it stands where the geometry says",
      field: "geometry", value: "\(latitude), \(longitude)")
  }

  /// The meanings of the fields within an object of a name; nil where there are none.
  func innerMeanings(of name: String) -> [ColumnMeaning]? {
    let inner = places.filter { $0.key.hasPrefix(name + ".") }.sorted { $0.value < $1.value }
    let meanings = inner.flatMap { interpretation.meanings(of: $0.value) }.filter { $0 != .other }
    return inner.isEmpty ? nil : meanings.isEmpty ? [.other] : meanings
  }
}

extension EventDraft {
  /// The meanings of fields that the draft says already.
  fileprivate var meanings: Set<ColumnMeaning> {
    var meanings = Set<ColumnMeaning>()
    func insert(_ isSaid: Bool, _ said: [ColumnMeaning]) { if isSaid { meanings.formUnion(said) } }
    insert(title != nil, [.title, .fallbackTitle])
    insert(kind != nil, [.kind])
    insert(
      when != nil || interval != nil,
      [.time, .clock, .zone, .start, .end, .timePrecision, .year, .month, .day, .hour, .minute])
    insert(published != nil, [.published])
    insert(place.name != nil, [.place])
    insert(place.shape != nil, [.lat, .lon, .geometry])
    insert(place.radius != nil, [.radius])
    insert(destination != nil, [.destination, .destinationLat, .destinationLon])
    insert(standing != nil, [.standing])
    return meanings
  }

  /// The draft without the members that a person found in fields; those stay as text.
  fileprivate func yielding(_ mapped: Set<ColumnMeaning>, _ notes: inout RecordNotes) -> EventDraft {
    var draft = self
    func yield(_ meanings: Set<ColumnMeaning>, _ name: String, _ member: inout String?) {
      guard !mapped.isDisjoint(with: meanings), let text = member else { return }
      notes.keep(name, text)
      member = nil
    }
    yield([.title], "title", &draft.title)
    yield([.kind], "kind", &draft.kind)
    yield([.time, .start, .end, .year], "when", &draft.when)
    yield([.published], "published", &draft.published)
    yield([.place], "place", &draft.place.name)
    yield([.standing], "standing", &draft.standing)
    yield([.summary], "summary", &draft.summary)
    if !mapped.isDisjoint(with: [.lat, .lon, .geometry]) { draft.place.shape = nil }
    if !mapped.isDisjoint(with: [.destination, .destinationLat]) { draft.destination = nil }
    if mapped.contains(.actor) { draft.actors = [] }
    return draft
  }

  /// Puts what the format itself says over what the fields say.
  fileprivate mutating func take(native: EventDraft) {
    title = native.title ?? title
    kind = native.kind ?? kind
    if native.when != nil || native.interval != nil { (when, interval) = (native.when, native.interval) }
    (fallbackKind, fallbackWhen) = (native.fallbackKind, native.fallbackWhen)
    published = native.published ?? published
    place.name = native.place.name ?? place.name
    if let precision = native.place.precision { place.precision = precision }
    place.radius = native.place.radius ?? place.radius
    place.shape = native.place.shape ?? place.shape
    place.origin = native.place.origin ?? place.origin
    place.province = native.place.province ?? place.province
    destination = native.destination ?? destination
    standing = native.standing ?? standing
    actors = native.actors + actors.filter { !native.actors.contains($0) }
    sources = native.sources + sources
    links = native.links + links
    let paragraphs = [native.summary, summary].compactMap { $0 }
    summary = paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n")
    if title == nil, let text = native.summary { title = TableRow.firstLine(text) }
  }
}
