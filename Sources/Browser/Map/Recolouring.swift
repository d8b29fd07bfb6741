extension BrowserState {
  /// The colours of the marks.
  var colouring: Colouring { Colouring(view.colours, of: dataset.events) }

  /// Switches to the other meaning of the colours.
  mutating func changeColours() {
    guard !dataset.events.files.isEmpty else {
      dialogue.message = "only one file is open: colours show the kind of event"
      return
    }
    view.colours = view.colours == .kind ? .file : .kind
    dialogue.message = view.colours == .kind ? "colours show the kind of event" : "colours show the file"
  }
}
