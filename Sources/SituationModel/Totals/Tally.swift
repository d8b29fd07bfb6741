/// How many events some part of a whole has, surely and maybe, and the sums of a figure over them.
public struct Tally: Hashable, Sendable {
  /// The events that are surely in the part.
  public private(set) var sure = 0
  /// The events that may be in it: their date, their place or the filter leaves it open.
  public private(set) var maybe = 0
  /// The sum of the figure over the sure events.
  public private(set) var sureFigure = FigureSum()
  /// The sum of the figure over the events that may be in it.
  public private(set) var maybeFigure = FigureSum()

  /// No events.
  public init() {}

  /// All events that are, or may be, in the part.
  public var all: Int { sure + maybe }

  /// The most that the figure may be, if all that may be in the part is; nil where an event states no most.
  public var highest: Double? { sureFigure.high.flatMap { sure in maybeFigure.high.map { sure + $0 } } }

  /// Adds an event, with its figure where one is summed.
  @inline(__always)
  mutating func add(isSure: Bool, _ figure: FigureRange?, sums: Bool) {
    if isSure {
      sure += 1
      if sums { sureFigure.add(figure) }
    } else {
      maybe += 1
      if sums { maybeFigure.add(figure) }
    }
  }

  /// Adds the events of another tally.
  mutating func add(_ other: Tally) {
    sure += other.sure
    maybe += other.maybe
    sureFigure.add(other.sureFigure)
    maybeFigure.add(other.maybeFigure)
  }

  /// Adds the events of another tally, none of which is surely in the part.
  mutating func open(_ other: Tally) {
    maybe += other.all
    maybeFigure.add(other.sureFigure)
    maybeFigure.add(other.maybeFigure)
  }

  /// A tally of as many events, none of which states the figure.
  var withoutFigure: Tally {
    var tally = Tally()
    for _ in 0..<sure { tally.add(isSure: true, nil, sums: true) }
    for _ in 0..<maybe { tally.add(isSure: false, nil, sums: true) }
    return tally
  }

  /// The share of the sure events in a whole, of which there must be ten at least; nil where a percentage would pretend more than is
  /// known.
  public func share(of whole: Tally) -> Double? {
    whole.sure >= Tally.fewest ? Double(sure) / Double(whole.sure) : nil
  }

  /// With fewer events than these, no percentage and no ratio is given.
  public static let fewest = 10
}
