/// A line that is being typed.
struct Prompt: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
    case search, command, filter, place, time, export, narrowing, facetText, bookmark, rename
  }
  let purpose: Purpose
  var text = ""
  /// A remark on the text, shown until the next key.
  var remark: String?
  /// The places that the text may mean, if it is to be a place.
  var destinations = Destinations()
}
