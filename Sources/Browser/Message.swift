import Cartography
import SituationModel
import TextCanvas

/// What can happen to the browser.
public enum Message: Sendable {
  /// A key, or the mouse with what the last frame had under it.
  case input(Input, Target?)
  /// An action by name.
  case action(Action)
  /// The time of the last `Effect.tick` is up.
  case tick
  /// The terminal has another size.
  case resized(Size)
  /// More of the base map is here.
  case loaded(BaseMap)
  /// A list was not written, since a file of that name is there.
  case exists(Export)
  /// What was found of some copies.
  case checked([LocalCopy: LocalCopy.State])
  /// The bookmarks of the files that are open, and what is to be said of them.
  case bookmarks([Bookmark], String?)
  /// What was read while the screen stands, and how the files stand now.
  case read(Situation, FeedStatus)
  /// How the files stand.
  case feed(FeedStatus)
  /// The present time, on the clock of the zone that is shown.
  case now(Instant)
  /// What a source answered, and when, on the clock of the zone that is shown.
  case answered(SourceQuestion, SourceAnswer, at: Instant?)
  /// Why a question has no answer, and in how many seconds the source is asked again; nil where it is not.
  case unanswered(SourceQuestion, SourceFailure, again: Int?)
  /// A source that was away is being asked again.
  case askedAgain
  /// The values of the events of a version.
  case gathered(FacetTable, version: Int)
  /// What became of an effect, for the person.
  case said(String)
}

/// What the browser asks of the world around it.
public enum Effect: Hashable, Sendable {
  /// Leave.
  case quit
  /// Draw everything anew, whatever the terminal is thought to show.
  case redraw
  /// Read a part of the base map.
  case load(BaseMap.Tier)
  /// Write a list to a file; answered by `Message.exists` or `said`.
  case write(Export)
  /// Look whether copies are what was recorded; answered by `checked`.
  case check([LocalCopy])
  /// Say what time it is; answered by `now`.
  case tellTime
  /// Show an address in the web browser; answered by `said`.
  case open(WebLink)
  /// Read the bookmarks or change them; answered by `bookmarks`, or `said` where that can't be.
  case bookmarks(BookmarkErrand)
  /// Ask the source these questions in this order, and none of those before that are not among them; answered by `answered` or
  /// `unanswered`, each by itself.
  case ask([SourceQuestion])
  /// Read no more of the files; answered by `feed`.
  case stopReading
  /// Gather the values of all events, which are of a version; answered by `gathered`.
  case gather(version: Int)
  /// Put a text into the terminal's clipboard; answered by `said`.
  case copy(String)
}

/// What a cell of a frame stands for, so that the mouse can point at it.
public enum Target: Hashable, Sendable {
  /// The map, at a cell of the map pane.
  case map(CellPoint)
  /// A mark on the map, with the rows of its events, at a cell of the map pane.
  case mark([Int], CellPoint)
  /// A row of the event table, in a list.
  case event(Int)
  /// A sign on the map that counts events which are not here, with the area that they lie in, at a cell of the map pane.
  case counted(GeoBounds, CellPoint)
  /// The sign of the events without a place, which are not here.
  case unplaced
  /// The sign of events about whole countries, which are not here, by its number.
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
  /// A row of the bookmarks pane, counted from 0.
  case bookmark(Int)
  /// A row of the layers pane, counted from 0.
  case layer(Int)
  /// A line of the filter pane, counted from 0.
  case facet(Int)
}
