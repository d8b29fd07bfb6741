import TextCanvas

/// The language of the map's names, for features that have a name in it.
public enum NameLanguage: String, CaseIterable, Hashable, Sendable {
  /// English, or a local name in Latin letters.
  case english = "en"
  /// Arabic.
  case arabic = "ar"

  /// The name of the language in English.
  public var title: String {
    switch self {
    case .english: "English"
    case .arabic: "Arabic"
    }
  }
}

/// A feature of the base map that has names.
protocol Named {
  /// The name in Latin letters.
  var name: String { get }
  /// The name in Arabic letters as the file has it; empty where it has none.
  var arabicName: String { get }
}

extension Named {
  /// The name in a language, or in Latin letters if there is none; safe for a screen.
  func name(in language: NameLanguage) -> String {
    switch language {
    case .english: name
    case .arabic: arabicName.isEmpty ? name : SafeText(arabicName).text
    }
  }

  /// The names in all languages.
  var names: [String] { arabicName.isEmpty ? [name] : [name, arabicName] }
}
