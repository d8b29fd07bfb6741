extension Event {
  /// One event of several reports that a person said are of one. The first report leads: its id, title, kind and summary are the event's.
  ///
  /// Nothing that a report says is lost: the event's sources are those of all reports, each with its report's own words, time, place and
  /// standing where they are not the event's. So figures become ranges over the sources. The date is the narrowest that no other report rules out,
  /// or the span of all; the place is the narrowest where that lies in reach of all others, or else the first report's. The standing is
  /// the one that all reports state, or none.
  public init(joining reports: [Event]) {
    // A report may be joined already.
    let reports = reports.flatMap { $0.reports.isEmpty ? [$0] : $0.reports }
    guard let lead = reports.first, reports.count > 1 else {
      self = reports.first ?? Event(id: "", title: "")
      return
    }
    let ids = Set(reports.map(\.id))
    let (when, place) = (Event.date(of: reports), Event.place(of: reports))
    let standings = Set(reports.compactMap(\.standing))
    self = lead.edited { fields in
      fields.reports = reports
      (fields.when, fields.place) = (when, place)
      fields.standing = standings.count == 1 ? standings.first : nil
      fields.published = reports.compactMap(\.published).min { ($0.end ?? .latest) < ($1.end ?? .latest) }
      fields.destination = reports.lazy.compactMap(\.destination).first
      fields.actors = Event.unique(reports.flatMap(\.actors))
      fields.links = Event.unique(reports.flatMap(\.links)).filter { !ids.contains($0.target) }
      if lead.kind == .other, lead.kindName.lowercased() == EventKind.other.rawValue,
        let told = reports.first(where: { $0.kindName.lowercased() != EventKind.other.rawValue })
      {
        (fields.kind, fields.kindName) = (told.kind, told.kindName)
      }
      fields.sources = reports.flatMap { report in
        report.voices(isLead: report.id == lead.id, standing: fields.standing, when: when, place: place)
      }
    }
  }

  private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The shortest date that overlaps all others; the span of all where there is none.
  private static func date(of reports: [Event]) -> DateInterval? {
    let dates = reports.compactMap(\.when)
    func length(_ date: DateInterval) -> Int64 {
      guard let start = date.start, let end = date.end else { return .max }
      return end.seconds - start.seconds
    }
    func overlap(_ one: DateInterval, _ other: DateInterval) -> Bool {
      (one.start?.seconds ?? .min) < (other.end?.seconds ?? .max)
        && (other.start?.seconds ?? .min) < (one.end?.seconds ?? .max)
    }
    guard let first = dates.first else { return nil }
    if let best = dates.min(by: { length($0) < length($1) }), dates.allSatisfy({ overlap(best, $0) }) { return best }
    let start = dates.min { ($0.start?.seconds ?? .min) < ($1.start?.seconds ?? .min) } ?? first
    let end = dates.max { ($0.end?.seconds ?? .max) < ($1.end?.seconds ?? .max) } ?? first
    return DateInterval(from: start.start, start.startPrecision, to: end.end, end.endPrecision) ?? first
  }

  /// The place with the least reach that lies in the reach of all others; the first report's where there is none.
  private static func place(of reports: [Event]) -> Place {
    let known = reports.map { (place: $0.place, record: LinkRecord($0, kind: 0)) }.filter { $0.record.disc != nil }
    guard let best = known.min(by: { ($0.record.disc?.radius ?? 0) < ($1.record.disc?.radius ?? 0) }) else {
      return reports.lazy.map(\.place).first { $0.name != nil } ?? .unknown
    }
    let isAgreed = known.allSatisfy { best.record.isInReach(of: $0.record) }
    return isAgreed ? best.place : reports.lazy.map(\.place).first { $0.shape != nil } ?? best.place
  }

  /// The sources of a report as they stand in the joined event.
  private func voices(isLead: Bool, standing: Standing?, when: DateInterval?, place: Place) -> [Source] {
    let date = self.when == when ? nil : self.when?.edtf
    let name = self.place == place ? nil : self.place.name
    let words = [isLead ? nil : title, date, name, isLead || summary.isEmpty ? nil : summary].compactMap { $0 }
    let own = words.isEmpty ? nil : words.joined(separator: "; ")
    let stated = self.standing.flatMap { $0 == standing ? nil : "states: \($0.rawValue)" }
    let sources = sources.isEmpty ? [Source(who: file?.name ?? "report \(id)")] : sources
    return sources.map { source in
      Source(
        who: source.who, via: source.via, published: source.published, link: source.link, grade: source.grade,
        note: [source.note, stated].compactMap { $0 }.joined(separator: "; ").unlessBlank, says: source.says ?? own,
        disputes: source.disputes, figures: source.figures, copy: source.copy)
    }
  }
}

extension LinkRecord {
  /// True if the places of two records can be one.
  func isInReach(of other: LinkRecord) -> Bool {
    guard let disc, let others = other.disc else { return true }
    return GreatCircle(from: disc.place, to: others.place).meters <= disc.radius + others.radius
  }
}
