import SituationModel
import TextCanvas

/// A question to the person; its effect follows only a yes.
enum Question: Hashable, Sendable {
  /// The question whether to overwrite a file that exists.
  case overwrite(Export)
  /// The question whether another program may open an address.
  case open(WebLink)
  /// The question whether to replace a bookmark of the same name.
  case replace(Bookmark)
  /// The question whether to delete a bookmark.
  case forget(String)
  /// The question whether to leave the form, whose texts are lost then.
  case leaveForm

  /// The text of the question; an address is shown whole.
  var words: String {
    switch self {
    case .overwrite(let export): "\(SafeText(export.path).text) already exists: overwrite it? y/n"
    case .open(let link): "open \(SafeText(link.text).text) in the web browser? y/n"
    case .replace(let bookmark): "a bookmark is called \(SafeText(bookmark.name).text) already: replace it? y/n"
    case .forget(let name): "delete the bookmark \(SafeText(name).text)? y/n"
    case .leaveForm: "leave the form without saving what was typed? y/n"
    }
  }

  /// The effect of a yes; nil if a yes changes only the screen.
  var effect: Effect? {
    switch self {
    case .overwrite(var export):
      export.replaces = true
      return .write(export)
    case .open(let link): return .open(link)
    case .replace(let bookmark): return .bookmarks(.keep(bookmark))
    case .forget(let name): return .bookmarks(.forget(name))
    case .leaveForm: return nil
    }
  }

  /// The message after a no.
  var refusal: String? {
    switch self {
    case .overwrite: "nothing was written"
    case .open: "nothing was opened"
    case .replace: "nothing was bookmarked"
    case .forget: "nothing was deleted"
    case .leaveForm: nil
    }
  }
}
