import ArgumentParser
import Browser
import SituationModel

/// The options that say in which order events are listed; the same in the browser and in `list`.
struct OrderArguments: ParsableArguments {
  @Option(help: ArgumentHelp("What the list is sorted by; time by default.", valueName: "column"))
  var sort: EventColumn?

  @Flag(help: "Reverse the order; unknown values stay last.")
  var reverse = false

  @Option(help: ArgumentHelp("What the list is grouped by.", valueName: "what"))
  var group: EventGrouping?

  /// The order, grouped as `grouping` says if nothing was asked for.
  func order(grouping: EventGrouping) -> EventOrder {
    EventOrder(column: sort ?? .time, isTurned: reverse, grouping: group ?? grouping)
  }

  /// Refuses a name that is neither a column nor a figure of the events.
  ///
  /// - Throws: a failure of status 64.
  func check(in events: EventTable) throws(Failure) {
    guard case .figure(let name) = sort, !FigureName.standard.contains(name), !events.figureNames.contains(name) else {
      return
    }
    let columns = EventColumn.allCases.map(\.rawValue) + events.figureNames.map(\.text)
    throw .usage("--sort: no column is called \"\(name.text)\"; there are \(columns.joined(separator: ", "))")
  }

  /// The order for a screen, where days have headings if nothing else was asked for; nil where nothing was.
  var orderOnScreen: EventOrder? {
    sort == nil && !reverse && group == nil ? nil : order(grouping: .usual(for: sort ?? .time))
  }
}

extension EventColumn: ExpressibleByArgument {}
extension EventGrouping: ExpressibleByArgument {}
