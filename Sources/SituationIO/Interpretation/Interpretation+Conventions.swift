import SituationModel

/// Conventions that the names of fields state for their values.
extension Interpretation {
  /// Takes over the zone, the order of dates and the side of the globe that names state, and says so.
  mutating func takeConventions(_ values: ColumnValues) {
    takeZones()
    for place in uses.indices {
      let (use, name) = (uses[place], names[uses[place].column])
      switch use.meaning {
      case .time, .start, .end, .published:
        if use.dates.order == nil, let order = NameConvention.dateOrder(name) { uses[place].dates.order = order }
        if let edge = NameConvention.weekEdge(name) {
          uses[place].dates.weekEdge = edge
          remarks.append(
            "\(quoted(name)): dates are the \(edge == .first ? "first" : "last") days of weeks, as the name says")
        }
        if NameConvention.isApproximate(name) {
          uses[place].dates.isApproximate = true
          remarks.append("\(quoted(name)): dates are approximate, as the name says")
        }
      case .lat, .destinationLat: takeSide(place, isLatitude: true, values)
      case .lon, .destinationLon: takeSide(place, isLatitude: false, values)
      case .geometry:
        if let isFirst = NameConvention.isLongitudeFirst(name), isFirst != use.isLongitudeFirst {
          uses[place].isLongitudeFirst = isFirst
          let order = isFirst ? "longitude and latitude" : "latitude and longitude"
          remarks.append("\(quoted(name)) is read as \(order), as its name says")
        }
      case .id, .title, .kind, .clock, .zone, .year, .month, .day, .hour, .minute, .timePrecision, .place, .precision,
        .placed, .radius, .destination, .standing, .grade, .actor, .source, .link, .summary, .figure, .sources, .links,
        .members, .fallbackTitle, .other, .none:
        break
      }
    }
  }

  /// Times of day are on the clocks that the name of their field states; of a date and a time of day in two fields either may state it.
  private mutating func takeZones() {
    if has(.zone) { return }
    let clocks: Set<ColumnMeaning> = [.clock, .hour]
    func apply(_ places: [Int], _ change: (inout DateReading) -> Void) {
      for place in places { change(&uses[place].dates) }
    }
    for place in uses.indices where [.time, .start, .end, .published, .clock, .hour].contains(uses[place].meaning) {
      let (name, use) = (names[uses[place].column], uses[place])
      let belongs = clocks.contains(use.meaning) || use.meaning == .time
      let places = belongs ? uses.indices.filter { clocks.contains(uses[$0].meaning) || $0 == place } : [place]
      if let zone = NameConvention.zone(name) {
        apply(places) { $0.clocks = zone }
        if zone.offset(at: Instant(seconds: 0)) != 0 {
          remarks.append("\(quoted(name)): times of day without a zone are on the clocks that the name states")
        }
      } else if NameConvention.isLocal(name), use.dates.clocks == nil {
        apply(places) { $0.isLocal = true }
        remarks.append("\(quoted(name)): times of day are local times of an unknown zone, and are kept as text")
      }
    }
  }

  /// Degrees south or west by the name of their field, unless signs in the field say which they are.
  private mutating func takeSide(_ place: Int, isLatitude: Bool, _ values: ColumnValues) {
    let column = uses[place].column
    guard NameConvention.isSouthOrWest(names[column], isLatitude: isLatitude),
      values.texts(of: column).allSatisfy({ (DegreeText.degrees($0) ?? 0) >= 0 })
    else { return }
    uses[place].isSouthOrWest = true
    remarks.append("\(quoted(names[column])) is read as degrees \(isLatitude ? "south" : "west"), as its name says")
  }
}
