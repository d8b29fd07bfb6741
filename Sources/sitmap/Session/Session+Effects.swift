import Browser
import Glibc
import Logging
import SituationIO
import SituationModel
import Terminal

/// Carrying out what the state asks for.
extension Session {
  func outcome(of effect: Effect) throws(Failure) -> EffectOutcome {
    switch effect {
    case .quit: return .left(0)
    case .redraw: screen.redrawAll()
    case .load(let tier):
      log.debug("map", metadata: ["tier": "\(tier)"])
      try atlas.load(tier, into: &map)
      return .answered(.loaded(map))
    case .write(let export): return .answered(write(export))
    case .check(let copies):
      let found = Dictionary(copies.map { ($0, $0.check()) }, uniquingKeysWith: { first, _ in first })
      return .answered(.checked(found))
    case .bookmarks(let errand): return .answered(answer(errand))
    case .stopReading: feed?.stop()
    case .ask(let questions): desk?.ask(questions)
    case .gather(let version): return gather(version)
    case .partition(let version): return partition(version)
    case .link(let version): return link(version)
    case .keepHistory(let history): return keep { memory throws(StateFolder.Problem) in try memory.keep(history) }
    case .keepTheme(let theme): return keep { memory throws(StateFolder.Problem) in try memory.keep(theme) }
    case .copy(let text): return .answered(.said(copy(text)))
    case .tellTime: return .answered(.now(state.situation.zone.clock(Instant(seconds: Int64(time(nil))))))
    case .open(let link): return .answered(.said(links.open(link)))
    case .openDesk(let task): return .answered(open(task))
    case .checkFields(let request): return .answered(.fieldsChecked(changes.faults(of: request, in: read)))
    case .change(let request, let reason): return .answered(make(request, reason: reason))
    case .edit(let field, let text): return .answered(edit(text, of: field))
    case .readReport(let sentence): return read(sentence)
    }
    return .done
  }

  /// Has the values of the events gathered; answers at once where the system has no thread to do it on.
  private func gather(_ version: Int) -> EffectOutcome {
    let (events, mailbox) = (state.situation.events, mailbox)
    let thread = SystemThread { mailbox.post(.gathered(FacetTable(events), version: version)) }
    return thread == nil ? .answered(.gathered(FacetTable(events), version: version)) : .done
  }

  /// Has the parts of the events found; answers at once where the system has no thread to do it on.
  private func partition(_ version: Int) -> EffectOutcome {
    let (find, mailbox) = (state.partitioning, mailbox)
    let thread = SystemThread { mailbox.post(.partitioned(find(), version: version)) }
    return thread == nil ? .answered(.partitioned(find(), version: version)) : .done
  }

  /// Has the pairs of reports found that may be of one event; answers at once where the system has no thread to do it on.
  private func link(_ version: Int) -> EffectOutcome {
    let (events, mailbox) = (state.situation.events, mailbox)
    let thread = SystemThread { mailbox.post(.linked(LinkPairs(events), version: version)) }
    return thread == nil ? .answered(.linked(LinkPairs(events), version: version)) : .done
  }

  /// Has the report of a draft read; answers at once where the system has no thread to do it on.
  private func read(_ sentence: SentenceReference) -> EffectOutcome {
    let (finder, mailbox) = (ReportFinder(beside: changes.logPaths + changes.readFiles), mailbox)
    let thread = SystemThread { mailbox.post(.reportRead(digest: sentence.digest, finder.text(of: sentence))) }
    return thread == nil ? .answered(.reportRead(digest: sentence.digest, finder.text(of: sentence))) : .done
  }

  /// The same events in the table that has the times as files have them.
  private func inUTC(_ listed: [ListedEvent]) -> [ListedEvent] {
    let shown = state.situation
    if shown.zone.name == Zone.utc.name { return listed }
    return listed.compactMap { entry in
      read.events.row(of: shown.events[entry.row].id).map { entry.at(row: $0) }
    }
  }

  /// Writes a list or the screen to a file, and says what became of it.
  private func write(_ export: Export) -> Message {
    guard !openFiles.contain(export.path) else {
      return .said("nothing was written: \(NewFile.fullPath(export.path)) is open here; choose another name")
    }
    let (bytes, words): ([UInt8], String)
    switch export.format {
    case .listing(let format):
      guard let listing = listing(of: export) else { return .said(Self.changed) }
      (bytes, words) = (Array(listing.text(format).utf8), Self.count(export))
    case .workbook:
      guard let listing = listing(of: export) else { return .said(Self.changed) }
      (bytes, words) = (listing.workbook, Self.count(export))
    case .screen(let format):
      state.prepareFrame()
      (bytes, words) = (Array(PrintedFormat(format).text(of: state).utf8), "the screen")
    }
    do throws(NewFile.Problem) {
      let path = NewFile.fullPath(try NewFile.write(bytes, to: export.path, replacing: export.replaces))
      log.info("written", metadata: ["file": "\(path)", "events": "\(export.events.count)"])
      return .said("\(words) written to \(path)")
    } catch {
      switch error {
      case .exists: return .exists(export)
      case .failed(let reason):
        log.error("not written", metadata: ["file": "\(export.path)", "reason": "\(reason)"])
        return .said("\(export.path) can't be written: \(reason)")
      }
    }
  }

  /// The list of an export; nil if the file has changed, so that events can't be read from it.
  private func listing(of export: Export) -> Listing? {
    // Of a source the events that are here are written, as the list has them.
    let read = desk == nil ? self.read : state.situation
    return read.events.isIntact ? Listing(inUTC(export.events), in: read.events) : nil
  }

  private static let changed = "the file has changed since it was opened, so nothing was written: open it again"
  private static func count(_ export: Export) -> String {
    export.events.count == 1 ? "1 event" : "\(export.events.count) events"
  }

  /// Reads the bookmarks or changes them.
  private func answer(_ errand: BookmarkErrand) -> Message {
    guard let shelf else {
      let reason =
        !keepsState
        ? "bookmarks are off because of --no-state"
        : isPiped
          ? "what comes from standard input has no bookmarks: it has no name to keep them under"
          : "bookmarks can't be kept: neither XDG_STATE_HOME nor HOME is set"
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

  /// Keeps something beyond the session; says so only if that fails.
  private func keep(_ work: (PersonalMemory) throws(StateFolder.Problem) -> Void) -> EffectOutcome {
    guard let memory else { return .done }
    do throws(StateFolder.Problem) { try work(memory) } catch {
      log.error("memory", metadata: ["reason": "\(error.message)"])
      return .answered(.said(error.message))
    }
    return .done
  }

  /// Offers a text to the terminal's clipboard, and says so.
  private func copy(_ text: String) -> String {
    do throws(ClipboardError) {
      try screen.copy(text)
      return "sent to the clipboard, if the terminal allows it (OSC 52): \(text)"
    } catch {
      return "not copied: \(error)"
    }
  }
}
