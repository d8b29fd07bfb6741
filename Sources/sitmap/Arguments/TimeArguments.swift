import ArgumentParser
import Browser
import SituationModel

/// The options that say how time is looked at, beside the window.
struct TimeArguments: ParsableArguments {
  @Flag(help: "Show all that came before the window as well.")
  var cumulative = false

  @Flag(help: "Leave out events that are only maybe in the window.")
  var onlyCertain = false

  @Option(help: "Date events by when they happened (the default), or by when they became known.")
  var clock: EventClock?

  @Flag(help: "Let the marks of what came before the window fade; with --cumulative.")
  var fade = false

  @Option(help: "The buckets of the timeline; chosen to fit by default.")
  var buckets: BucketUnit?

  @Option(
    help: ArgumentHelp(
      "Count only this kind of event on the timeline, or add up a figure, such as figure:deaths.", valueName: "kind"))
  var count: String?

  @Flag(help: "Fold stretches of three or more empty buckets on the timeline.")
  var foldGaps = false

  func validate() throws {
    if fade && !cumulative {
      throw ValidationError("--fade needs --cumulative, since it fades events from before the window.")
    }
  }

  /// Says it in a look at time.
  func apply(to look: inout TimeLook) {
    if cumulative { look.isCumulative = true }
    if onlyCertain { look.isCertainOnly = true }
    if fade { look.fades = true }
    if foldGaps { look.foldsGaps = true }
    look.clock = clock ?? look.clock
    look.buckets = buckets ?? look.buckets
    look.count = count ?? look.count
  }
}

extension BucketUnit: ExpressibleByArgument {
  /// A unit of `choice`, as it is typed.
  public init?(argument: String) { self.init(typed: argument) }

  /// The units of `choice`, as they are typed.
  public static var allValueStrings: [String] { choice.map(\.typed) }
  /// The unit as it is typed.
  public var defaultValueDescription: String { typed }
}

extension EventClock: ExpressibleByArgument {}
