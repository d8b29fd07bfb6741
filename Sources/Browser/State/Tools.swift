import Cartography
import Places
import SituationModel

/// The tools beside the view: places to go to, roads to measure along, earlier views, and a story.
struct Tools: Sendable {
  /// The places that one can go to; nil until they are asked for.
  var gazetteer: Gazetteer?
  /// The network of roads for measuring; nil while it is not needed.
  var roads: RoadNetwork?
  /// The results of checking copies.
  var copies: [LocalCopy: LocalCopy.State] = [:]
  /// The last typed time that the window was moved by.
  var lastJump: TimeJump?
  /// The settings of the play, which moves the window by itself.
  var play = Play()
  /// The filter or the search that is under way in parts; nil while there is none.
  var scan: Scan?
  /// The views that one can go back to.
  var history = ViewHistory()
  /// The bookmarks of the files, as they were last read.
  var bookmarks: [Bookmark] = []
  /// The changes that were made in this session and not undone, by their ids, the last one last.
  var ownChanges: [String] = []
  /// The story that comes with the file, or that was asked for.
  let story: Story?
  /// The present step of the story; nil while no story is told.
  var telling: Telling?
}

/// The present step of a story.
struct Telling: Hashable, Sendable {
  /// The step, counted from 0.
  var step: Int
  /// True if the story goes on by itself.
  var isPlaying = false
}
