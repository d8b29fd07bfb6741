/// An action that a person can ask for by a key or by name.
///
/// This is the one table of actions: the key map, the help pane, the command prompt, the manual page and the table of
/// `Data/manual/keys.md` are made from it. A test compares that page with this table.
public enum Action: String, CaseIterable, Hashable, Sendable {
  case left, right, up, down
  case farLeft = "far-left"
  case farRight = "far-right"
  case farUp = "far-up"
  case farDown = "far-down"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case showAll = "show-all"
  case center, go, measure, coordinates, footprints, glyphs, projection, language, theme, layers, colours, legend

  case nextEvent = "next-event"
  case previousEvent = "previous-event"
  case nextHere = "next-here"
  case withoutPoint = "without-point"
  case open, close, list, search, filter, totals
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case clear, clearSearch = "clear-search", sort, turn, group, write
  case openLink = "open-link"
  case verify, rejected

  case stepBack = "step-back"
  case stepForward = "step-forward"
  case narrow, widen
  case previousInTime = "previous-in-time"
  case nextInTime = "next-in-time"
  case first, last
  case goToTime = "go-to-time"
  case jumpAgain = "jump-again"
  case previousGap = "previous-gap"
  case nextGap = "next-gap"
  case previousBurst = "previous-burst"
  case nextBurst = "next-burst"
  case wholeSpan = "whole-span"
  case cumulative
  case onlyCertain = "only-certain"
  case clock
  case fade
  case play, slower, faster, loop
  case smallerBuckets = "smaller-buckets"
  case largerBuckets = "larger-buckets"
  case nextKind = "next-kind"
  case foldGaps = "fold-gaps"

  case bookmark, bookmarks, story, undo, redo
  case tellCommand = "command-line"
  case copyCommand = "copy-command-line"
  case copyCoordinates = "copy-coordinates"
  case copyLink = "copy-link"
  case copyCitation = "copy-citation"

  case deskAdd = "desk-add"
  case deskEdit = "desk-edit"
  case deskComment = "desk-comment"
  case deskTag = "desk-tag"
  case deskWithdraw = "desk-withdraw"
  case deskReview = "desk-review"
  case deskLink = "desk-link"
  case deskUndo = "desk-undo"

  case help, about, describe, command, redraw, quit

  /// The subjects of the actions, by which the help groups them.
  public enum Group: String, CaseIterable, Sendable {
    case map = "Map"
    case events = "Events"
    case time = "Time"
    case views = "Views"
    case desk = "Desk"
    case program = "Program"
  }

  /// A row of the table.
  public struct Row: Sendable {
    /// The group in which the help lists the action.
    public let group: Group
    /// The keys of the action, as `KeySequence` names them; the first is shown.
    public let keys: [String]
    /// The effect of the action in a few words.
    public let words: String

    fileprivate init(_ group: Group, _ keys: String, _ words: String) {
      self.group = group
      self.keys = keys.split(separator: " ").map(String.init)
      self.words = words
    }

    /// The row of an action with one sequence of a leader and a second key.
    fileprivate init(leader: String, _ group: Group, _ key: String, _ words: String) {
      (self.group, self.words) = (group, words)
      keys = ["\(leader) \(key)"]
    }
  }

  /// The action's row.
  public var row: Row {
    switch self {
    case .left: Row(.map, "left h", "pan west; in a detail pane: the link before")
    case .right: Row(.map, "right l", "pan east; in a detail pane: the next link")
    case .up: Row(.map, "up k", "pan north; in a pane: up a line")
    case .down: Row(.map, "down j", "pan south; in a pane: down a line")
    case .farLeft: Row(.map, "S-left", "pan half a screen west")
    case .farRight: Row(.map, "S-right", "pan half a screen east")
    case .farUp: Row(.map, "S-up", "pan half a screen north")
    case .farDown: Row(.map, "S-down", "pan half a screen south")
    case .pageUp: Row(.map, "page-up C-u C-b", "pan a screen north; in a pane: up a page")
    case .pageDown: Row(.map, "page-down C-d C-f", "pan a screen south; in a pane: down a page")
    case .zoomIn: Row(.map, "+ =", "zoom in about the crosshair")
    case .zoomOut: Row(.map, "- _", "zoom out about the crosshair")
    case .showAll: Row(.map, "0", "show the whole situation")
    case .center: Row(.map, "z", "centre the map on the selected event")
    case .go: Row(.map, "g", "go to a place by its name, by coordinates, or by a link of a map; Tab chooses")
    case .measure: Row(.map, "d", "mark the place under the crosshair and measure from it; again: end")
    case .coordinates: Row(.map, "D", "write coordinates in degrees, in minutes and seconds, or as grid squares (MGRS)")
    case .footprints: Row(.map, "F", "show how far places reach: all, only the selected event's, or none")
    case .glyphs: Row(.map, "c", "draw with ascii, braille or block glyphs")
    case .projection: Row(.map, "p", "map projection: mercator, equirectangular or azimuthal")
    case .language: Row(.map, "W", "names in English or Arabic")
    case .theme: Row(.map, "C", "colours: dark, light, high-contrast, colour-blind, mono")
    case .layers: Row(.map, "L", "layers: files of events and parts of the map, each on and off")
    case .colours: Row(.map, "M", "colour pins by kind of event or, if several files are open, by file")
    case .legend: Row(.map, "i", "legend: what each mark means")

    case .nextEvent:
      Row(.events, "tab", "select the next event of the list: first those on the map, then those beyond it")
    case .previousEvent: Row(.events, "S-tab", "select the previous event")
    case .nextHere: Row(.events, "v", "select the next event of this pin, or of this count at the map's foot")
    case .withoutPoint:
      Row(.events, "U", "list the events without a point on the map: of a whole country, then those of no place")
    case .open: Row(.events, "enter", "open the selected event, the list of a pin that stands for several, or a link")
    case .close: Row(.events, "escape", "close the pane or go back to the map; on the map: stop reading a file")
    case .list: Row(.events, "e", "go to the list of events, and back")
    case .search: Row(.events, "/", "search titles, summaries, places, actors and sources; empty: repeat the search")
    case .filter:
      Row(.events, "f", "filter pane: choose values, with counts; again: type a filter such as near:Homs,50km")
    case .totals:
      Row(.events, "Q", "totals of what is in view: events and figures by place, actor, kind, month; Enter filters")
    case .nextMatch: Row(.events, "n", "next match of the search")
    case .previousMatch: Row(.events, "N", "previous match")
    case .clear: Row(.events, "x", "clear the search and every filter")
    case .clearSearch: Row(.events, "backspace", "clear only the search")
    case .sort: Row(.events, "s", "sort the list by the next column: time, title, kind, place, actor, standing, ...")
    case .turn: Row(.events, "S", "reverse the order of the list; unknown values stay last")
    case .group: Row(.events, "G", "put the list together by day, actor, kind, place, file, or not at all")
    case .write:
      Row(.events, "X", "save the list (.csv .xlsx .md .json .txt) or a picture of the screen (.svg .html .ansi)")
    case .openLink: Row(.events, "o", "open the chosen source's link in the web browser, after asking")
    case .verify: Row(.events, "V", "check the copies of the selected event's sources by their SHA-256")
    case .rejected: Row(.events, "!", "problems while reading: each record or value, with its line and the reason")

    case .stepBack: Row(.time, ",", "move the window back by a step")
    case .stepForward: Row(.time, ".", "move the window on by a step")
    case .narrow: Row(.time, "<", "narrow the window")
    case .widen: Row(.time, ">", "widen the window")
    case .previousInTime: Row(.time, "[", "select the previous event in time; the window follows")
    case .nextInTime: Row(.time, "]", "select the next event in time; the window follows")
    case .first: Row(.time, "home", "move the window to the beginning; in a pane: to its beginning")
    case .last: Row(.time, "end", "move the window to the end; in a pane: to its end")
    case .goToTime: Row(.time, "t", "go to a time: 13 Dec, 7-14 Dec 2024, 2024-12-13, 14:30, +3d, +3 (steps), today")
    case .jumpAgain: Row(.time, "r", "repeat the last jump to a time")
    case .previousGap: Row(.time, "(", "move the window to the previous gap: two or more buckets without an event")
    case .nextGap: Row(.time, ")", "move the window to the next gap")
    case .previousBurst:
      Row(.time, "{", "move the window to the previous burst: buckets with three or more events and twice the mean")
    case .nextBurst: Row(.time, "}", "move the window to the next burst")
    case .wholeSpan: Row(.time, "a", "show all time")
    case .cumulative: Row(.time, "w", "show only the window, or everything before it as well")
    case .onlyCertain: Row(.time, "E", "leave out events that are only maybe in the window, or show them again")
    case .clock: Row(.time, "T", "date events by when they happened, or by when they became known")
    case .fade: Row(.time, "H", "fade events from before the window on the map, or stop fading")
    case .play: Row(.time, "space", "play, and stop")
    case .slower: Row(.time, "F5", "play at half the speed, down to a quarter")
    case .faster: Row(.time, "F6", "play at twice the speed, up to 64 times")
    case .loop: Row(.time, "O", "at the end of playing: begin again, or stop")
    case .smallerBuckets:
      Row(.time, "b", "smaller buckets on the timeline: year, month, week, day, 6 hours, hour, or automatic")
    case .largerBuckets: Row(.time, "B", "larger buckets")
    case .nextKind:
      Row(.time, "K", "count only one kind of event on the timeline: the next kind; then sums of figures; then all")
    case .foldGaps: Row(.time, "J", "fold stretches of three or more empty buckets on the axis, and unfold them")

    case .bookmark: Row(.views, "m", "bookmark this view under a name; in the list of bookmarks: rename")
    case .bookmarks: Row(.views, "'", "the bookmarks of this file: Enter goes there, x deletes")
    case .story:
      Row(.views, "R", "tell the story that comes with the file, and end it: page-down, page-up step, space plays")
    case .undo: Row(.views, "u", "go back to the previous view: place, window, filter, selection, layers, look")
    case .redo: Row(.views, "C-r", "go forward again to the view that was undone")
    case .tellCommand: Row(.views, "y", "show the command line that opens this view again")
    case .copyCommand: Row(.views, "Y", "copy the command line of this view to the terminal's clipboard (OSC 52)")

    case .copyCoordinates: Row(.views, "", "copy the selected event's coordinates to the terminal's clipboard")
    case .copyLink: Row(.views, "", "copy the link of the selected event's first source to the clipboard")
    case .copyCitation: Row(.views, "", "copy a citation of the selected event: title, date, place, standing, sources")

    case .deskAdd: Row(leader: "I", .desk, "a", "add an event, in a form")
    case .deskEdit: Row(leader: "I", .desk, "e", "edit the selected event: correct its fields, in a form")
    case .deskComment: Row(leader: "I", .desk, "c", "comment on the selected event")
    case .deskTag:
      Row(leader: "I", .desk, "t", "tag the selected event with a word; with - before the word: remove the tag")
    case .deskWithdraw: Row(leader: "I", .desk, "w", "withdraw the selected event, with a reason")
    case .deskReview: Row(leader: "I", .desk, "r", "review the changes: problems and drafts first, then the newest")
    case .deskLink: Row(leader: "I", .desk, "l", "reports that may be of one event: two at a time, same or different")
    case .deskUndo: Row(leader: "I", .desk, "u", "undo your last change of this session")

    case .help: Row(.program, "? F1", "this help")
    case .about: Row(.program, "A", "about the situation, the map data and their licences")
    case .describe: Row(.program, "P", "this screen in plain sentences, for a screen reader")
    case .command: Row(.program, ":", "run an action by its name, or a part of it; Tab completes")
    case .redraw: Row(.program, "C-l", "draw the screen again; with a server: ask it again")
    case .quit: Row(.program, "q", "close what is open; on the map: quit")
    }
  }
}
