import Cartography
import SituationModel
import TextCanvas

/// A message to the browser: input, a tick, or news from outside.
public enum Message: Sendable {
  /// A key, or a mouse event with the target under it in the last frame.
  case input(Input, Target?)
  /// An action by name.
  case action(Action)
  /// The interval of the last tick is over.
  case tick
  /// The terminal has a new size.
  case resized(Size)
  /// More of the base map is loaded.
  case loaded(BaseMap)
  /// A list was not written because a file of that name exists.
  case exists(Export)
  /// The results of checking some copies.
  case checked([LocalCopy: LocalCopy.State])
  /// The bookmarks of the files that are open, and a message about them.
  case bookmarks([Bookmark], String?)
  /// The situation that was read while the screen is up, and the status of the files.
  case read(Situation, FeedStatus)
  /// The status of the files.
  case feed(FeedStatus)
  /// The present time, on the clock of the zone that is shown.
  case now(Instant)
  /// An answer of a source, and its time on the clock of the zone that is shown.
  case answered(SourceQuestion, SourceAnswer, at: Instant?)
  /// The reason why a question has no answer, and the number of seconds until the source is asked again; nil if it is not.
  case unanswered(SourceQuestion, SourceFailure, again: Int?)
  /// A source that was away is being asked again.
  case askedAgain
  /// The values of the events of a version.
  case gathered(FacetTable, version: Int)
  /// The parts of the events of a version, for totals.
  case partitioned(PartitionTable, version: Int)
  /// The pairs of reports that may be of one event were found, in the events of a version.
  case linked(LinkPairs, version: Int)
  /// Changes can be kept, so that a task of the desk can begin; with the present texts of its event's fields where the task edits them.
  case deskOpened(DeskTask, fields: [EventField: String])
  /// The fields of the form that can't be read, each with the reason.
  case fieldsChecked([EventField: String])
  /// The outcome of a change that was asked for.
  case changed(ChangeRequest, ChangeAnswer)
  /// A field's text from the person's own editor.
  case edited(EventField, String)
  /// A report was read, or can't be; named by the SHA-256 of its file.
  case reportRead(digest: String, ReportText)
  /// A message to the person about the outcome of an effect.
  case said(String)
}

/// A request of the browser to the world around it.
public enum Effect: Hashable, Sendable {
  /// Quits the program.
  case quit
  /// Draws everything again, whatever the terminal is thought to show.
  case redraw
  /// Reads a part of the base map.
  case load(BaseMap.Tier)
  /// Writes a list to a file; answered by `Message.exists` or `said`.
  case write(Export)
  /// Checks whether copies are as recorded; answered by `checked`.
  case check([LocalCopy])
  /// Asks for the present time; answered by `now`.
  case tellTime
  /// Shows an address in the web browser; answered by `said`.
  case open(WebLink)
  /// Reads the bookmarks or changes them; answered by `bookmarks`, or `said` if that fails.
  case bookmarks(BookmarkErrand)
  /// Asks the source these questions in this order, and drops earlier ones that are not among them. Each is answered by `answered` or
  /// `unanswered`.
  case ask([SourceQuestion])
  /// Stops reading the files; answered by `feed`.
  case stopReading
  /// Gathers the values of all events of a version; answered by `gathered`.
  case gather(version: Int)
  /// Finds the parts of all events of a version, for totals; answered by `partitioned`.
  case partition(version: Int)
  /// Finds the pairs of reports of a version that may be of one event; answered by `linked`.
  case link(version: Int)
  /// Keeps the lines that were typed into prompts for later sessions.
  case keepHistory(PromptHistory)
  /// Keeps the theme that was chosen for later sessions.
  case keepTheme(ThemeName)
  /// Asks whether changes can be kept; answered by `deskOpened`, or by `said` with the reason why they can't.
  case openDesk(DeskTask)
  /// Reads the fields of a change as if it were made, and keeps nothing; answered by `fieldsChecked`.
  case checkFields(ChangeRequest)
  /// Keeps a change, with its reason; answered by `changed`.
  case change(ChangeRequest, reason: String)
  /// Lets the person write a field's text in their own editor; answered by `edited` or `said`.
  case edit(EventField, String)
  /// Reads the report that a draft was made from; answered by `reportRead`.
  case readReport(SentenceReference)
  /// Puts a text into the terminal's clipboard; answered by `said`.
  case copy(String)
}

/// The object under a cell of a frame, so that the mouse can point at it.
public enum Target: Hashable, Sendable {
  /// The map, at a cell of the map pane.
  case map(CellPoint)
  /// A mark on the map, with the rows of its events, at a cell of the map pane.
  case mark([Int], CellPoint)
  /// A row of the event table, in a list.
  case event(Int)
  /// A sign on the map that counts events which are not loaded, with the area that they lie in, at a cell of the map pane.
  case counted(GeoBounds, CellPoint)
  /// The sign of the events without a place, which are not loaded.
  case unplaced
  /// The sign of events about whole countries, which are not loaded, by its number.
  case countries(Int)
  /// The list, beside its rows.
  case list
  /// The timeline, at a share of its axis from 0 to 1.
  case timeline(Double)
  /// The text of a detail pane.
  case detail
  /// A link of the detail pane, counted from 0.
  case link(Int)
  /// A pane that lies over the others.
  case overlay
  /// The screen beside a pane that lies over the others.
  case besideOverlay
  /// The key of an action in the last line.
  case key(Action)
  /// A row of the bookmarks pane, counted from 0.
  case bookmark(Int)
  /// A row of the layers pane, counted from 0.
  case layer(Int)
  /// A line of the filter pane, counted from 0.
  case facet(Int)
  /// A line of the menu of a right click, counted from 0.
  case menuItem(Int)
  /// A line of the totals pane, counted from 0.
  case total(Int)
  /// A line of the form at the desk, counted from 0.
  case formLine(Int)
  /// A key that the last line shows, and that no action has.
  case typed(Key)
  /// An entry of the review pane, counted from 0.
  case review(Int)
}
