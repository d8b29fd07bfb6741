import SituationModel

/// The figures of an event as a person types them: `deaths 5-7; injured 12`.
enum FigureText {
  /// The figures of all sources; where several give some, each with the one who does.
  static func text(of sources: [Source]) -> String {
    let tellers = sources.count { !$0.figures.isEmpty }
    return sources.flatMap { source in
      source.figures.map { figure in
        "\(figure.what) \(range(figure))" + (tellers > 1 ? " (\(source.who))" : "")
      }
    }.joined(separator: "; ")
  }

  private static func range(_ figure: Figure) -> String {
    switch (figure.low, figure.best, figure.high) {
    case (let low?, let best?, let high?): "\(text(low))/\(text(best))/\(text(high))"
    case (let low?, nil, let high?): "\(text(low))-\(text(high))"
    case (let low?, let best?, nil): "\(text(low))/\(text(best))/"
    case (nil, let best?, let high?): "/\(text(best))/\(text(high))"
    case (let low?, nil, nil): "\(text(low))+"
    case (nil, nil, let high?): "<=\(text(high))"
    case (nil, let best?, nil): text(best)
    case (nil, nil, nil): ""
    }
  }

  private static func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

  /// Sources with other figures: those of the one that gives some, else of the only source, else of the person who states them.
  static func edited(_ sources: [Source], _ text: String, by author: String) throws(FieldProblem) -> [Source] {
    let figures = try read(text)
    let tellers = sources.indices.filter { !sources[$0].figures.isEmpty }
    guard tellers.count <= 1 else {
      throw FieldProblem("\(tellers.count) sources give figures: say in a comment which one is wrong")
    }
    let only = sources.count == 1 ? sources.startIndex : sources.firstIndex { $0.who == author }
    guard let teller = tellers.first ?? only else {
      return figures.isEmpty ? sources : sources + [Source(who: author.isEmpty ? "unknown" : author, figures: figures)]
    }
    var edited = sources
    edited[teller] = sources[teller].with(figures: figures)
    return edited
  }

  private static func read(_ text: String) throws(FieldProblem) -> [Figure] {
    var figures: [Figure] = []
    for part in TableRow.parts(text) {
      guard let figure = figure(part) else {
        throw FieldProblem("\(quoted(part)) is no figure: write deaths 5, deaths 5-7, injured 10+ or deaths <=3")
      }
      figures.append(figure)
    }
    return figures
  }

  /// The name, up to the first word that begins a number, and the range behind it.
  private static func figure(_ text: String) -> Figure? {
    let words = text.split(separator: " ").map(String.init)
    for count in words.indices.dropFirst() {
      let (name, rest) = (words[..<count].joined(separator: " "), words[count...].joined(separator: " "))
      guard FigureName(name) != nil, let range = range(rest) else { continue }
      return Figure(name, low: range.low, best: range.best, high: range.high)
    }
    return nil
  }

  private static func range(_ text: String) -> NumberReading.Range? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard parts.count == 3 else { return NumberReading().range(text) }
    var range = NumberReading.Range()
    for (part, member) in zip(parts, [\NumberReading.Range.low, \.best, \.high]) where !part.isEmpty {
      guard let number = NumberReading().number(part), number >= 0 else { return nil }
      range[keyPath: member] = number
    }
    return range
  }
}

extension Source {
  /// The same source with other figures.
  func with(figures: [Figure]) -> Source {
    Source(
      who: who, via: via, published: published, link: link, grade: grade, note: note, says: says, disputes: disputes,
      figures: figures, copy: copy)
  }

  /// The same source, to be read at another address.
  fileprivate func with(link: String?) -> Source {
    Source(
      who: who, via: via, published: published, link: link, grade: grade, note: note, says: says, disputes: disputes,
      figures: figures, copy: copy)
  }
}

/// The sources of an event as a person types them: `SANA; Reuters https://example.org/1`.
enum SourceText {
  static func text(of source: Source) -> String { source.who + (source.link.map { " \($0)" } ?? "") }

  /// The sources of a text. One that is named as before keeps all else that is known of it.
  static func edited(_ sources: [Source], _ text: String) throws(FieldProblem) -> [Source] {
    var rest = sources
    var edited: [Source] = []
    let parts = parts(text)
    // Those whose text is the same are found first, so that no other takes their place.
    let unchanged = parts.map { part -> Source? in
      guard let index = rest.firstIndex(where: { self.text(of: $0) == part }) else { return nil }
      return rest.remove(at: index)
    }
    for (part, known) in zip(parts, unchanged) {
      if let known {
        edited.append(known)
        continue
      }
      let source = try read(part)
      guard let index = rest.firstIndex(where: { $0.who == source.who }) else {
        edited.append(source)
        continue
      }
      edited.append(rest.remove(at: index).with(link: source.link))
    }
    return edited
  }

  private static func read(_ text: String) throws(FieldProblem) -> Source {
    var words = text.split(separator: " ").map(String.init)
    let links = words.filter { $0.contains("://") }
    guard links.count <= 1 else { throw FieldProblem("a source has one address: put a semicolon between sources") }
    guard let link = links.first else { return Source(who: text) }
    guard WebLink(link) != nil else { throw FieldProblem("\(quoted(link)) is no address of the web") }
    words.removeAll { $0 == link }
    return Source(who: words.isEmpty ? WebAddress.host(link) : words.joined(separator: " "), link: link)
  }

  /// The texts between semicolons that are followed by a blank: an address may have one within.
  private static func parts(_ text: String) -> [String] {
    (text + " ").split(separator: "; ").map { String($0).trimmed }.map {
      $0.hasSuffix(";") ? String($0.dropLast()) : $0
    }
    .filter { !$0.isEmpty }
  }
}
