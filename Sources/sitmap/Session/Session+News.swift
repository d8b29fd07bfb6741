import Browser
import Logging
import SituationModel
import Terminal

/// The handling of reports from the session's other threads.
extension Session {
  /// Handles one report; returns an exit status if the program is to end.
  func take(_ news: SessionNews) throws(Failure) -> Int32? {
    switch news {
    case .feed(let news): return try take(news)
    case .source(let news): return try send(message(for: news))
    case .partitioned(let parts, let version): return try send(.partitioned(parts, version: version))
    case .linked(let pairs, let version): return try send(.linked(pairs, version: version))
    case .gathered(let table, let version): return try send(.gathered(table, version: version))
    case .reportRead(let digest, let text): return try send(.reportRead(digest: digest, text))
    }
  }

  private func take(_ news: Feed.News) throws(Failure) -> Int32? {
    switch news {
    case .read(let situation, let status, let files):
      log.info("read", metadata: ["events": "\(situation.events.count)", "files": "\(status.phase.words)"])
      read = situation
      // Of several files one may not be readable, or become so later: the numbers of files are those of the others.
      changes = changes.reading(files)
      if !status.isPart { pulse = nil }
      if let left = try send(.read(situation.on(zone), status.on(zone))) { return left }
      return try alertPerson(of: situation.on(zone).events, isPart: status.isPart)
    case .status(let status):
      log.info("files", metadata: ["files": "\(status.phase.words)", "problem": "\(status.problem ?? "none")"])
      if !status.isPart { pulse = nil }
      return try send(.feed(status.on(zone)))
    case .failed(let failure): throw failure
    }
  }

  /// Says aloud which new events pass the filter of `--alert`: by the bell and in a line that stays until a key.
  private func alertPerson(of events: EventTable, isPart: Bool) throws(Failure) -> Int32? {
    guard let news = alert?.news(in: events, isPart: isPart), !news.isEmpty, let words = alert?.words(for: news) else {
      return nil
    }
    log.notice("alert", metadata: ["events": "\(news.map(\.id).joined(separator: " "))"])
    screen.bell()
    return try send(.said(words))
  }

  private func message(for news: SourceDesk.News) -> Message {
    switch news {
    case .answered(let question, let answer, let time):
      log.debug("answered", metadata: ["question": "\(question.name)"])
      return .answered(question, answer, at: zone.clock(time))
    case .unanswered(let question, let failure, let pause):
      log.warning("not answered", metadata: ["question": "\(question.name)", "reason": "\(failure.sentence)"])
      return .unanswered(question, failure, again: pause)
    case .askedAgain(let question):
      log.debug("asked again", metadata: ["question": "\(question.name)"])
      return .askedAgain
    }
  }

  /// Shows how much of the files is read; returns an exit status if the program is to end.
  func tellShare() throws(Failure) -> Int32? {
    pulse = MonotonicTime.now + .milliseconds(200)
    guard let feed, !feed.isStopped, feed.percent ?? 0 < 100 else { return nil }
    return try send(.feed(FeedStatus(.reading(percent: feed.percent))))
  }
}
