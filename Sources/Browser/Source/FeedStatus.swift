import SituationModel

/// The status of the open files: how much of them is shown, and whether more may come.
public struct FeedStatus: Hashable, Sendable {
  /// The phase of reading.
  public enum Phase: Hashable, Sendable {
    /// The files are being read. `percent` is the share of their bytes that has been read; nil if it is not known.
    case reading(percent: Int?)
    /// Appended data are shown as they come.
    case following
    /// The pipe was closed: nothing more will come.
    case ended
    /// The person stopped the reading. `percent` is the share of the bytes that is shown; nil if it is not known.
    case stopped(percent: Int?)

    /// The phase in a few words: `37 % read`.
    public var words: String {
      switch self {
      case .reading(let percent): percent.map { "\($0) % read" } ?? "reading"
      case .stopped(let percent): percent.map { "the first \($0) % alone" } ?? "the beginning alone"
      case .following: "following"
      case .ended: "ended"
      }
    }
  }

  /// The phase of reading.
  public let phase: Phase
  /// The time at which the shown data came, on the clock of the zone that is shown; nil if it does not matter.
  public let time: Instant?
  /// A problem with a file that may pass; nil if there is none.
  public let problem: String?

  /// True if only the beginning is shown, and the rest is being read.
  public var isPart: Bool {
    if case .reading(let percent) = phase { percent != 100 } else { false }
  }

  /// A status.
  public init(_ phase: Phase, at time: Instant? = nil, problem: String? = nil) {
    (self.phase, self.time, self.problem) = (phase, time, problem)
  }
}

/// The status of a feed for the screen.
struct Feed: Hashable, Sendable {
  /// The last status.
  var status: FeedStatus
  /// The number of events that have come since the first reading.
  var arrived = 0
  /// The time at which the last of them came.
  var last: Instant?

  /// The words for the title: `37 % read`, `following: 12 new, 14:30:05`.
  var words: String {
    switch status.phase {
    case .reading, .stopped: return status.phase.words
    case .following, .ended:
      let name = status.phase.words
      if let problem = status.problem { return "\(name): \(problem)" }
      guard arrived > 0 else { return name }
      return "\(name): \(arrived) new" + (last.map { ", \($0.clockWords)" } ?? "")
    }
  }

  /// The words for a narrow title: `37 %`, `+12`.
  var shortWords: String {
    switch status.phase {
    case .reading(let percent): percent.map { "\($0) %" } ?? "reading"
    case .stopped(let percent): percent.map { "first \($0) %" } ?? "beginning"
    case .following: status.problem != nil ? "following: a problem" : arrived > 0 ? "+\(arrived)" : "following"
    case .ended: arrived > 0 ? "+\(arrived), ended" : "ended"
    }
  }
}

extension Instant {
  /// The time of day: `14:30:05`.
  var clockWords: String {
    [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
