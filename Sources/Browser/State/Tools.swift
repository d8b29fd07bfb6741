import Cartography
import Places
import SituationModel

/// What a person works with beside the view: places to go to, roads to measure along, views to go back to, a story that is told.
struct Tools: Sendable {
  /// The places that can be gone to; nil until they are asked for.
  var gazetteer: Gazetteer?
  /// The roads to measure along, while they are needed.
  var roads: RoadNetwork?
  /// What was found of the copies that were checked.
  var copies: [LocalCopy: LocalCopy.State] = [:]
  /// Where the window was last taken by a typed text.
  var lastJump: TimeJump?
  /// How the window moves by itself.
  var play = Play()
  /// The views that can be gone back to.
  var history = ViewHistory()
  /// The bookmarks of the files, as they were last read.
  var bookmarks: [Bookmark] = []
  /// The story that comes with the file, or that was asked for.
  let story: Story?
  /// Where it is, while it is told.
  var telling: Telling?
}
