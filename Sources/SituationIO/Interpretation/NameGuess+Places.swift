/// Where it was, and where it was bound for.
extension NameGuess {
  // MARK: Places

  /// Finds latitudes and longitudes by a part of their names; what else is in the names has to be the same.
  mutating func findPairs() {
    // One angle of a known name whose partner has none may have it by its parts: `LAT_DD`, `LONG_DD`.
    let alone = uses.indices.filter { [.lat, .lon].contains(uses[$0].meaning) }
    let isHalf = (column(of: .lat) == nil) != (column(of: .lon) == nil)
    let meanings = alone.map { uses[$0].meaning }
    if isHalf { for place in alone { uses[place].meaning = .other } }
    pairByParts()
    guard isHalf, column(of: .lat) == nil else { return }
    for (place, meaning) in zip(alone, meanings) where isFree(place) { uses[place].meaning = meaning }
  }

  private mutating func pairByParts() {
    func candidates(_ words: Set<String>, upTo most: Double) -> [String: Int] {
      var found: [String: Int] = [:]
      for column in names.indices where isFree(column) {
        guard let place = parts[column].firstIndex(where: words.contains), !values.isEmpty(column),
          FieldNames.otherPlaces.isDisjoint(
            with: parts[column].filter { !["min", "max"].contains($0) || !isMinute(column) }),
          values.areDegrees(column, upTo: most / uses[column].scale)
        else { continue }
        var rest = parts[column]
        rest.remove(at: place)
        rest.removeAll { ["n", "s", "e", "w", "north", "south", "east", "west"].contains($0) }
        let key = rest.joined(separator: " ")
        if found[key] == nil { found[key] = column }
      }
      return found
    }
    let (lats, lons) = (candidates(FieldNames.latitudes, upTo: 90), candidates(FieldNames.longitudes, upTo: 360))
    for (key, lat) in lats.sorted(by: { $0.value < $1.value }) {
      guard let lon = lons[key] else { continue }
      let isDestination = key.split(separator: " ").contains { FieldNames.destinations.contains(String($0)) }
      if isDestination, column(of: .destinationLat) == nil {
        (uses[lat].meaning, uses[lon].meaning) = (.destinationLat, .destinationLon)
      } else if !isDestination, column(of: .lat) == nil, column(of: .lon) == nil {
        (uses[lat].meaning, uses[lon].meaning) = (.lat, .lon)
      } else if !isDestination, !columns(of: .lat).isEmpty,
        columns(of: .lat).allSatisfy({ values.areDisjoint($0, lat) && !values.isEmpty(lat) }),
        columns(of: .lon).allSatisfy({ values.areDisjoint($0, lon) })
      {
        // No record has both: the one stands for the other, as the middle of a way for the place of a node.
        (uses[lat].meaning, uses[lon].meaning) = (.lat, .lon)
      }
    }
  }

  /// True if a field has the minutes of an angle, and not the least of several: there are degrees beside it.
  private func isMinute(_ column: Int) -> Bool {
    parts.contains { $0.contains { ["deg", "degree", "degrees"].contains($0) } }
  }

  /// Finds the names of places that something went from and to: `from_name`, or `From` where its values are no dates.
  mutating func findDestinations() {
    func find(_ meaning: ColumnMeaning, _ words: Set<String>) {
      if column(of: meaning) != nil { return }
      let named = names.indices.filter { column in
        isFree(column) && parts[column].contains(where: words.contains) && !values.isEmpty(column)
          && parts[column].allSatisfy {
            words.contains($0) || ["name", "place", "location", "town", "city"].contains($0)
          }
          && !values.isNumeric(column) && !values.areDates(column) && values.all(of: column, NameGuess.isNameOfPlace)
      }
      guard let best = named.max(by: { parts[$0].count < parts[$1].count }) else { return }
      uses[best].meaning = meaning
    }
    // An origin alone may be that of anything.
    let hasGoal = parts.contains { $0.contains { ["to", "destination", "dest"].contains($0) } }
    find(.place, hasGoal ? ["from", "origin"] : ["from"])
    find(.destination, ["to", "destination"])
  }

  /// False for times of day, addresses of mail and texts that begin with a number, as units of an army do.
  private static func isNameOfPlace(_ text: String) -> Bool {
    !text.contains("@") && text.first?.isNumber == false && !isClock(text)
  }

  /// Finds the radius of the place by a part of its name with a unit behind it: `radius_km`, `Location accuracy (m)`.
  mutating func findRadius() {
    guard column(of: .radius) == nil else { return }
    let words: Set<String> = ["radius", "uncertainty", "accuracy", "radio", "rayon", "радиус", "радіус"]
    let others: Set<String> = ["time", "blast", "damage"]
    for column in names.indices where isFree(column) && parts[column].contains(where: words.contains) {
      guard parts[column].allSatisfy({ !FieldNames.dates.contains($0) && !others.contains($0) }),
        values.all(of: column, { TableNumber.number($0) != nil }), let scale = LengthText.unit(of: parts[column])
      else { continue }
      (uses[column].meaning, uses[column].scale) = (.radius, scale)
      return
    }
  }

  /// Finds the name of the place by a part of its name, where no field is called so.
  mutating func findPlaceNames() {
    guard column(of: .place) == nil else { return }
    let named = names.indices.first { column in
      isFree(column) && parts[column].contains(where: FieldNames.places.contains)
        && FieldNames.strangers.isDisjoint(with: parts[column])
        && !parts[column].contains {
          ["precision", "accuracy", "type", "id", "code", "altitude", "source"].contains($0)
        }
        && values.most(of: column) { text in text.contains(where: \.isLetter) && !WebAddress.fits(text) }
    }
    if let named { uses[named].meaning = .place }
  }
}
