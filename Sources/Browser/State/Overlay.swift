/// A text that lies over everything, from a line on.
struct Overlay: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case help, legend, about, describe, rejected, layers, facets, bookmarks, menu, form, review, links
  }
  let content: Content
  var top = 0
}
