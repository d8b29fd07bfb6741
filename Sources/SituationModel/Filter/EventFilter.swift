/// Which events are wanted, whatever the window: an expression, or all.
public struct EventFilter: Hashable, Sendable {
  /// The filter's expression; nil for all events.
  public var expression: FilterExpression?

  /// A filter; without an expression it lets all events through.
  public init(_ expression: FilterExpression? = nil) { self.expression = expression }

  /// The filter that a text says; an empty one lets all events through.
  ///
  /// - Parameters:
  ///   - text: as a person types it, of at most 4,096 bytes.
  ///   - zone: on whose clocks its times are that say no zone of their own.
  ///   - figures: the figures that a term may ask for, beside those that any may.
  ///   - place: where a place of a name is; nil where none is known by it.
  /// - Throws: what is wrong, and at which column.
  public init(
    _ text: String, on zone: Zone = .utc, figures: FigureNames = .these([]), place: @escaping (String) -> Coordinate?
  ) throws(FilterError) {
    var parser = try FilterParser(text, on: zone, figures: figures, place: place)
    expression = try parser.filter()
  }

  /// True if the filter lets every event through.
  public var isEmpty: Bool { expression == nil }

  /// The filter as a person would type it; empty for all events.
  public var text: String { expression?.text ?? "" }

  /// True if an event certainly or possibly passes.
  public func passes(_ event: Event) -> Bool { expression.map { $0.membership(of: event) != .outside } ?? true }
}
