import SituationModel

/// The meaning of a column of a table, or of a field of a record.
public enum ColumnMeaning: String, CaseIterable, Hashable, Sendable {
  case id, title, kind
  /// When it happened: a date, a moment or an interval.
  case time
  /// The time of day that belongs to `time`.
  case clock
  /// The zone of the clocks that a time of day without a zone is read on: a name, an abbreviation or an offset.
  case zone
  case start, end
  /// Parts of a date that stand in fields of their own.
  case year, month, day, hour, minute
  /// How exactly the time is known, by a code.
  case timePrecision = "time_precision"
  /// When it became known.
  case published
  case lat, lon
  /// Latitude and longitude in one field, or WKT, or a geometry of GeoJSON.
  case geometry
  /// The name of the place.
  case place
  /// How exactly the place is known, by a word or a code.
  case precision
  /// The way in which the place got its form, in a table of our own.
  case placed
  case radius, destination, standing, grade
  /// The degrees of the place that it was bound for.
  case destinationLat = "destination_lat"
  case destinationLon = "destination_lon"
  case actor, source, link, summary
  /// A number of something: of the dead, for one.
  case figure
  /// Sources as JSON, links as `list` writes them.
  case sources, links
  /// Members of an event as JSON, which go over what other columns say.
  case members
  /// A text that stands for the title where a record has none, and is a line of the summary.
  case fallbackTitle = "title_text"
  /// It is one of the summary's lines, with its name.
  case other
  /// It says nothing of the event.
  case none

  /// The meanings that a person may name in `--map`.
  static var mappable: [ColumnMeaning] {
    allCases.filter { ![.placed, .sources, .links, .members, .fallbackTitle, .other].contains($0) }
  }
}

/// One of the three numbers of a figure.
enum FigureBound: String, Hashable, Sendable { case low, best, high }

/// The meanings of fields as a person states them: `lon=X,lat=Y,time=Date,title=Headline`.
///
/// They go over what is guessed. Fields are named, or counted from 1 with `#`.
public struct ColumnMap: Hashable, Sendable {
  /// A meaning that a person gives a column.
  public struct Choice: Hashable, Sendable {
    /// The name of the column, or its number behind `#`.
    public let column: String
    /// The meaning.
    public let meaning: ColumnMeaning
    /// The name of a figure that the person gives it; nil for the name of the column.
    var figure: String?
    /// The bound of a figure that the column has.
    var bound = FigureBound.best
  }

  /// The choices, in the order in which they were made.
  public private(set) var choices: [Choice] = []
  /// The order of day and month in dates of two short numbers; nil where the person does not say it.
  public private(set) var dateOrder: DateOrder?

  /// The encoding of the file, where the person names one.
  public var encoding: TextEncoding?

  /// Which of two short numbers of a date is which.
  public enum DateOrder: String, Hashable, Sendable {
    /// The day comes first.
    case dmy
    /// The month comes first.
    case mdy
  }

  /// Why a text is no map of columns.
  public struct Failure: Error, Hashable {
    /// The fault, in one sentence without a full stop.
    public let reason: String
  }

  /// As it was typed.
  public let typed: String

  /// The name of the only sheet of a spreadsheet that is read; nil for all that hold events.
  public var sheet: String?

  /// False to leave records without coordinates where they are, whatever places they name.
  public var matchesPlaces = true

  /// A map that leaves all to the names of the columns.
  public init() { typed = "" }

  /// The map that a text says: pairs `meaning=column`, with commas between them; `dates=dmy` or `dates=mdy` too. The meaning of a column
  /// of figures may name them, and their bound: `figure:deaths=nkill`, `figure:deaths:low=least`.
  public init(_ text: String) throws(Failure) {
    typed = text
    for pair in text.split(separator: ",", omittingEmptySubsequences: true) {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw Failure(reason: "\(quoted(String(pair))) is not MEANING=COLUMN")
      }
      let (word, column) = (String(parts[0]), String(parts[1]))
      if word == "dates" {
        guard let order = DateOrder(rawValue: column) else {
          throw Failure(reason: "dates are dmy or mdy, not \(quoted(column))")
        }
        dateOrder = order
      } else if let meaning = ColumnMeaning.mappable.first(where: { $0.rawValue == word }) {
        choices.append(Choice(column: column, meaning: meaning))
      } else if word.hasPrefix("figure:") {
        choices.append(try ColumnMap.figure(word.dropFirst(7), column))
      } else {
        let known = ColumnMeaning.mappable.map(\.rawValue).joined(separator: ", ")
        throw Failure(reason: "\(quoted(word)) is no meaning of a column: \(known), dates")
      }
    }
  }

  /// A column of figures: `deaths`, or `deaths:low`.
  private static func figure(_ words: Substring, _ column: String) throws(Failure) -> Choice {
    let parts = words.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let bound = parts.count == 2 ? FigureBound(rawValue: parts[1]) : .best
    guard let bound, parts.count <= 2, let name = FigureName(parts[0]) else {
      throw Failure(
        reason: "\(quoted("figure:" + words)) is not figure:NAME, figure:NAME:low, figure:NAME:best or figure:NAME:high"
      )
    }
    return Choice(column: column, meaning: .figure, figure: name.text, bound: bound)
  }

  /// The choice that the person makes for a column, by its name or its number.
  func choice(for name: String, number: Int) -> Choice? {
    choices.last { $0.column == name || $0.column == "#\(number)" }
      ?? choices.last { $0.column.lowercased() == name.lowercased() }
  }

  /// The meaning that the person gives a column, by its name or its number.
  func meaning(of name: String, number: Int) -> ColumnMeaning? { choice(for: name, number: number)?.meaning }
}
