import Browser
import Glibc
import SituationModel
import Synchronization

/// A queue of letters from other threads, with a descriptor that the session waits on beside the keys.
final class Mailbox<Letter: Sendable>: Sendable {
  /// The descriptor that can be read while there are letters.
  var descriptor: Int32 { bell.reading }
  private let bell: Bell
  private let letters = Mutex<[Letter]>([])

  /// An empty mailbox.
  ///
  /// - Throws: a failure when the system has no pipe to give.
  init() throws(Failure) {
    guard let bell = Bell() else {
      throw Failure(message: "sitmap: no pipe: \(String(cString: strerror(errno)))", status: 71)
    }
    self.bell = bell
  }

  /// Adds a letter; may be called from any thread.
  ///
  /// - Parameters:
  ///   - letter: the letter to add.
  ///   - isOutdated: true for letters that were not yet taken and are of no use beside this one.
  func post(_ letter: Letter, discarding isOutdated: ((Letter) -> Bool)? = nil) {
    letters.withLock { all in
      if let isOutdated { all.removeAll(where: isOutdated) }
      all.append(letter)
    }
    bell.ring()
  }

  /// Takes all letters, in order.
  func take() -> [Letter] {
    bell.hush()
    return letters.withLock { all in
      defer { all = [] }
      return all
    }
  }
}

/// News from the session's other threads.
enum SessionNews: Sendable {
  /// The files have changed, or more of them is read.
  case feed(Feed.News)
  /// A source has answered.
  case source(SourceDesk.News)
  /// The values of all events are gathered; the events are those of a version.
  case gathered(FacetTable, version: Int)
  /// The parts of all events are found, for totals.
  case partitioned(PartitionTable, version: Int)
  /// The pairs of reports that may be of one event are found.
  case linked(LinkPairs, version: Int)
  /// The report of a draft is read, or can't be.
  case reportRead(digest: String, ReportText)
}
