import Cartography
import SituationModel
import TextCanvas

/// The chips that count what a source has and the map has no point for: the events of whole countries, and those without a place.
extension BrowserState {
  /// The chips in their order; nil where the source has counted none, or all such events are here.
  var sourceChips: [Chip]? {
    guard countsWithoutPoint, let answer = dataset.partial?.cells?.answer else { return nil }
    guard answer.unplaced > 0 || !answer.countries.isEmpty else { return nil }
    let none = Chip(id: EventMarks.unplacedSign, words: "no place", count: answer.unplaced)
    let countries = CountryChips.chips(countriesInView, others: EventGroups.otherCountries)
    return countries + (answer.unplaced > 0 ? [none] : [])
  }

  /// True if the source has counted the events without a point: some of them may not be here.
  private var countsWithoutPoint: Bool {
    guard let partial = dataset.partial, partial.cells != nil else { return false }
    return dataset.countsByCell || partial.page?.question.area != nil
  }

  private var countedCountries: [CountryCount] { dataset.partial?.cells?.answer.countries ?? [] }

  /// The countries in view that the source has counted, with the numbers of their signs.
  private var countriesInView: [CountryChips.Country] {
    let selected = view.selection.map { dataset.events[$0.row].place }.flatMap { $0.precision == .country ? $0 : nil }
    return countedCountries.enumerated().compactMap { index, country in
      let count = view.timeLook.isCertainOnly ? country.count.certain : country.count.all
      guard count > 0, isInView(country) else { return nil }
      return CountryChips.Country(
        id: EventMarks.sign(ofCountry: index), name: country.name, count: count,
        isSelected: selected.map { country.isName($0.name) } ?? false)
    }
  }

  private func isInView(_ country: CountryCount) -> Bool {
    let shown = viewport.bounds
    return country.bounds.intersects(shown)
      || country.name.flatMap(environment.baseMap.bounds(ofCountryNamed:))?.intersects(shown) ?? false
  }

  // MARK: Their events

  /// The events that a sign at the map's foot stands for; nil where it stands for none that the source has counted.
  func content(ofSign sign: Int) -> Remote.CloseUp.Content? {
    if sign == EventMarks.unplacedSign { return .unplaced }
    let shared = sign == EventGroups.otherCountries ? CountryChips.sorted(countriesInView).shared.map(\.id) : [sign]
    let countries = countedCountries
    let numbers = shared.compactMap(EventMarks.country(ofSign:)).filter(countries.indices.contains)
    return numbers.isEmpty ? nil : .countries(numbers.map { countries[$0].name })
  }

  /// Looks at the events of the first chip alone; again, at those of the next.
  mutating func closeUpNext(of chips: [Chip]) {
    let contents = chips.map { content(ofSign: $0.id) }
    let current = (dataset.remote?.closeUp?.content).flatMap { content in contents.firstIndex(of: content) }
    let next = current.map { ($0 + 1) % chips.count } ?? 0
    guard let content = contents[next] else { return }
    closeUp(content)
    dialogue.message = "\(chips[next].words): \(grouped(chips[next].count))"
  }

  /// The filter's events about whole countries, by the names of these; nil is the name of all that the source does not tell apart.
  func filter(ofCountries names: [String?]) -> EventFilter {
    func isAny(of names: [String]) -> FilterExpression? {
      .any(names.compactMap { Needle($0) }.map { .term(.text(.place, .equals, $0)) })
    }
    let isUntold = names.contains(nil)
    let others = countedCountries.compactMap(\.name).filter { !names.contains($0) }
    let named = isUntold ? isAny(of: others).map { FilterExpression.not($0) } : isAny(of: names.compactMap { $0 })
    return EventFilter(.all([view.filter.expression, .wholeCountry, named].compactMap { $0 }))
  }

  /// The filter's events that have a point on the map, where the source tells them from those of whole countries.
  var filterOfPoints: EventFilter {
    if countedCountries.isEmpty { return view.filter }
    return EventFilter(.all([view.filter.expression, .not(.wholeCountry)].compactMap { $0 }))
  }
}

extension FilterExpression {
  /// All events about a whole country.
  fileprivate static var wholeCountry: FilterExpression { .term(.precision(.equals(.country))) }
}

extension CountryCount {
  /// True if a place has the name of the country, however it is written.
  fileprivate func isName(_ other: String?) -> Bool {
    FoldedText.bytes(of: name ?? "") == FoldedText.bytes(of: other ?? "")
  }
}

extension EventMarks {
  /// The signs of countries that a source has counted: numbers below those of all other signs.
  static func sign(ofCountry country: Int) -> Int { -10 - country }

  /// The place of a country in the source's answer, by the number of its sign; nil for another sign.
  static func country(ofSign sign: Int) -> Int? { sign <= -10 ? -10 - sign : nil }
}
