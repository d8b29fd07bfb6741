/// One thing about an event that is not what it was.
public struct Alteration: Hashable, Sendable {
  /// The sort of change.
  public let sort: EventChange.Sort
  /// The name of the changed field: `place`, `standing`.
  public let name: String
  /// The value in the earlier version; nil if none was given.
  public let old: String?
  /// The value in the later version; nil if none is given.
  public let new: String?
  /// How far a place was moved, where both are spots: `55 km S`.
  public let distance: String?

  private init(
    _ sort: EventChange.Sort, _ name: String, _ old: String?, _ new: String?, distance: String? = nil
  ) {
    (self.sort, self.name, self.old, self.new, self.distance) = (sort, name, old, new, distance)
  }

  /// All that is not the same about an event whose id may have changed.
  static func all(from old: Event, to new: Event) -> [Alteration] {
    func texts(_ sort: EventChange.Sort, _ name: String, _ text: (Event) -> String?) -> Alteration? {
      text(old) == text(new) ? nil : Alteration(sort, name, text(old), text(new))
    }
    let found: [Alteration?] = [
      moved("place", old.place, new.place), moved("bound for", old.destination, new.destination),
      texts(.redated, "date") { $0.when?.edtf }, texts(.reworded, "published") { $0.published?.edtf },
      texts(.regraded, "standing") { $0.standing?.rawValue },
      grades(old, new), texts(.reworded, "title", \.title), texts(.reworded, "kind", \.kindName),
      texts(.reworded, "actors") { $0.actors.isEmpty ? nil : $0.actors.joined(separator: "; ") },
      texts(.reworded, "summary") { $0.summary.isEmpty ? nil : $0.summary }, sources(old, new),
      texts(.reworded, "figures", figures),
      texts(.reworded, "links") { event in
        event.links.isEmpty ? nil : event.links.map { "\($0.relation.rawValue) \($0.target)" }.joined(separator: "; ")
      },
    ]
    return found.compactMap { $0 }
  }

  private static func moved(_ name: String, _ old: Place?, _ new: Place?) -> Alteration? {
    guard old != new else { return nil }
    let way = distance(from: old, to: new)
    var (was, becomes) = (old?.words(decimals: nil), new?.words(decimals: nil))
    // A small step is seen only in all decimals; the course of a line or a border is in no words.
    if was == becomes { (was, becomes) = (old?.words(decimals: 6), new?.words(decimals: 6)) }
    if was == becomes {
      (was, becomes) = (was.map { $0 + ", its old course" }, becomes.map { $0 + ", its new course" })
    }
    return Alteration(.moved, name, was, becomes, distance: way)
  }

  /// The way between two spots, as exact as the vaguer of them.
  private static func distance(from old: Place?, to new: Place?) -> String? {
    guard let old, let new, case .points = old.shape, case .points = new.shape else { return nil }
    guard let start = old.anchor, let end = new.anchor, start != end else { return nil }
    let isExact = old.precision == .exact && new.precision == .exact
    let way = GreatCircle(from: start, to: end)
    let length = LengthWords(way.meters, worth: max(isExact ? 10 : 1_000, old.radius ?? 0, new.radius ?? 0))
    return length.isNothing ? length.text : "\(length.text) \(CompassPoint(bearing: way.bearing).name)"
  }

  private static func grades(_ old: Event, _ new: Event) -> Alteration? {
    func words(_ event: Event) -> String? {
      let grades = event.sources.compactMap { source in source.grade.map { "\($0.text) for \(source.who)" } }
      return grades.isEmpty ? nil : grades.joined(separator: "; ")
    }
    return words(old) == words(new) ? nil : Alteration(.regraded, "grade", words(old), words(new))
  }

  /// The figures that the sources give, of several sources each with its name.
  private static func figures(_ event: Event) -> String? {
    let words = event.sources.flatMap { source in
      source.figures.map { figure in
        "\(figure.what) \(FigureRange(figure).words)" + (event.sources.count > 1 ? " (\(source.who))" : "")
      }
    }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// The sources but for their grades and figures.
  private static func sources(_ old: Event, _ new: Event) -> Alteration? {
    guard old.sources.map(\.plain) != new.sources.map(\.plain) else { return nil }
    let known = Set(old.sources.map(\.plain))
    let names = Set(old.sources.map(\.who))
    func words(_ sources: [Source], note: (Source) -> String) -> String? {
      let voices = sources.map { $0.who + ($0.via.map { " through \($0)" } ?? "") + note($0) }
      return voices.isEmpty ? nil : voices.joined(separator: "; ")
    }
    let was = words(old.sources) { _ in "" }
    let becomes = words(new.sources) { source in
      known.contains(source.plain) ? "" : names.contains(source.who) ? " (says otherwise)" : " (new)"
    }
    return Alteration(.reworded, "sources", was, becomes)
  }
}

extension Place {
  /// `Hmeimim air base (exact) 35.4011 N 35.9487 E`: what tells it from another place, in a line.
  ///
  /// - Parameter decimals: of its coordinates; nil for as many as its precision is worth.
  fileprivate func words(decimals: Int?) -> String {
    let known = radius.map { "\(precision.rawValue) within \(LengthWords($0, worth: 1).text)" } ?? precision.rawValue
    let head = (name.map { "\($0) " } ?? "") + "(\(known))"
    guard case .points(let points) = shape else { return head }
    let decimals = decimals ?? (precision == .exact || precision == .unknown ? 5 : 2)
    return head + " " + points.prefix(3).map { $0.words(decimals: decimals) }.joined(separator: ", ")
      + (points.count > 3 ? " and \(points.count - 3) more" : "")
  }
}

extension Source {
  /// This source without its grade and its figures.
  fileprivate var plain: Source {
    Source(
      who: who, via: via, published: published, link: link, note: note, says: says, disputes: disputes, copy: copy)
  }
}
