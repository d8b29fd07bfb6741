import SituationModel

/// The meaning of a file's fields, whatever its format: made once, of their names, their values and what a person says with `--map`.
///
/// A field is a column of a table, a property of GeoJSON, a member of JSON, a datum of KML. Fields are counted in the order of their
/// first record.
struct Interpretation: Sendable {
  /// One use of a field; a field may have several.
  struct Use: Hashable, Sendable {
    /// The number of the field, from 0.
    var column: Int
    var meaning: ColumnMeaning
    /// Words for its codes; empty where it has words of its own.
    var codes: [String: String] = [:]
    /// The reader of its dates.
    var dates = DateReading()
    /// The reader of its numbers.
    var numbers = NumberReading()
    /// The thing that its figures count, and which of three a figure is.
    var figure = ""
    var bound = FigureBound.best
    /// True if a figure counts people, of whom there are no parts.
    var countsPeople = false
    /// The date that a year, a month, a day or an hour is a part of.
    var edge = Edge.time
    /// True if pairs of degrees have the longitude first, as lists of GeoJSON have it.
    var isLongitudeFirst = false
    /// The metres of one unit of a length without a unit of its own, the degrees of one unit of an angle, the seconds of one unit of a time
    /// of day.
    var scale = 1.0
    /// True if times of day are numbers such as 2235 and 5, without the zeros at their beginning.
    var isClockInDigits = false
    /// True if angles without a sign or a letter are degrees south or west, as the name says.
    var isSouthOrWest = false

    enum Edge: Hashable, Sendable { case time, end }
  }

  /// The codebook that says how exactly a place and a time are known.
  enum Precisions: Sendable { case words, acled, ucdp, gdelt, gtd }

  var format: FileFormat
  /// The names of the fields; columns without one are called by their number.
  var names: [String]
  var uses: [Use] {
    didSet {
      (meanings, facetColumns) = (uses.map(\.meaning), Interpretation.facetColumns(uses))
      countColumns = Interpretation.countColumns(uses)
    }
  }
  /// The meanings of the uses: looked through for each field that is read.
  private var meanings: [ColumnMeaning]
  /// The columns that say of what kind an event is, who acted, and who says so with which grade; nil where all may.
  private(set) var facetColumns: [FacetColumnUse]?
  /// The columns among them in which a number is a figure by itself: all numbers there make the same source.
  private(set) var countColumns: Set<Int> = []
  var precisions = Precisions.words
  /// True if texts may have the apostrophe in front that keeps a spreadsheet from taking them for formulas.
  var isDisarmed = false
  /// Fields in which `NA` stands for nothing: their other values are no codes of two letters.
  var numberedColumns: Set<Int> = []
  /// Words that stand for the title of each record, where the file is of one kind of thing: `fire detection`.
  var titleWords: String?
  /// The field with the province, or another unit, that a place lies in: it stands in titles where no place is named.
  var areaColumn: Int?
  /// Fields that their tags of HXL say to be no titles: units, codes, people.
  var untitledColumns: Set<Int> = []
  /// Fields with dates of two short numbers that may each be the day.
  var openDates: Set<Int> = []
  /// Fields of dates with times of day.
  var clocked: Set<Int> = []
  /// The fields with names of towns, provinces and countries: evidence for the name of a place.
  var areas = AreaFields()
  /// The tags of HXL, a field each; empty where there are none.
  private(set) var tags: [String] = []
  /// The fields of a place of the UTM grid: its zone, metres east and north.
  var grid: GridFields?
  /// Angles in several fields, each by its field of degrees.
  var angles: [Int: AngleFields] = [:]
  /// The field that says in which half of the day the times of day of another are: AM or PM.
  var halfOfDayColumn: Int?
  /// The letter for `O` in fields of angles: E where it stands for east, as in German, and W where it stands for west, as in French.
  var sidesOfO: [Int: String] = [:]
  /// The field with geohashes.
  var geohashColumn: Int?
  /// The precision of places whose coordinates are those of an area, as the name of their field says.
  var pointPrecision: PlacePrecision?
  /// True if titles are those of many records, and have the name of the place behind them.
  var titlesHavePlace = false
  /// Sentences on how the fields were read, which a person should know of.
  var remarks: [String] = []

  init(
    format: FileFormat, names: [String], uses: [Use], precisions: Precisions = .words, isDisarmed: Bool = false
  ) {
    (self.format, self.names, self.uses) = (format, names, uses)
    (self.precisions, self.isDisarmed) = (precisions, isDisarmed)
    (meanings, facetColumns) = (uses.map(\.meaning), Interpretation.facetColumns(uses))
    countColumns = Interpretation.countColumns(uses)
  }

  /// True for a table of our own: each value counts as it stands, and nothing is guessed.
  var isOwn: Bool { format == .ownTable }

  /// The fields that an id is read from.
  var idColumns: Set<Int> { Set(uses.filter { $0.meaning == .id || $0.meaning == .members }.map(\.column)) }

  /// The uses of a meaning, in the order in which they count.
  func uses(of meaning: ColumnMeaning) -> [Use] { meanings.indices.filter { meanings[$0] == meaning }.map { uses[$0] } }
  func use(of meaning: ColumnMeaning) -> Use? { meanings.firstIndex(of: meaning).map { uses[$0] } }
  func has(_ meaning: ColumnMeaning) -> Bool { meanings.contains(meaning) }

  /// The precision of a place by its code or word; nil where it is none.
  func precision(_ code: String) -> PlacePrecision? {
    switch precisions {
    case .words: PlacePrecision(rawValue: code.lowercased())
    case .acled: Codebook.acled(place: code)
    case .ucdp: Codebook.ucdp(place: code)
    case .gdelt: Codebook.gdelt(place: code)
    case .gtd: Codebook.gtd(place: code)
    }
  }

  /// True if a code says how well a date is known; 1 says that it is as it stands.
  var hasTimeCodes: Bool {
    switch precisions {
    case .acled, .ucdp: true
    case .words, .gdelt, .gtd: false
    }
  }

  /// A date as exact as a code says; nil where the code says nothing.
  func date(_ date: DateInterval, known code: String) -> DateInterval? {
    switch precisions {
    case .acled: Codebook.acled(time: code, of: date)
    case .ucdp: Codebook.ucdp(time: code, of: date)
    case .words: Codebook.words(time: code, of: date, isDoubt: asksForDoubt)
    case .gdelt, .gtd: nil
    }
  }

  /// True if the field that says how well dates are known asks for doubt, so that its “yes” is one: `Estimated date?`.
  private var asksForDoubt: Bool {
    let parts = use(of: .timePrecision).map { ColumnNames.parts(names[$0.column]) } ?? []
    return parts.contains { ["approximate", "approx", "estimated", "uncertain"].contains($0) }
  }

  /// True if it can be told where or when anything was.
  var hasEvents: Bool {
    let telling: [ColumnMeaning] = [.lat, .lon, .geometry, .time, .start, .end, .year, .place]
    return telling.contains(where: has)
  }

  /// True if a field has names of places, or of what they lie in.
  var namesPlaces: Bool { has(.place) || has(.members) || !areas.isEmpty }

  /// The columns that `TableRow.place` reads.
  var clueColumns: Set<Int> {
    let meanings: Set<ColumnMeaning> = [.place, .lat, .lon, .geometry, .precision, .radius, .placed]
    let fields = uses.filter { meanings.contains($0.meaning) }.map(\.column)
    return Set(fields + areas.towns + areas.provinces + areas.countries + areas.districts)
  }

  /// True if there is a field of a name, or of a number behind `#`.
  func hasColumn(_ name: String) -> Bool {
    let number = name.hasPrefix("#") ? Int(name.dropFirst()) ?? 0 : 0
    return names.contains { $0.lowercased() == name.lowercased() } || (1...max(1, names.count)).contains(number)
  }
}

extension Interpretation {
  /// So many records are looked at for the meanings of fields; those that settle how dates are read are more.
  private static let guessed = 300

  /// The interpretation of named fields.
  ///
  /// - Parameters:
  ///   - names: the names of the fields.
  ///   - samples: the texts of as many records as are looked at, each with as many fields as there are names, or fewer.
  ///   - map: what a person says of the fields.
  ///   - tags: the tags of HXL, a field each; empty where there are none.
  init(names: [String], samples: [[String]], map: ColumnMap, hasNames: Bool = true, tags: [String] = []) {
    self = KnownTables.interpretation(names) ?? Interpretation(guessing: names, samples)
    // Known tables keep their own meanings.
    if format == .table, !tags.isEmpty {
      self.tags = tags
      apply(tags: tags)
    }
    settle(map, samples, hasNames: hasNames)
  }

  /// Fields of no known table, by their names and values.
  private init(guessing names: [String], _ samples: [[String]]) {
    let isOwn = names.starts(with: ["id", "title", "kind", "when", "published"])
    // Some columns of our own tables only repeat what others say.
    func meaning(_ name: String, _ guess: ColumnMeaning) -> ColumnMeaning {
      switch name {
      case "certainly_in_window", "grade": .none
      case "sources": names.contains("sources_json") ? .none : .source
      default: guess
      }
    }
    guard isOwn else {
      let values = ColumnValues(names: names, samples, looking: Interpretation.guessed)
      self.init(format: .table, names: names, uses: ColumnNames.uses(of: names, values))
      return
    }
    self.init(
      format: .ownTable, names: names,
      uses: zip(names.indices, ColumnNames.ownMeanings(of: names)).map { index, guess in
        // A list has the figures of events in columns of their own; a table that has the sources whole has them there.
        if guess == .other, !names.contains("sources_json"), let use = Interpretation.ownFigure(names[index], index) {
          return use
        }
        return Use(column: index, meaning: meaning(names[index], guess), figure: names[index])
      }, isDisarmed: true)
  }

  /// The use of a column of a list that has one bound of a figure, as `deaths_low`; nil for another column.
  private static func ownFigure(_ name: String, _ column: Int) -> Use? {
    guard let mark = name.lastIndex(of: "_"),
      let bound = FigureBound(rawValue: String(name[name.index(after: mark)...]))
    else { return nil }
    return Use(column: column, meaning: .figure, figure: String(name[..<mark]), bound: bound)
  }

  /// Applies what a person says, and what the values tell.
  mutating func settle(_ map: ColumnMap, _ samples: [[String]], hasNames: Bool) {
    var values = ColumnValues(names: names, samples, looking: Interpretation.guessed)
    apply(map)
    if isOwn { return }
    findSidesOfO(&values)
    settlePlaces(values, hasNames: hasNames)
    if format == .table { findAngleFields(values) }
    settleTimes(values)
    findHalfOfDay(values)
    settleLinks(values)
    settleTitle(values)
    readDates(samples, map)
    readNumbers(values)
    takeConventions(values)
    tellOpenOrder(values)
    numberedColumns = Set(names.indices.filter { values.isNeverTwoLetters($0) })
    areas = AreaFields(of: self)
    areas.dropStrangers(values)
  }

  private mutating func apply(_ map: ColumnMap) {
    for (index, name) in names.enumerated() {
      guard let choice = map.choice(for: name, number: index + 1) else { continue }
      let meaning = choice.meaning
      // What was guessed for another column is wrong, where there can be one only.
      if ![.actor, .source, .link, .summary, .figure, .none, .other].contains(meaning) {
        for place in uses.indices where uses[place].meaning == meaning { uses[place].meaning = .other }
      }
      uses.removeAll { $0.column == index }
      uses.append(Use(column: index, meaning: meaning, figure: choice.figure ?? name, bound: choice.bound))
    }
    if map.choices.contains(where: { $0.meaning == .lat || $0.meaning == .lon }) {
      for place in uses.indices where uses[place].meaning == .geometry { uses[place].meaning = .other }
    }
    if map.choices.contains(where: { $0.meaning == .time }) {
      // The person's date is the whole of it.
      for place in uses.indices where [.start, .end].contains(uses[place].meaning) {
        if !map.choices.contains(where: { $0.meaning == uses[place].meaning }) { uses[place].meaning = .other }
      }
    }
  }

  /// Gives a field one meaning in place of all others.
  mutating func set(_ meaning: ColumnMeaning, to column: Int) {
    uses.removeAll { $0.column == column }
    uses.append(Use(column: column, meaning: meaning, figure: names[column]))
  }
}
