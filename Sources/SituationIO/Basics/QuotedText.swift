/// A text from a file in quotes, cut to what fits into a sentence.
func quoted(_ text: String) -> String {
  text.count > 60 ? "\"\(text.prefix(57))...\"" : "\"\(text)\""
}
