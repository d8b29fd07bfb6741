import SituationModel

/// Tables of the codes of formats that say how well a place or a time is known, a table each with its source. What a code does
/// not say is `unknown`, never exact.
enum Codebook {
  /// The `ce` of Cursor on Target (MITRE, MTR 04B0000073): the radius in metres of a circle around the point, 9999999 where
  /// it is not known. Nobody knows a place to 0 m: that too is a value that was not filled in.
  static func cursorOnTarget(circularError metres: Double?) -> (precision: PlacePrecision, radius: Double?) {
    guard let metres, metres > 0, metres < 9_999_999 else { return (.unknown, nil) }
    switch metres {
    case ...100: return (.exact, metres)
    case ...20_000: return (.vicinity, metres)
    default: return (.region, metres)
    }
  }

  /// The `geo_precision` of ACLED (ACLED Codebook, “Spatial precision”): 1 a named town, whose coordinates are taken; 2 a part of
  /// a region, or near a town, whose coordinates stand for it; 3 a larger region, for which its capital stands.
  static func acled(place code: String) -> PlacePrecision? {
    switch code {
    case "1": .locality
    case "2", "3": .region
    default: nil
    }
  }

  /// The `time_precision` of ACLED (“Temporal precision”): 1 the day; 2 within the week or weekend around it; 3 within the month.
  static func acled(time code: String, of date: DateInterval) -> DateInterval? {
    switch code {
    case "1": date
    case "2": date.around(days: 6)
    case "3": date.widened(to: .month)
    default: nil
    }
  }

  /// A date as exact as a word says: `month`, `approximate`; nil where the word says nothing that is known.
  ///
  /// - Parameter isDoubt: true where the field asks for doubt (`Estimated date?`), so that “yes” is one.
  static func words(time word: String, of date: DateInterval, isDoubt: Bool) -> DateInterval? {
    let word = word.lowercased().trimmed
    if ["yes", "true", "y", "1"].contains(word) { return isDoubt ? date.approximate : date }
    if ["no", "false", "n", "0"].contains(word) { return isDoubt ? date : date.uncertain }
    if let unit = wordsOfUnits[word] { return date.widened(atLeast: unit) }
    if wordsOfDays[word] != nil { return date.widened(atLeast: .day).around(days: wordsOfDays[word] ?? 0) }
    if wordsOfApproximation.contains(word) { return date.approximate }
    if wordsOfDoubt.contains(word) { return date.uncertain }
    return wordsOfCertainty.contains(word) ? date : nil
  }

  /// True if a text is a word for how well a date is known.
  static func knowsTimePrecision(_ word: String) -> Bool {
    words(time: word, of: DateInterval(unit: .day, at: Instant(seconds: 0)), isDoubt: true) != nil
  }

  private static let wordsOfUnits: [String: TimePrecision] = [
    "second": .second, "minute": .minute, "hour": .hour, "day": .day, "days": .day, "date": .day, "daily": .day,
    "month": .month, "monthly": .month, "year": .year, "yearly": .year, "annual": .year, "d": .day, "m": .month,
    "tag": .day, "monat": .month, "jahr": .year, "jour": .day, "mois": .month, "année": .year, "día": .day,
    "mes": .month, "año": .year, "день": .day, "месяц": .month, "год": .year, "місяць": .month, "рік": .year,
  ]
  /// Spans around a day, by the days before and behind it in which it may be.
  private static let wordsOfDays: [String: Int64] = ["week": 6, "weekly": 6, "woche": 6, "semaine": 6, "semana": 6]
  private static let wordsOfApproximation: Set<String> = [
    "approximate", "approximately", "approx", "approx.", "circa", "ca", "ca.", "c.", "about", "around", "estimated",
    "estimate", "~", "ungefähr", "geschätzt", "environ", "aproximado", "aproximada", "примерно", "приблизно",
  ]
  private static let wordsOfDoubt: Set<String> = [
    "uncertain", "unsure", "unclear", "unconfirmed", "doubtful", "possible", "probable", "likely", "low", "medium",
    "unsicher", "unknown", "incertain", "incierto",
  ]
  private static let wordsOfCertainty: Set<String> = [
    "exact", "exactly", "precise", "certain", "sure", "known", "confirmed", "high", "full", "genau", "sicher",
    "exacto", "exacta", "précis", "точно", "точная",
  ]

  /// The `specificity` of the Global Terrorism Database (START, GTD Codebook): 1 the town itself; 2 to 4 the middle of the smallest unit that is
  /// known; 5 not known.
  static func gtd(place code: String) -> PlacePrecision? {
    switch code {
    case "1": .locality
    case "2", "3", "4": .region
    case "5": .unknown
    default: nil
    }
  }

  /// The `where_prec` of UCDP GED (Högbladh, UCDP GED Codebook, “where_prec”): 1 the place itself; 2 within some 25 km of it; 3 its
  /// second-order and 4 its first-order division; 5 a part of a country, or a line; 6 the country; 7 waters or air of none.
  static func ucdp(place code: String) -> PlacePrecision? {
    switch code {
    case "1": .locality
    case "2": .vicinity
    case "3", "4", "5", "7": .region
    case "6": .country
    default: nil
    }
  }

  /// The `date_prec` of UCDP GED (“date_prec”): 1 the day; 2 within two to six days, 3 a week, 4 a month, 5 a longer time. The dates
  /// of start and end have that already; where they are one day all the same, the code widens it.
  static func ucdp(time code: String, of date: DateInterval) -> DateInterval? {
    let isDay = date.end.map { end in date.start.map { end.seconds - $0.seconds <= 86_400 } ?? false } ?? false
    guard isDay else { return ["1", "2", "3", "4", "5"].contains(code) ? date : nil }
    switch code {
    case "1": return date
    case "2", "3": return date.around(days: 6)
    case "4": return date.widened(to: .month)
    case "5": return date.widened(to: .year)
    default: return nil
    }
  }

  /// The `Geo_Type` of GDELT 2.0 (GDELT Event Codebook 2.0, “ActionGeo_Type”): 1 a country; 2 a state of the USA and 5 one elsewhere;
  /// 3 a town of the USA and 4 one elsewhere; 0 none. All are middles.
  static func gdelt(place code: String) -> PlacePrecision? {
    switch code {
    case "0": .unplaced
    case "1": .country
    case "2", "5": .region
    case "3", "4": .locality
    default: nil
    }
  }

  /// The root codes of CAMEO (Schrodt, CAMEO Manual 1.1b3, chapter 2).
  static let cameoRoots = [
    "01": "make public statement", "02": "appeal", "03": "express intent to cooperate", "04": "consult",
    "05": "engage in diplomatic cooperation", "06": "engage in material cooperation", "07": "provide aid",
    "08": "yield",
    "09": "investigate", "10": "demand", "11": "disapprove", "12": "reject", "13": "threaten", "14": "protest",
    "15": "exhibit force posture", "16": "reduce relations", "17": "coerce", "18": "assault", "19": "fight",
    "20": "use unconventional mass violence",
  ]

  /// The `QuadClass` of GDELT 2.0.
  static let quadClasses = [
    "1": "verbal cooperation", "2": "material cooperation", "3": "verbal conflict", "4": "material conflict",
  ]

  /// The `type_of_violence` of UCDP GED.
  static let ucdpViolence = ["1": "state-based", "2": "non-state", "3": "one-sided"]
}

extension DateInterval {
  /// From so many days before a day to as many after it, since the time around it in which it lies may begin or end
  /// there.
  fileprivate func around(days: Int64) -> DateInterval? {
    guard let start, let end else { return self }
    // Of a date with a time of day, the whole days that it touches.
    let (first, last) = (Instant(start.date), Instant(end.advanced(by: -1).date).advanced(by: 86_400))
    return DateInterval(
      from: first.advanced(by: -days * 86_400), .day, to: last.advanced(by: days * 86_400), .day,
      isApproximate: isApproximate, isUncertain: isUncertain)
  }

  /// The same, known about so well.
  var approximate: DateInterval {
    if isApproximate { return self }
    return (try? DateInterval(edtf: edtf.replacing("/", with: "~/") + "~")) ?? self
  }

  /// The whole unit in which a date lies, where it is more exact than that.
  fileprivate func widened(atLeast unit: TimePrecision) -> DateInterval {
    guard precision < unit else { return self }
    if unit == .day || unit == .hour || unit == .minute, let start, let end {
      let length: Int64 = unit == .day ? 86_400 : unit == .hour ? 3_600 : 60
      let last = end.advanced(by: -1)
      func floor(_ moment: Instant) -> Instant {
        let rest = moment.seconds % length
        return moment.advanced(by: -(rest < 0 ? rest + length : rest))
      }
      let (first, final) = (
        DateInterval(unit: unit, at: floor(start), isApproximate: isApproximate, isUncertain: isUncertain),
        DateInterval(unit: unit, at: floor(last), isApproximate: isApproximate, isUncertain: isUncertain)
      )
      return first == final ? first : DateInterval.spanning(first, final) ?? first
    }
    return unit == .month || unit == .year ? widened(to: unit) : self
  }

  /// The whole month or year in which a date lies.
  fileprivate func widened(to unit: TimePrecision) -> DateInterval {
    guard let date = start?.date,
      let first = CivilDate(year: date.year, month: unit == .month ? date.month : 1, day: 1)
    else { return self }
    return DateInterval(unit: unit, at: Instant(first), isApproximate: isApproximate, isUncertain: isUncertain)
  }
}
