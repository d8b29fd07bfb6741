/// The edge of a week that a date is.
enum WeekEdge: Hashable, Sendable { case first, last }
