import Browser
import Glibc
import SituationModel
import Synchronization

/// Asks a source on a thread of its own, so that no frame waits for an answer. Answers go to the session's mailbox.
///
/// A newer list of questions replaces the one before. A question that is being answered and is not in the new list is cancelled. A source
/// that is away is asked again after a pause, which grows from a second to a minute. Otherwise the thread sleeps until it has questions.
final class SourceDesk: Sendable {
  /// A report on a question.
  enum News: Sendable {
    /// An answer, and the time at which it came.
    case answered(SourceQuestion, SourceAnswer, at: Instant)
    /// The reason why there is no answer, and the number of seconds until the question is asked again; nil if it is not asked again.
    case unanswered(SourceQuestion, SourceFailure, again: Int?)
    /// The pause of a source that was away is over, and this question is being asked.
    case askedAgain(SourceQuestion)
  }

  private struct Work {
    /// The questions to answer, in this order; the first may be under way.
    var wanted: [SourceQuestion] = []
    var running: SourceQuestion?
    var isCancelling = false
    var isOver = false

    /// True if nobody wants the answer to the running question any more.
    var isWasted: Bool { running.map { isOver || !wanted.contains($0) } ?? false }
  }

  private let mailbox: Mailbox<SessionNews>
  private let source: any EventSource
  private let work = Mutex(Work())
  private let calls: Bell

  /// The longest pause before a source that is away is asked again, in seconds.
  private static let longestPause = 60

  /// Starts the thread that asks. Answers go to the mailbox.
  ///
  /// - Throws: a failure when the system has no pipe or no thread to give.
  init(_ source: any EventSource, mailbox: Mailbox<SessionNews>) throws(Failure) {
    (self.source, self.mailbox) = (source, mailbox)
    guard let calls = Bell() else {
      throw Failure(message: "sitmap: no pipe: \(String(cString: strerror(errno)))", status: 71)
    }
    self.calls = calls
    guard SystemThread({ [self] in answerAll() }) != nil else {
      throw Failure(message: "sitmap: the system has no thread to ask a server on", status: 71)
    }
  }

  /// Replaces the list of questions.
  func ask(_ questions: [SourceQuestion]) {
    work.withLock { $0.wanted = questions }
    cancelWasted()
    calls.ring()
  }

  /// Stops asking. If a question is running, the source is told to cancel it; this waits for a second at most.
  func stop() {
    work.withLock { ($0.isOver, $0.wanted) = (true, []) }
    cancelWasted()
    calls.ring()
    for _ in 0..<100 where work.withLock({ $0.isWasted }) { usleep(10_000) }
  }

  /// Cancels a running question that nobody wants, on a thread of its own: telling a server may take as long as asking it. The cancelling
  /// is repeated until the question has ended, since it may not even have begun.
  private func cancelWasted() {
    let isNeeded = work.withLock { work in
      guard work.isWasted, !work.isCancelling else { return false }
      work.isCancelling = true
      return true
    }
    guard isNeeded else { return }
    let thread = SystemThread { [self] in
      while work.withLock({ work in
        if !work.isWasted { work.isCancelling = false }
        return work.isCancelling
      }) {
        source.cancel()
        usleep(20_000)
      }
    }
    if thread == nil { work.withLock { $0.isCancelling = false } }
  }

  // MARK: On the thread

  private func answerAll() {
    var (pause, isAway) = (1, false)
    while let question = next() {
      if isAway { tell(question, .askedAgain(question)) }
      isAway = false
      do throws(SourceFailure) {
        let answer = try question.answer(from: source)
        pause = 1
        end(question, .answered(question, answer, at: Instant(seconds: Int64(time(nil)))))
      } catch {
        switch error {
        case .cancelled:
          // Where it was meant for the question before, this one is still wanted, and is asked again.
          work.withLock { $0.running = nil }
        case .away:
          tell(question, .unanswered(question, error, again: pause))
          work.withLock { $0.running = nil }
          // A newer view is asked for at once, and is no reason to wait longer after it.
          if !calls.wait(seconds: pause) { pause = min(Self.longestPause, pause * 2) }
          isAway = true
        case .tooSlow, .refused, .unanswerable: end(question, .unanswered(question, error, again: nil))
        }
      }
    }
  }

  /// The next question; sleeps until there is one. nil after `stop`.
  private func next() -> SourceQuestion? {
    while true {
      calls.hush()
      let (question, isOver) = work.withLock { work in
        work.running = work.isOver ? nil : work.wanted.first
        return (work.running, work.isOver)
      }
      if isOver { return nil }
      if let question { return question }
      calls.wait(seconds: nil)
    }
  }

  private func end(_ question: SourceQuestion, _ item: News) {
    tell(question, item)
    work.withLock { work in
      work.running = nil
      work.wanted.removeAll { $0 == question }
    }
  }

  /// Reports on a question, if it is still wanted.
  private func tell(_ question: SourceQuestion, _ item: News) {
    // Under the lock, so that nothing is told of a question that was taken back before.
    work.withLock { if $0.wanted.contains(question) { mailbox.post(.source(item)) } }
  }
}
