import ArgumentParser
import Browser
import SituationModel

/// The options that say how time is looked at, beside the window.
struct TimeArguments: ParsableArguments {
  @Flag(help: "Show all that came before the window as well.")
  var cumulative = false

  @Flag(help: "Leave out what is only possibly in the window.")
  var onlyCertain = false

  @Option(help: "Go by when events happened, which is usual, or by when they became known.")
  var clock: EventClock?

  @Flag(help: "Let the marks of what came before the window fade; with --cumulative.")
  var fade = false

  @Option(help: "The buckets of the timeline; as fits if nothing is said.")
  var buckets: BucketUnit?

  @Option(
    help: ArgumentHelp(
      "Count this kind of event alone on the timeline, or add up a figure, as figure:deaths.", valueName: "kind"))
  var count: String?

  @Flag(help: "Fold stretches of three or more empty buckets on the timeline.")
  var foldGaps = false

  func validate() throws {
    if fade && !cumulative { throw ValidationError("--fade is of what came before: it needs --cumulative.") }
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
