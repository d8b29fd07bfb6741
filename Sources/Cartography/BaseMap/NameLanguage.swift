import TextCanvas

/// The language that the map's names are in, where the base map has them in it.
public enum NameLanguage: String, CaseIterable, Hashable, Sendable {
  /// English, or a local name in Latin letters.
  case english = "en"
  /// Arabic.
  case arabic = "ar"

  /// What the language is called in English.
  public var title: String {
    switch self {
    case .english: "English"
    case .arabic: "Arabic"
    }
  }
}

/// Something of the base map that has names.
protocol Named {
  /// In Latin letters.
  var name: String { get }
  /// In Arabic letters as the file has it; empty where it has none.
  var arabicName: String { get }
}

extension Named {
  /// The name in a language, or in Latin letters where there is none; safe for a screen.
  func name(in language: NameLanguage) -> String {
    switch language {
    case .english: name
    case .arabic: arabicName.isEmpty ? name : SafeText(arabicName).text
    }
  }

  /// The names in all languages.
  var names: [String] { arabicName.isEmpty ? [name] : [name, arabicName] }
}
