import Browser
import Cartography
import Glibc
import Logging
import SituationIO
import SituationModel
import Terminal
import TextCanvas

/// The browser on a terminal: draws the state, waits for events, and carries out the effects that the state asks for.
final class Session: EffectHost {
  let screen: Screen
  let atlas: Atlas
  /// The situation in UTC, for files that are written.
  var read: Situation
  /// The background reader; nil if the files were read whole before the screen was up.
  let feed: Feed?
  /// The worker that asks a source; nil if the events come from files.
  let desk: SourceDesk?
  /// The mailbox for reports of the threads that read, ask and gather.
  let mailbox: Mailbox<SessionNews>
  /// The effects that the state asked for before the loop began.
  private var pending: [Effect]
  let zone: Zone
  var state: BrowserState
  var map = BaseMap()
  private var frame: Frame
  var links = LinkOpener()
  let log: Logger
  /// True if anything is kept beyond the session.
  let keepsState: Bool
  /// True if the data came through a pipe, which has no name to keep bookmarks under.
  let isPiped: Bool
  let shelf: BookmarkShelf?
  /// The memory of what was typed and chosen; nil if nothing is kept.
  let memory: PersonalMemory?
  /// The place where changes are made.
  var changes: ChangeDesk
  /// The files that are shown.
  let openFiles: OpenFiles
  /// The watch for new events that pass a filter; nil if nobody asked for one.
  var alert: AlertWatch?
  /// The time of the next tick; nil while nothing plays.
  private var tick: MonotonicTime?
  /// The time of the next look at the share that is read; nil except during the first reading.
  var pulse: MonotonicTime?

  /// Takes the terminal over and draws the first frame.
  ///
  /// - Throws: a failure when there is no terminal that can be drawn on, or the base map is missing.
  init(
    opening: Opening, options: ViewOptions, on screenOptions: ScreenOptions = ScreenOptions(), keepsState: Bool = true,
    feed: Feed? = nil, mailbox: Mailbox<SessionNews>, log: Logger
  ) throws(Failure) {
    (self.keepsState, self.feed, self.mailbox, zone) = (keepsState, feed, mailbox, opening.situation.zone)
    desk = if let source = opening.source { try SourceDesk(source, mailbox: mailbox) } else { nil }
    self.log = log
    pulse = feed?.isFirstReading == true ? MonotonicTime.now : nil
    let places = NamedPlaces(events: opening.situation.events, atlas: opening.atlas)
    openFiles = OpenFiles(opening.readFiles + options.origin.overlayFiles)
    let author = opening.author ?? { Author.name(nil, settings: nil) }
    changes = ChangeDesk(for: opening, author: author())
    isPiped = opening.files.contains(StandardInput.path)
    shelf =
      keepsState && !isPiped ? BookmarkShelf(files: opening.files, places: places, on: opening.situation.zone) : nil
    var options = options
    // After no-color.org: by name or by key a person may still have colours.
    if options.theme == nil, getenv("NO_COLOR").map({ $0.pointee != 0 }) ?? false { options.theme = .monochrome }
    memory = keepsState ? PersonalMemory() : nil
    do throws(StateFolder.Problem) {
      if let kept = try memory?.read() {
        options.history = kept.history
        if options.theme == nil { options.theme = kept.theme }
      }
    } catch {
      options.notice = [options.notice, error.message].compactMap { $0 }.joined(separator: "; ")
    }
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

  /// Runs until the person leaves or the terminal is gone; returns the exit status.
  func run() throws(Failure) -> Int32 {
    defer {
      screen.close()
      desk?.stop()
    }
    if let status = try carryOut(pending) { return status }
    pending = []
    while true {
      let deadline = [tick, pulse].compactMap { $0 }.min()
      for wake in screen.wait(until: deadline, watching: [mailbox.descriptor]) {
        if let status = try handle(wake) { return status }
      }
      draw()
    }
  }

  /// The view at present; after `run`, the view that was left.
  var view: SavedView { state.savedView }

  /// Handles one wake-up; returns an exit status if the program is to end.
  private func handle(_ wake: Wake) throws(Failure) -> Int32? {
    links.reap()
    switch wake {
    case .terminate(SIGINT) where state.hasSomethingToCancel:
      return try send(.input(.key(Key(.character("c"), .control)), nil))
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
      if let pulse, MonotonicTime.now >= pulse, let status = try tellShare() { return status }
      guard let tick, MonotonicTime.now >= tick else { break }
      self.tick = nil
      return try sendTicks()
    case .ready:
      for news in mailbox.take() {
        if let status = try take(news) { return status }
      }
    case .input:
      for input in screen.readInput() {
        if let status = try send(message(for: input)) { return status }
      }
    }
    if screen.size != state.size { return try send(.resized(screen.size)) }
    return nil
  }

  private func message(for input: Input) -> Message {
    guard case .mouse(let mouse) = input else { return .input(input, nil) }
    return .input(input, frame.target(at: mouse.position))
  }

  /// Updates the state with a message and carries out its effects; returns an exit status if the program is to end.
  func send(_ message: Message) throws(Failure) -> Int32? {
    if let status = try carryOut(state.update(message)) { return status }
    if let interval = state.tickInterval {
      if tick == nil { tick = MonotonicTime.now + .milliseconds(interval) }
    } else {
      tick = nil
    }
    return nil
  }

  /// Sends a tick, and more of them for the time of a few frames where the state wants the next at once.
  private func sendTicks() throws(Failure) -> Int32? {
    let turn = MonotonicTime.now + .milliseconds(50)
    repeat {
      if let status = try send(.tick) { return status }
    } while state.tickInterval == 0 && MonotonicTime.now < turn
    return nil
  }

  private func draw() {
    state.prepareFrame()
    frame = state.frame
    screen.draw(frame.grid, in: state.theme.theme)
  }
}
