/// Several figures in one text, each with its word: `4 killed, 12 wounded`, `mindestens 3 Tote und 5 Verletzte`.
enum FigurePhrase {
  /// The names of figures by the words that stand behind their numbers.
  private static let names: [String: String] = {
    let words: [(name: String, words: String)] = [
      (
        "killed",
        "killed dead died deaths death fatalities fatality kia tote toter getötete getötet morts mort tués tué muertos muerto "
          + "fallecidos fallecido погибших погибшие погибло погиб убитых убито загиблих загинуло загинули"
      ),
      (
        "injured",
        "injured wounded hurt injuries wia verletzte verletzt verletzter verwundete blessés blessé heridos herido раненых "
          + "ранено ранены пострадавших поранених поранено"
      ),
      ("missing", "missing mia vermisste vermisst disparus desaparecidos пропавших зниклих"),
      ("displaced", "displaced vertriebene déplacés desplazados"),
      ("arrested", "arrested detained arrests festgenommene arrêtés detenidos задержанных затриманих"),
    ]
    return Dictionary(
      words.flatMap { entry in entry.words.split(separator: " ").map { (String($0), entry.name) } },
      uniquingKeysWith: { first, _ in first })
  }()

  /// The figures of a text, in order; nil where some part of it is none, or two have one name.
  static func figures(_ text: String, _ numbers: NumberReading) -> [(name: String, range: NumberReading.Range)]? {
    guard text.utf8.count <= 200 else { return nil }
    var plain = text.lowercased()
    for joint in [" and ", " und ", " et ", " y ", " и ", " та ", " і ", ";", "/", "\n", "+ "] {
      plain = plain.replacing(joint, with: ", ")
    }
    var figures: [(name: String, range: NumberReading.Range)] = []
    for part in plain.split(separator: ", ") {
      let words = part.split { $0 == " " || $0 == ":" }.map(String.init)
      // The word stands behind its number, or before it with a colon.
      let isBefore = part.contains(":")
      guard let word = isBefore ? words.first : words.last, let name = names[word.filter { $0 != "." && $0 != "," }],
        words.count > 1,
        let range = numbers.range((isBefore ? words.dropFirst() : words.dropLast()).joined(separator: " ")),
        !figures.contains(where: { $0.name == name })
      else { return nil }
      figures.append((name, range))
    }
    return figures.count > 1 || figures.count == 1 && text.contains(where: \.isLetter) ? figures : nil
  }
}
