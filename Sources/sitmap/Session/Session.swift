import Browser
import Cartography
import Glibc
import Logging
import SituationIO
import SituationModel
import Terminal
import TextCanvas

/// The browser on a terminal: draws the state, waits for what happens, and carries out what the state asks for.
final class Session {
  private let screen: Screen
  private let atlas: Atlas
  /// The situation in UTC, for files that are written.
  private var read: Situation
  /// What reads on while the screen stands; nil where all was read before.
  private let feed: Feed?
  /// What asks a source; nil where events are in files.
  private let desk: SourceDesk?
  /// What gathers values of events; made when they are first asked for.
  private var gathering: FacetGathering?
  /// What the state asked for before the loop began.
  private var pending: [Effect]
  private let zone: Zone
  private var state: BrowserState
  private var map = BaseMap()
  private var frame: Frame
  private var links = LinkOpener()
  private let log: Logger
  /// Whether anything is kept beyond the session.
  private let keepsState: Bool
  /// Whether what is shown came through a pipe: it has no name that bookmarks could be kept under.
  private let isPiped: Bool
  private let shelf: BookmarkShelf?
  /// When the next tick is due; nil while nothing plays.
  private var tick: MonotonicTime?
  /// When the share that is read is next looked at; nil while nothing is read for the first time.
  private var pulse: MonotonicTime?

  /// Takes the terminal over and draws the first frame.
  ///
  /// - Throws: a failure when there is no terminal that can be drawn on, or the base map is missing.
  init(
    opening: Opening, options: ViewOptions, on screenOptions: ScreenOptions = ScreenOptions(), keepsState: Bool = true,
    feed: Feed? = nil, log: Logger
  ) throws(Failure) {
    (self.keepsState, self.feed, zone) = (keepsState, feed, opening.situation.zone)
    desk = if let source = opening.source { try SourceDesk(source) } else { nil }
    self.log = log
    pulse = feed?.isFirstReading == true ? MonotonicTime.now : nil
    let places = NamedPlaces(events: opening.situation.events, atlas: opening.atlas)
    isPiped = opening.files.contains(StandardInput.path)
    shelf =
      keepsState && !isPiped ? BookmarkShelf(files: opening.files, places: places, on: opening.situation.zone) : nil
    var options = options
    // After no-color.org: by name or by key a person may still have colours.
    if options.theme == nil, getenv("NO_COLOR").map({ $0.pointee != 0 }) ?? false { options.theme = .monochrome }
    do {
      screen = try Screen(screenOptions)
    } catch {
      throw .usage("\(error): `sitmap render` prints a screen, `sitmap list` the events")
    }
    log.info(
      "screen", metadata: ["size": "\(screen.size.columns)x\(screen.size.rows)", "colours": "\(screen.colorDepth)"])
    if let remark = screen.remark {
      options.notice = [remark, options.notice].compactMap { $0 }.joined(separator: "; ")
    }
    atlas = opening.atlas
    read =
      opening.situation.events.isComparison || opening.situation.zone.name == "UTC" ? opening.situation : opening.read
    var state = BrowserState(
      situation: opening.situation, baseMap: map, credits: opening.atlas.credits, size: screen.size,
      isUnicode: screen.isUTF8, colorDepth: screen.colorDepth, options: options)
    do {
      for tier in BaseMap.Tier.allCases where state.missingTiers.contains(tier) { try atlas.load(tier, into: &map) }
    } catch {
      screen.close()
      throw error
    }
    pending = state.update(.loaded(map))
    if let notice = OpeningNotice.joined([options.notice] + state.unmetRequests(of: options.asked)),
      notice != options.notice
    {
      pending += state.update(.said(notice))
    }
    state.prepareFrame()
    self.state = state
    frame = state.frame
    screen.draw(frame.grid, in: state.theme.theme)
  }

  /// Runs until the person leaves or the terminal goes; returns the status to exit with.
  func run() throws(Failure) -> Int32 {
    defer {
      screen.close()
      desk?.stop()
    }
    if let status = try carryOut(pending) { return status }
    pending = []
    while true {
      let deadline = [tick, pulse].compactMap { $0 }.min()
      let watched = [feed?.descriptor, desk?.descriptor, gathering?.descriptor].compactMap { $0 }
      for wake in screen.wait(until: deadline, watching: watched) {
        if let status = try handle(wake) { return status }
      }
      draw()
    }
  }

  /// What is looked at, at last.
  var view: SavedView { state.savedView }

  /// Answers one wake-up; returns a status when it is the last.
  private func handle(_ wake: Wake) throws(Failure) -> Int32? {
    links.reap()
    switch wake {
    case .terminate(let signal):
      log.notice("signal", metadata: ["number": "\(signal)"])
      return 128 + signal
    case .hangUp:
      log.notice("the terminal is gone")
      return 128 + SIGHUP
    case .suspendAsked: screen.suspend()
    case .continued: screen.resume()
    case .resized: screen.resize()
    case .deadline:
      if let pulse, MonotonicTime.now >= pulse { tellShare() }
      guard let tick, MonotonicTime.now >= tick else { break }
      self.tick = nil
      return try send(.tick)
    case .ready:
      if let status = try takeNews() { return status }
      for message in gathering?.take() ?? [] {
        if let status = try send(message) { return status }
      }
      return try takeAnswers()
    case .input:
      for input in screen.readInput() {
        if let status = try send(message(for: input)) { return status }
      }
    }
    if screen.size != state.size { return try send(.resized(screen.size)) }
    return nil
  }

  /// Shows what was read meanwhile; returns a status when that is to leave.
  private func takeNews() throws(Failure) -> Int32? {
    for news in feed?.take() ?? [] {
      switch news {
      case .read(let situation, let status):
        log.info("read", metadata: ["events": "\(situation.events.count)", "files": "\(status.phase.words)"])
        read = situation
        if !status.isPart { pulse = nil }
        if let status = try send(.read(situation.on(zone), status.on(zone))) { return status }
      case .status(let status):
        log.info("files", metadata: ["files": "\(status.phase.words)", "problem": "\(status.problem ?? "none")"])
        if !status.isPart { pulse = nil }
        if let status = try send(.feed(status.on(zone))) { return status }
      case .failed(let failure): throw failure
      }
    }
    return nil
  }

  /// Shows what a source has said; returns a status when that is to leave.
  private func takeAnswers() throws(Failure) -> Int32? {
    for news in desk?.take() ?? [] {
      let message: Message
      switch news {
      case .answered(let question, let answer, let time):
        log.debug("answered", metadata: ["question": "\(question.name)"])
        message = .answered(question, answer, at: zone.clock(time))
      case .unanswered(let question, let failure, let pause):
        log.warning("not answered", metadata: ["question": "\(question.name)", "reason": "\(failure.sentence)"])
        message = .unanswered(question, failure, again: pause)
      case .askedAgain(let question):
        log.debug("asked again", metadata: ["question": "\(question.name)"])
        message = .askedAgain
      }
      if let status = try send(message) { return status }
    }
    return nil
  }

  /// Says how much of the files is read.
  private func tellShare() {
    pulse = MonotonicTime.now + .milliseconds(200)
    guard let feed, !feed.isStopped, feed.percent ?? 0 < 100 else { return }
    _ = state.update(.feed(FeedStatus(.reading(percent: feed.percent))))
  }

  private func message(for input: Input) -> Message {
    guard case .mouse(let mouse) = input else { return .input(input, nil) }
    return .input(input, frame.target(at: mouse.position))
  }

  /// Changes the state and does what it asks for; returns a status when that is to leave.
  private func send(_ message: Message) throws(Failure) -> Int32? {
    if let status = try carryOut(state.update(message)) { return status }
    if let interval = state.tickInterval {
      if tick == nil { tick = MonotonicTime.now + .milliseconds(interval) }
    } else {
      tick = nil
    }
    return nil
  }

  /// Does what the state asks for; returns a status when that is to leave.
  private func carryOut(_ effects: [Effect]) throws(Failure) -> Int32? {
    for effect in effects {
      var answer: Message?
      switch effect {
      case .quit: return 0
      case .redraw: screen.redrawAll()
      case .load(let tier):
        log.debug("map", metadata: ["tier": "\(tier)"])
        try atlas.load(tier, into: &map)
        answer = .loaded(map)
      case .write(let export): answer = write(export)
      case .check(let copies):
        let found = Dictionary(copies.map { ($0, $0.check()) }, uniquingKeysWith: { first, _ in first })
        answer = .checked(found)
      case .bookmarks(let errand): answer = self.answer(errand)
      case .stopReading: feed?.stop()
      case .ask(let questions): desk?.ask(questions)
      case .gather(let version): answer = gather(version)
      case .copy(let text): answer = .said(copy(text))
      case .tellTime: answer = .now(state.situation.zone.clock(Instant(seconds: Int64(time(nil)))))
      case .open(let link): answer = .said(links.open(link))
      }
      // What is answered may ask for more: a jump to the present time moves the window of a source.
      if let answer, let status = try send(answer) { return status }
    }
    return nil
  }

  /// Has the values of the events gathered; answers at once where the system has nothing to do it with.
  private func gather(_ version: Int) -> Message? {
    let events = state.situation.events
    gathering = gathering ?? FacetGathering()
    if gathering?.gather(events, version: version) == true { return nil }
    return .gathered(FacetTable(events), version: version)
  }

  /// The same events in the table that has the times as files have them.
  private func inUTC(_ listed: [ListedEvent]) -> [ListedEvent] {
    let shown = state.situation
    if shown.zone.name == Zone.utc.name { return listed }
    return listed.compactMap { entry in
      read.events.row(of: shown.events[entry.row].id).map { entry.at(row: $0) }
    }
  }

  /// Writes a list to a file, and says what became of it.
  private func write(_ export: Export) -> Message {
    // Of a source the events that are here are written, as the list has them.
    let read = desk == nil ? self.read : state.situation
    guard read.events.isIntact else { return .said("the file has changed since it was opened: nothing was written") }
    let listing = Listing(inUTC(export.events), in: read.events)
    let bytes: [UInt8]
    switch export.format {
    case .listing(let format): bytes = Array(listing.text(format).utf8)
    case .workbook: bytes = listing.workbook
    }
    do throws(NewFile.Problem) {
      let path = try NewFile.write(bytes, to: export.path, replacing: export.replaces)
      log.info("written", metadata: ["file": "\(path)", "events": "\(export.events.count)"])
      return .said("\(export.events.count) events written to \(path)")
    } catch {
      switch error {
      case .exists: return .exists(export)
      case .failed(let reason):
        log.error("not written", metadata: ["file": "\(export.path)", "reason": "\(reason)"])
        return .said("\(export.path) can't be written: \(reason)")
      }
    }
  }

  /// Reads the bookmarks or changes them.
  private func answer(_ errand: BookmarkErrand) -> Message {
    guard let shelf else {
      let reason =
        !keepsState
        ? "--no-state: no bookmark is kept"
        : isPiped
          ? "what comes from standard input has no bookmarks: it has no name to keep them under"
          : "bookmarks have no place: neither XDG_STATE_HOME nor HOME is set"
      return .said(reason)
    }
    do throws(StateFolder.Problem) {
      let (bookmarks, words) = try shelf.run(errand)
      return .bookmarks(bookmarks, words)
    } catch {
      log.error("bookmarks", metadata: ["reason": "\(error.message)"])
      return .said(error.message)
    }
  }

  /// Offers a text to the terminal's clipboard, and says so.
  private func copy(_ text: String) -> String {
    do throws(ClipboardError) {
      try screen.copy(text)
      return "for the clipboard, if the terminal lets programs set it (OSC 52): \(text)"
    } catch {
      return "not copied: \(error)"
    }
  }

  private func draw() {
    state.prepareFrame()
    frame = state.frame
    screen.draw(frame.grid, in: state.theme.theme)
  }
}
