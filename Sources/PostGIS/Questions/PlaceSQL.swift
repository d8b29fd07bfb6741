#if PostgreSQL
  import SituationIO
  import SituationModel

  /// Evaluates the terms of a filter that are about places.
  ///
  /// The server decides single points, with the same formulas as in memory. Two kinds of events are read and decided here: points so near
  /// to an edge that two machines may compute them differently, and all lines, areas and groups of points that may pass. If these are too
  /// many, the server can't answer the term.
  struct PlaceSQL {
    /// The greatest number of events that are read to decide one term.
    static let most = 2_000

    /// Asks the server for the events that are decided here.
    let ask: (Statement) throws(SourceFailure) -> Answer

    /// The conditions of a term about places.
    func membership(_ term: FilterTerm) throws(SourceFailure) -> MembershipSQL {
      switch term {
      case .near(let rule): try membership(term, Disc(rule))
      case .within(let box): try membership(term, BoxSQL(box: box))
      case .inside(let polygon): try membership(term, CapSQL(around: polygon))
      default: throw .unanswerable(term.text)
      }
    }

    private func membership(_ term: FilterTerm, _ region: some RegionSQL) throws(SourceFailure) -> MembershipSQL {
      let single: Statement = "(is_points AND west = east AND south = north)"
      let open: Statement = """
        (lon IS NOT NULL AND \(region.isNear) AND (NOT \(single) OR \(region.isOpen)))
        """
      let answer = try ask(
        "SELECT id, file, record FROM sitmap.events WHERE \(open) LIMIT \(PlaceSQL.most + 1)")
      guard answer.count <= PlaceSQL.most else { throw .unanswerable(term.text) }
      var (certain, possible): ([String], [String]) = ([], [])
      for (row, event) in StoredEvents.read(answer, file: 1, record: 2).enumerated() {
        guard let event, let id = answer.text(row, 0) else { continue }
        let membership = FilterExpression.term(term).membership(of: event)
        if membership == .certain { certain.append(id) }
        if membership != .outside { possible.append(id) }
      }
      func condition(_ ids: [String], _ holds: Statement) -> Statement {
        let chosen: Statement = ids.isEmpty ? "false" : "id = ANY (\(PlaceSQL.list(ids), as: "text[]"))"
        return answer.count == 0 ? holds : "CASE WHEN \(open) THEN \(chosen) ELSE \(holds) END"
      }
      let isKnown: Statement = "precision <> \(Int(PlacePrecision.unknown.code))"
      return MembershipSQL(
        certain:
          "(lon IS NOT NULL AND \(region.isNear) AND \(condition(certain, "(\(isKnown) AND \(region.isInside))")))",
        possible: "(lon IS NULL OR \(region.isNear) AND \(condition(possible, region.isTouched)))")
    }

    /// Texts as an array literal of PostgreSQL.
    static func list(_ texts: [String]) -> String {
      let quoted = texts.map { text in
        "\"" + text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
      }
      return "{" + quoted.joined(separator: ",") + "}"
    }
  }

  /// A region of the globe that a term asks for, with conditions on the position of a place relative to it.
  protocol RegionSQL {
    /// The condition that a place may be inside, by its bounds.
    var isNear: Statement { get }
    /// The condition that a single point lies so near to an edge that it is decided here.
    var isOpen: Statement { get }
    /// The condition that a single point is inside with all of its reach.
    var isInside: Statement { get }
    /// The condition that any part of a single point's reach is inside.
    var isTouched: Statement { get }
  }

  extension RegionSQL {
    /// The condition that a place may reach a band of latitudes, widened by some metres. A degree is nowhere shorter than 110 km.
    func latitudes(_ south: Double, _ north: Double, meters: Double = 0) -> Statement {
      let margin = meters / 110_000 + 0.001
      return """
        (north + reach / 110000 >= \(south - margin) AND south - reach / 110000 <= \(north + margin))
        """
    }
  }

  /// All places within a distance of a centre.
  private struct Disc: RegionSQL {
    private let center: Coordinate
    private let radius: Double

    init(_ rule: NearRule) { (center, radius) = (rule.center.coordinate, rule.distance.meters) }

    private var meters: Statement { DistanceSQL.meters(from: center, "lon", "lat") }
    var isNear: Statement { latitudes(center.latitude, center.latitude, meters: radius) }
    var isOpen: Statement {
      """
      (abs(\(meters) - reach - \(radius)) < 1 OR abs(\(meters) + reach - \(radius)) < 1)
      """
    }
    var isInside: Statement { "\(meters) + reach <= \(radius)" }
    var isTouched: Statement { "\(meters) - reach <= \(radius)" }
  }

  /// A rectangle of latitudes and longitudes, by the formulas of `GeoBox`.
  private struct BoxSQL: RegionSQL {
    let box: GeoBox

    var isNear: Statement { latitudes(box.south, box.north) }

    /// The distance of a point east of the western edge in degrees, 0 ..< 360.
    private var offset: Statement {
      let degrees: Statement = "(lon - \(box.west))"
      return
        "CASE WHEN \(degrees) < 0 THEN CASE WHEN \(degrees) = -360 THEN 0 ELSE \(degrees) + 360 END WHEN \(degrees) = 360 THEN 0 ELSE \(degrees) END"
    }

    private var contains: Statement {
      "(lat >= \(box.south) AND lat <= \(box.north) AND (\(offset)) <= \(box.width))"
    }

    /// The condition that a point is inside with all of its reach and some degrees more.
    private func isInside(_ more: Double) -> Statement {
      let margin: Statement = "(reach / 110000 + \(more))"
      let wide: Statement = """
        (\(margin) / greatest(0.01, cos(least(89, abs(lat) + \(margin)) * pi() / 180)))
        """
      return """
        (\(contains) AND lat - \(margin) >= \(box.south) AND lat + \(margin) <= \(box.north) AND (\(box.width) >= 360 \
        OR (\(offset)) - \(wide) >= 0 AND (\(offset)) + \(wide) <= \(box.width)))
        """
    }

    /// The distance in metres to the nearest point of the box.
    private var meters: Statement {
      let longitude: Statement = """
        CASE WHEN (\(offset)) <= \(box.width) THEN lon WHEN (\(offset)) - \(box.width) < 360 - (\(offset)) THEN \(box.east) \
        ELSE \(box.west) END
        """
      let latitude: Statement = "least(greatest(lat, \(box.south)), \(box.north))"
      return DistanceSQL.meters(from: ("lon", "lat"), to: ("(\(longitude))", latitude))
    }

    var isOpen: Statement {
      """
      (reach > 0 AND (abs(\(meters) - reach) < 1 OR \(isInside(-1e-7)) AND NOT \(isInside(1e-7))))
      """
    }
    var isInside: Statement { "CASE WHEN reach = 0 THEN \(contains) ELSE \(isInside(0)) END" }
    var isTouched: Statement { "(\(contains) OR reach > 0 AND \(meters) <= reach)" }
  }

  /// The circle around a polygon. Every place in it is decided here.
  private struct CapSQL: RegionSQL {
    private let middle: Coordinate
    private let meters: Double

    init(around polygon: GeoPolygon) {
      let bounds = GeoBounds(along: polygon.corners + polygon.corners.prefix(1))
      middle = bounds?.center ?? polygon.corners[0]
      let middle = middle
      let farthest = polygon.corners.map { GreatCircle(from: middle, to: $0).angle }.max() ?? .pi
      // A round of less than half of the globe holds the shortest ways between all its places.
      meters = farthest < 1.5 ? farthest * GreatCircle.meanRadius * 1.01 : .infinity
    }

    private var isRound: Statement {
      guard meters.isFinite else { return "true" }
      return "(NOT is_points OR \(DistanceSQL.meters(from: middle, "lon", "lat")) - reach * 1.01 <= \(meters) + 1000)"
    }

    var isNear: Statement { "true" }
    var isOpen: Statement { isRound }
    var isInside: Statement { "false" }
    var isTouched: Statement { "false" }
  }
#endif
