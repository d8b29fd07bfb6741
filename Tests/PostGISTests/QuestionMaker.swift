#if PostgreSQL
  import SituationIO
  import SituationModel
  import TestKit

  /// Makes questions that look random, whose edges lie as often as not just where events and cells have theirs.
  struct QuestionMaker {
    private var maker: FilterMaker
    private let moments: [Int64]
    private let anchors: [Coordinate]

    init(seed: UInt64, _ events: EventTable) {
      maker = FilterMaker(seed: seed, isForServers: true)
      moments = events.events.flatMap { [$0.when?.start?.seconds, $0.when?.end?.seconds].compactMap { $0 } }
      anchors = events.events.compactMap(\.place.anchor)
    }

    mutating func below(_ count: Int) -> Int { maker.below(count) }

    mutating func scope() -> EventScope {
      let filter: FilterExpression? =
        switch below(4) {
        case 0: nil
        case 1: maker.pick(Self.kinds)
        default: maker.expression(depth: 2)
        }
      return EventScope(filter: EventFilter(filter), window: below(3) == 0 ? nil : window())
    }

    /// Filters that the rollups can answer.
    private static let kinds: [FilterExpression] = [
      .term(.standing(.equals(.confirmed))), .not(.term(.has(.standing))), .term(.has(.date)),
      .certainly(.term(.standing(.equals(.alleged)))),
    ]

    private mutating func moment() -> Instant {
      switch below(4) {
      case 0: Instant(seconds: maker.pick(moments))
      case 1: Instant(seconds: 1_733_616_000 + Int64(below(20) - 6) * 86_400)
      case 2: Instant(seconds: Int64(below(40_000) - 12_000) * 86_400)
      default: Instant(seconds: 1_733_616_000 + Int64(below(2_000_000)) - 400_000)
      }
    }

    mutating func window() -> TimeWindow {
      if below(4) == 0, let first = moments.min(), let last = moments.max() {
        // All that is known, or a little more or less.
        let edges = (
          first + maker.pick([0, 0, -1, 1, -86_400] as [Int64]), last + maker.pick([0, 0, 1, -1, 86_400] as [Int64])
        )
        return TimeWindow(start: Instant(seconds: edges.0), end: Instant(seconds: edges.1))
      }
      let (first, last) = (moment(), moment())
      return TimeWindow(start: min(first, last), end: max(first, last))
    }

    mutating func grid() -> DegreeGrid { DegreeGrid(level: below(15)) }

    /// A rectangle; of whole cells, of events' places, or of anything.
    mutating func area() -> GeoBounds {
      let side = grid().side
      func edge(_ degrees: Double, _ most: Double) -> Double {
        min(most, max(-most, ((degrees + most) / side).rounded() * side - most))
      }
      var (first, last) = (maker.pick(anchors), maker.pick(anchors))
      if below(3) == 0 {
        first = Coordinate(latitude: edge(first.latitude, 90), longitude: edge(first.longitude, 180))
        last = Coordinate(latitude: edge(last.latitude, 90), longitude: edge(last.longitude, 180))
      }
      if below(8) == 0 { return GeoBounds(south: -90, west: -180, north: 90, east: 180) }
      if below(3) == 0 {
        // So small that an index of ground finds what is there; its corner may be an event, or a corner of a cell.
        let reach = maker.pick([0, side, 0.703125, 1.3, 3] as [Double])
        return GeoBounds(
          south: first.latitude, west: first.longitude, north: min(90, first.latitude + reach),
          east: min(180, first.longitude + reach))
      }
      return GeoBounds(
        south: min(first.latitude, last.latitude), west: first.longitude, north: max(first.latitude, last.latitude),
        east: last.longitude)
    }

    mutating func cells() -> CellQuestion {
      CellQuestion(scope: scope(), area: below(2) == 0 ? nil : area(), grid: grid())
    }

    mutating func buckets() -> BucketQuestion {
      let bounds: [Instant]
      if below(2) == 0 {
        let step = maker.pick([60, 3_600, 86_400, 604_800, 86_400 * 30] as [Int64])
        let start = moment().seconds / step * step
        bounds = (0...below(60) + 1).map { Instant(seconds: start + Int64($0) * step) }
      } else {
        bounds = Set((0..<2 + below(30)).map { _ in moment() }).sorted()
      }
      return BucketQuestion(scope: scope(), bounds: bounds)
    }

    mutating func page() -> PageQuestion {
      PageQuestion(
        scope: scope(), area: below(2) == 0 ? nil : area(), offset: maker.pick([0, 0, 3, 50, 1_000]),
        limit: maker.pick([0, 1, 20, 60]))
    }
  }

  /// The events that the questions are about: two files with all that an event can have.
  enum MadeEvents {
    static func situation(seed: UInt64) throws -> Situation {
      var (events, filters) = (EventMaker(seed: seed), FilterMaker(seed: seed))
      // An id that looks like one that was made for a record is given another by the load.
      let odd = events.events(250).map { $0.renamed { $0 == "#7" ? "seven" : $0 } }
      let placed = try (0..<350).map { _ in try filters.placedEvent() }
      var days: [Event] = []
      for number in 0..<300 {
        let dated = try filters.datedEvent()
        let side = DegreeGrid(level: 6 + filters.below(6)).side
        // On the edges of cells, and where the grid ends.
        let spot = Coordinate(
          latitude: min(90, -90 + side * Double(filters.below(Int(180 / side) + 1))),
          longitude: min(180, -180 + side * Double(filters.below(Int(360 / side) + 1))))
        days.append(
          Event(
            id: "day-\(number)", title: "Homs", kind: dated.kind, when: dated.when,
            place: Place(name: "Homs", precision: .exact, shape: .points([spot])), standing: .confirmed))
      }
      return Situation(joining: [
        ("one.geojson", try asRead(odd + placed)), ("two.geojson", try asRead(days)),
      ])
    }

    /// Events about whole countries, some of them where exact ones are.
    static func ofCountries(exact: Int) -> [Event] {
      let middle = Coordinate(latitude: 35, longitude: 38.5)
      func event(_ number: Int, _ name: String?, _ precision: PlacePrecision, _ spots: [Coordinate]) -> Event {
        let start = Instant(seconds: 1_733_616_000 + Int64(number * 7_919 % 200) * 86_400)
        return Event(
          id: "e\(number)", title: "Event \(number)", kind: EventKind.allCases[number % 3],
          when: number % 11 == 0 ? nil : DateInterval(unit: .day, at: start),
          place: Place(name: name, precision: precision, shape: .points(spots)),
          standing: number % 4 == 0 ? .confirmed : .reported)
      }
      let exact = (0..<exact).map { number in
        let offset = Double(number % 30) / 25
        let precisions: [PlacePrecision] = [.exact, .region, .unknown]
        return event(
          number, "Spot", precisions[number % 3],
          [number % 2 == 0 ? middle : Coordinate(latitude: 35 + offset, longitude: 38.5 - offset)])
      }
      let names = ["Syria", "SYRIA", "Türkiye", nil, "Lebanon"]
      return exact
        + (0..<60).map { number in
          let other = Coordinate(latitude: 39, longitude: 35 + Double(number % 7))
          let spots = number % 10 == 0 ? [middle, other] : [number % 3 == 0 ? middle : other]
          return event(1_000 + number, names[number % 5], .country, spots)
        }
    }

    /// The same as a file has them.
    private static func asRead(_ events: [Event]) throws -> Situation {
      var bytes: [UInt8] = []
      _ = Conversion(Situation(title: "", events: EventTable(events)), to: .geojson).write { bytes += $0 }
      return try readSituation(bytes: bytes, file: "f")
    }
  }
#endif
