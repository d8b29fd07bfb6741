extension BrowserState {
  /// The colours of the marks.
  var colouring: Colouring { Colouring(view.colours, of: dataset.events) }

  /// Switches to the other meaning of the colours.
  mutating func changeColours() {
    guard !dataset.events.files.isEmpty else {
      dialogue.message = "one file is open: colours tell kinds of events"
      return
    }
    view.colours = view.colours == .kind ? .file : .kind
    dialogue.message = view.colours == .kind ? "colours tell kinds of events" : "colours tell files"
  }
}
