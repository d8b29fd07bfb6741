import SituationModel

// A situation as text, with all that the model holds of it, for the goldens.

/// What a file opens as: the whole, its events, what was rejected.
func describe(_ situation: Situation) -> String {
  var lines = ["title        \(shown(situation.title))"]
  if !situation.summary.isEmpty { lines.append("summary      \(shown(situation.summary))") }
  lines += situation.background.map { "background   \(shown($0))" }
  if !situation.attribution.isEmpty { lines.append("attribution  \(shown(situation.attribution))") }
  if let view = situation.view { lines.append("view         \(describe(view))") }
  if !situation.countries.isEmpty {
    lines.append("countries    \(situation.countries.sorted().joined(separator: " "))")
  }
  lines += situation.events.events.flatMap { [""] + describe($0) }
  if !situation.rejections.isEmpty { lines += [""] + situation.rejections.map(describe) }
  return lines.joined(separator: "\n") + "\n"
}

/// Features and rejections, as a base map has them.
func describe(_ features: [Feature], _ rejections: [Rejection]) -> String {
  let lines = features.map { feature in
    let properties = feature.properties.sorted { $0.key < $1.key }.map { "  \($0.key)=\(shown($0.value.json))" }
    return (feature.shape.map(describe) ?? "no shape") + properties.joined()
  }
  return (lines + rejections.map(describe)).joined(separator: "\n") + "\n"
}

/// `line 3, in part: reason`.
func describe(_ rejection: Rejection) -> String {
  "line \(rejection.line), \(rejection.isWhole ? "whole" : "in part"): \(shown(rejection.reason))"
}

private func describe(_ event: Event) -> [String] {
  var lines = ["\(shown(event.id)): \(shown(event.title))"]
  lines.append(
    "  kind         \(event.kind.rawValue)" + (event.kindName == event.kind.rawValue ? "" : " (\(event.kindName))"))
  lines.append("  when         " + (event.when.map { "\($0.edtf) (\($0.words))" } ?? "no date"))
  lines.append("  place        \(describe(event.place))")
  if let destination = event.destination { lines.append("  destination  \(describe(destination))") }
  lines.append("  standing     \(event.standing?.rawValue ?? "not stated")")
  if !event.actors.isEmpty { lines.append("  actors       \(event.actors.map(shown).joined(separator: "; "))") }
  if !event.summary.isEmpty { lines.append("  summary      \(shown(event.summary))") }
  lines += event.sources.map { "  source       \(describe($0))" }
  lines += event.links.map { "  link         \($0.relation.rawValue) \(shown($0.target))" }
  return lines
}

private func describe(_ place: Place) -> String {
  var words = [place.precision.rawValue]
  if let name = place.name { words.append(shown(name)) }
  if place.origin == .name { words.append("placed by name") }
  if let radius = place.radius { words.append("within \(radius) m") }
  if let shape = place.shape { words.append(describe(shape)) }
  return words.joined(separator: ", ")
}

private func describe(_ source: Source) -> String {
  var words = [shown(source.who)]
  if let via = source.via { words.append("via \(shown(via))") }
  if let published = source.published { words.append("published \(published.edtf)") }
  if let link = source.link { words.append("link \(shown(link))") }
  if let grade = source.grade { words.append("grade \(grade.text)") }
  if let note = source.note { words.append("note: \(shown(note))") }
  if let says = source.says { words.append("says: \(shown(says))") }
  if source.disputes { words.append("disputes") }
  for figure in source.figures {
    let numbers = [figure.low, figure.best, figure.high].map { $0.map { "\($0)" } ?? "-" }
    words.append("\(shown(figure.what)) \(numbers.joined(separator: " "))")
  }
  if let copy = source.copy { words.append("copy \(shown(copy.path)) \(copy.digest ?? "without digest")") }
  return words.joined(separator: "; ")
}

private func describe(_ shape: Shape) -> String {
  switch shape {
  case .points(let points): points.map(describe).joined(separator: " ")
  case .lines(let lines): lines.map { "line [\(form($0))]" }.joined(separator: " ")
  case .areas(let areas): areas.map { "area " + $0.rings.map { "[\(form($0))]" }.joined() }.joined(separator: " ")
  }
}

/// A few points are told, of many their count and the rectangle around them.
private func form(_ points: [Coordinate]) -> String {
  guard points.count > 8, let bounds = GeoBounds(around: points) else {
    return points.map(describe).joined(separator: ", ")
  }
  return "\(points.count) points in \(describe(bounds))"
}

private func describe(_ place: Coordinate) -> String { "\(place.longitude) \(place.latitude)" }

private func describe(_ bounds: GeoBounds) -> String {
  "\(bounds.west) \(bounds.south) to \(bounds.east) \(bounds.north)"
}

/// A text with every character that can't be seen as its number.
private func shown(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      scalar.escaped(asASCII: true)
    default: String(scalar)
    }
  }.joined()
}
