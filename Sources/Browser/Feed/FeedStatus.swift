import SituationModel

/// How the files stand to what is shown of them.
public struct FeedStatus: Hashable, Sendable {
  /// What is being done.
  public enum Phase: Hashable, Sendable {
    /// They are read, and so many hundredths of their bytes have been; nil where that is not known.
    case reading(percent: Int?)
    /// What is appended to them is shown as it comes.
    case following
    /// The pipe was closed: nothing more will come.
    case ended
    /// The person did not want to wait: so many hundredths of the bytes are shown, and no more will be; nil where that is not known.
    case stopped(percent: Int?)

    /// In a few words: `37 % read`.
    public var words: String {
      switch self {
      case .reading(let percent): percent.map { "\($0) % read" } ?? "reading"
      case .stopped(let percent): percent.map { "the first \($0) % alone" } ?? "the beginning alone"
      case .following: "following"
      case .ended: "ended"
      }
    }
  }

  /// What is being done.
  public let phase: Phase
  /// When what is shown came, on the clock of the zone that is shown; nil where that does not matter.
  public let time: Instant?
  /// What is wrong with a file just now, that may pass.
  public let problem: String?

  /// Whether what is shown is the beginning of what is there, and the rest is being read.
  public var isPart: Bool {
    if case .reading(let percent) = phase { percent != 100 } else { false }
  }

  /// A status.
  public init(_ phase: Phase, at time: Instant? = nil, problem: String? = nil) {
    (self.phase, self.time, self.problem) = (phase, time, problem)
  }
}

/// What is shown of a feed's status.
struct Feed: Hashable, Sendable {
  /// As it was last told.
  var status: FeedStatus
  /// How many events have come since the first reading.
  var arrived = 0
  /// When the last of them came.
  var last: Instant?

  /// For the title: `37 % read`, `following: 12 new, 14:30:05`.
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

  /// For a narrow title: `37 %`, `+12`.
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
  /// The time of its day: `14:30:05`.
  var clockWords: String {
    [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
