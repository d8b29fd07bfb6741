import ArgumentParser
import Browser
import SituationModel
import TextCanvas

/// The options that select events; the same for every command.
struct FilterArguments: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The beginning of the window.", valueName: "date"))
  var from: TypedDate?

  @Option(parsing: .unconditional, help: ArgumentHelp("The end of the window, this date included.", valueName: "date"))
  var to: TypedDate?

  @Option(help: ArgumentHelp("Only events of this kind; may be given more than once.", valueName: "kind"))
  var kind: [String] = []

  @Option(help: ArgumentHelp("Only events of this standing; may be given more than once.", valueName: "standing"))
  var standing: [Standing] = []

  @Option(
    name: .customLong("where"), parsing: .unconditional,
    help: ArgumentHelp(
      "Only events that pass this filter, such as 'kind:convoy actor:Russia near:Homs,50km -standing:alleged'.",
      valueName: "filter"))
  var expression: String = ""

  @Option(help: ArgumentHelp("Find a text in titles, summaries, places, actors and sources.", valueName: "text"))
  var search: String = ""

  func validate() throws {
    if let start = from?.interval.start, let end = to?.interval.end, end <= start {
      throw ValidationError("--to lies before --from.")
    }
    if let from, from.interval.start == nil { throw ValidationError("--from takes a date with a beginning.") }
    if let to, to.interval.end == nil { throw ValidationError("--to takes a date with an end.") }
  }

  /// The conjunction of `--kind`, `--standing` and `--where`, whatever the time of an event.
  private func filter(for opening: Opening, option: String) throws(Failure) -> EventFilter {
    let kinds = kind.compactMap(Needle.init).map { FilterExpression.term(.text(.kind, .equals, $0)) }
    let standings = standing.map { FilterExpression.term(.standing(.equals($0))) }
    let asked = try expression(for: opening, option: option)
    return EventFilter(.all([.any(kinds), .any(standings), asked].compactMap { $0 }))
  }

  /// The filter of `--where`; nil if it filters nothing. The map's towns are read only if the filter has a place by name.
  private func expression(for opening: Opening, option: String) throws(Failure) -> FilterExpression? {
    var failure: Failure?
    var finder: PlaceFinder?
    func coordinate(of name: String) -> Coordinate? {
      do throws(Failure) {
        if finder == nil { finder = PlaceFinder(events: opening.situation.events, map: try opening.atlas.towns()) }
      } catch {
        failure = error
      }
      return finder?.coordinate(of: name)
    }
    do throws(FilterError) {
      let figures = FigureNames.these(opening.situation.events.figureNames)
      return try EventFilter(expression, on: opening.situation.zone, figures: figures, place: coordinate).expression
    } catch {
      throw failure ?? .usage("\(option): \(error)")
    }
  }

  /// Refuses a kind that no event has. A kind that the program knows is accepted even if the file has no such event.
  static func check(_ kind: String, in opening: Opening) throws(Failure) {
    let kinds = opening.situation.events.kinds
    // What kinds a source has is not known before it is asked.
    guard opening.source == nil, kinds.isComplete, !kinds.has(kind) else { return }
    let known = (kinds.words + EventKind.allCases.map(\.rawValue)).map { SafeText($0).text }.sorted()
    let named = known.count > 30 ? known.prefix(30) + ["…"] : known
    throw .usage("no event is of the kind \(SafeText(kind).text); there are: \(named.joined(separator: ", "))")
  }

  /// Writes the selection into a view of what was opened. Errors name the option that the filter was given by.
  func apply(to view: inout SavedView, for opening: Opening, option: String = "--where") throws(Failure) {
    let situation = opening.situation
    for kind in kind { try Self.check(kind, in: opening) }
    let zone = situation.zone
    if from != nil || to != nil { (view.from, view.to) = (from?.interval(on: zone), to?.interval(on: zone)) }
    let filter = try filter(for: opening, option: option)
    if !filter.isEmpty { view.filter = filter }
    if !search.isEmpty { view.search = search.withoutBlankEnds }
  }
}

/// An EDTF date of the command line; its times are of the zone that is shown, unless they say one.
struct TypedDate: ExpressibleByArgument {
  private let text: String
  /// The date in UTC.
  let interval: DateInterval

  init?(argument: String) {
    guard let date = try? DateInterval(edtf: argument) else { return nil }
    (text, interval) = (argument, date)
  }

  /// The date on the clocks of a zone.
  func interval(on zone: Zone) -> DateInterval { (try? DateInterval(edtf: text, on: zone)) ?? interval }
}

extension Standing: ExpressibleByArgument {}
