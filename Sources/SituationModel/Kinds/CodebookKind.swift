/// Kind of a known codebook, with the letter and the colour that it has where they are free.
struct CodebookKind {
  /// Capital letter.
  let letter: Character
  /// Known kind whose colour it has where no event of that kind is on the same map.
  let color: EventKind

  /// The kind that a word of a file means, whatever its case; nil where no codebook has it.
  init?(_ word: String) {
    // ACLED's table of event types, UCDP GED's types of violence, GDELT's quad classes, GTD's types of attack.
    switch word.lowercased() {
    case "battles": self.init("B", .strike)
    case "explosions/remote violence": self.init("X", .incursion)
    case "violence against civilians": self.init("C", .political)
    case "protests": self.init("P", .convoy)
    case "riots": self.init("R", .imagery)
    case "strategic developments": self.init("S", .diplomatic)
    case "state-based": self.init("S", .strike)
    case "non-state": self.init("N", .imagery)
    case "one-sided": self.init("C", .political)
    case "verbal cooperation": self.init("C", .imagery)
    case "material cooperation": self.init("M", .convoy)
    case "verbal conflict": self.init("T", .political)
    case "material conflict": self.init("F", .strike)
    case "armed assault": self.init("A", .strike)
    case "bombing/explosion": self.init("B", .incursion)
    case "assassination": self.init("N", .political)
    case "facility/infrastructure attack": self.init("F", .imagery)
    case "hostage taking (kidnapping)": self.init("K", .convoy)
    case "hostage taking (barricade incident)": self.init("H", .diplomatic)
    case "hijacking": self.init("J", .statement)
    case "unarmed assault": self.init("U", .other)
    default: return nil
    }
  }

  private init(_ letter: Character, _ color: EventKind) { (self.letter, self.color) = (letter, color) }
}
