/// Small numbers in words, and the words for people behind a number, in English, German, French, Spanish, Russian and Ukrainian.
enum NumberWords {
  private static let numbers: [String: Double] = {
    let lists = [
      "zero one two three four five six seven eight nine ten eleven twelve",
      "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
      "zéro un deux trois quatre cinq six sept huit neuf dix onze douze",
      "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
      "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
      "нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять",
    ]
    var numbers: [String: Double] = [
      "eine": 1, "einen": 1, "einer": 1, "une": 1, "una": 1, "одна": 1, "двое": 2, "трое": 3, "четверо": 4, "пятеро": 5,
      "шестеро": 6, "семеро": 7, "двоє": 2, "троє": 3, "четверо людей": 4, "п'ятеро": 5, "шестеро людей": 6,
      "none": 0, "keine": 0, "keiner": 0, "aucun": 0, "ninguno": 0,
    ]
    for list in lists {
      for (number, word) in list.split(separator: " ").enumerated() { numbers[String(word)] = Double(number) }
    }
    return numbers
  }()

  private static let people: Set<String> = [
    "people", "persons", "person", "civilians", "civilian", "individuals", "men", "women", "children", "personen",
    "menschen", "zivilisten", "personnes", "civils", "personas", "civiles", "человек", "человека", "чел", "чел.",
    "людей", "люди", "осіб", "особи", "особа", "ос.",
  ]

  /// The number that a word stands for; nil for another word.
  static func number(_ text: String) -> Double? { numbers[text.replacing("\u{2019}", with: "'")] }

  /// A text without the word for people at its end; nil where there is none.
  static func withoutPeople(_ text: String) -> String? {
    guard let blank = text.lastIndex(of: " "), people.contains(String(text[text.index(after: blank)...])) else {
      return nil
    }
    return String(text[..<blank]).trimmed
  }
}
