/// The notice on the screen when it opens.
enum OpeningNotice {
  /// Some sentences as one text; nil if there is nothing to say.
  static func joined(_ sentences: [String?]) -> String? {
    let said = sentences.compactMap { $0 }
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }
}
