import ArgumentParser
import Browser
import SituationModel
import TextCanvas

/// The options that say how a view opens; the same in the browser and in `render`.
struct ViewArguments: ParsableArguments {
  @OptionGroup var map: MapArguments

  @Option(help: ArgumentHelp("Select the event with this id.", valueName: "id"))
  var select: String?

  @Option(help: "The colours; dark, unless NO_COLOR is set.")
  var theme: ThemeName?

  @Option(help: "The whole screen, or the map alone.")
  var pane: ViewOptions.Pane = .all

  @OptionGroup var events: FilterArguments

  @OptionGroup var list: OrderArguments

  /// The options for what was opened.
  func options(for opening: Opening) throws(Failure) -> ViewOptions {
    if let select, opening.situation.events.row(of: select) == nil {
      throw .usage("no event has the id \(select)")
    }
    var options = try events.options(for: opening)
    try map.apply(to: &options, for: opening)
    (options.select, options.theme, options.pane) = (select, theme, pane)
    options.order = list.orderOnScreen
    return options
  }
}

extension ViewOptions.Pane: ExpressibleByArgument {}

extension ThemeName: ExpressibleByArgument {
  /// By its name, in which `color` is as good as `colour`.
  public init?(argument: String) {
    self.init(rawValue: argument == "color-blind" ? ThemeName.colorBlind.rawValue : argument)
  }
}
