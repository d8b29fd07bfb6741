/// Finds coordinates in all notations that this program reads, grid references, geohashes, plus codes and links of maps in a text.
struct CodeScan {
  /// Coordinates that are known less finely than to so many metres may be released.
  let meters: Double

  /// The words that are too exact. Linear in the text, but for runs of numbers, in which up to eight words are read together.
  func words(in text: String) -> [FineWords] {
    let isCandidate = text.unicodeScalars.contains {
      $0.properties.numericType != nil || $0 == "/" || $0 == ":" || $0 == "."
    }
    guard isCandidate else { return [] }
    var found: [FineWords] = []
    for word in text.split(whereSeparator: \.isWhitespace) where CodeScan.isMapLink(word) {
      found.append(FineWords(word, .mapLink))
    }
    let tokens = text.split(whereSeparator: CodeScan.isSeparator).map(CodeScan.trimmed).filter { !$0.isEmpty }
    var number = 0
    while number < tokens.count {
      if let (words, count) = code(at: number, tokens) {
        found.append(words)
        number += count
      } else {
        number += 1
      }
    }
    return found
  }

  // MARK: Words

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || "/?&=@#|()[]{}<>~!".contains(character)
  }

  private static func trimmed(_ word: Substring) -> Substring {
    var word = word
    while let first = word.first, ".,;:\u{201C}\u{201D}\"'*_`".contains(first) { word.removeFirst() }
    while let last = word.last, ".,;:*_`\u{201C}".contains(last) { word.removeLast() }
    return word
  }

  /// True if a word is the address of a place, or of a map that may have one.
  private static func isMapLink(_ word: Substring) -> Bool {
    if word.hasPrefix("///"), trimmed(word).count(where: { $0 == "." }) == 2 { return true }
    let lower = word.lowercased()
    if lower.contains("w3w.co/") || lower.contains("what3words.com/") { return true }
    let starts = ["geo:", "http://", "https://", "www.", "maps.", "goo.gl", "osm."].compactMap { start in
      lower.firstRange(of: start)?.lowerBound
    }
    guard let start = starts.min() ?? (lower.contains("/") ? lower.startIndex : nil) else { return false }
    let offset = lower.distance(from: lower.startIndex, to: start)
    let address = String(word.dropFirst(offset).prefix { !"()[]{}<>\"".contains($0) })
    guard MapLink.isAddress(address) else { return false }
    do throws(CoordinateError) {
      _ = try MapLink(address)
      return true
    } catch {
      return error != .unknownLink
    }
  }

  /// The code that begins at a word, with the number of its words; nil where none does.
  private func code(at start: Int, _ tokens: [Substring]) -> (FineWords, Int)? {
    let token = tokens[start]
    if let degrees = axis(at: start, tokens) { return degrees }
    if CodeScan.isPlusCode(token) { return (FineWords(token, .plusCode), 1) }
    if let square = square(at: start, tokens) { return square }
    if CodeScan.isGeohash(token) { return (FineWords(token, .geohash), 1) }
    if token.count == 42 || token.count == 50, token.hasPrefix("0"), token.allSatisfy(\.isHexDigit) {
      return (FineWords(token, .coordinates), 1)
    }
    return pair(at: start, tokens)
  }

  // MARK: Codes

  private static let plusDigits = Set("23456789CFGHJMPQRVWX")

  /// True for a plus code, whole or short.
  private static func isPlusCode(_ token: Substring) -> Bool {
    let parts = token.uppercased().split(separator: "+", omittingEmptySubsequences: false)
    guard parts.count == 2, [4, 6, 8].contains(parts[0].count) else { return false }
    if parts[0].count == 8, CodedArea(plusCode: String(token)) != nil { return true }
    return (2...7).contains(parts[1].count) && (parts[0] + parts[1]).allSatisfy(plusDigits.contains)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// True for a word of letters and digits that is a geohash, fine enough to matter, and no date.
  private static func isGeohash(_ token: Substring) -> Bool {
    guard (6...12).contains(token.utf8.count), token.contains(where: \.isNumber), token.contains(where: \.isLetter)
    else {
      return false
    }
    let letters = String(token.filter(\.isLetter)).lowercased()
    return !months.contains(letters) && CodedArea(geohash: String(token)) != nil
  }

  /// A square of the military grid, or a place of UTM, of up to four words.
  private func square(at start: Int, _ tokens: [Substring]) -> (FineWords, Int)? {
    let digits = tokens[start].prefix { $0.isASCII && $0.isNumber }
    let letters = tokens[start].dropFirst(digits.count).prefix(while: \.isLetter)
    guard digits.count <= 2, letters.count <= 3, !digits.isEmpty || tokens[start].lowercased() == "zone" else {
      return nil
    }
    if CodeScan.months.contains(letters.lowercased()) { return nil }
    for count in stride(from: min(5, tokens.count - start), through: 1, by: -1) {
      let text = tokens[start..<start + count].joined(separator: " ")
      guard let reading = try? CoordinateReader().read(text) else { continue }
      let isSquare = reading.squareSide.map { Double($0) < meters } ?? (count > 2 && UTM(text) != nil)
      if isSquare { return (FineWords(text, .gridReference), count) }
    }
    return nil
  }

  // MARK: Degrees

  private static let axes: Set<String> = ["lat", "latitude", "lon", "long", "lng", "longitude", "latitud", "longitud"]

  /// A latitude or longitude after its name: `lat: 34.73`, `orig_lon 36.71`.
  private func axis(at start: Int, _ tokens: [Substring]) -> (FineWords, Int)? {
    let token = tokens[start]
    // The number may stand in the same word: `lat:34.73`.
    if let colon = token.lastIndex(where: { $0 == ":" || $0 == "," }), colon != token.startIndex {
      let value = token[token.index(after: colon)...]
      if CodeScan.isAxis(token[..<colon]), isFine(value) { return (FineWords(token, .coordinates), 1) }
    }
    guard CodeScan.isAxis(token), start + 1 < tokens.count, isFine(tokens[start + 1]) else { return nil }
    return (FineWords(tokens[start...start + 1].joined(separator: " "), .coordinates), 2)
  }

  private static func isAxis(_ token: Substring) -> Bool {
    let last = token.lowercased().split { !$0.isLetter }.last ?? ""
    return axes.contains(String(last))
  }

  /// True for degrees with two decimals or more, or with minutes.
  private func isFine(_ token: Substring) -> Bool {
    guard let angle = try? CoordinateReader().angle(String(token)), abs(angle.degrees) <= 180 else { return false }
    return CodeScan.decimals(token) >= 2 || token.contains { CodeScan.marks.contains($0) }
  }

  private static func decimals(_ token: some StringProtocol) -> Int {
    token.firstIndex(of: ".").map { token[$0...].dropFirst().prefix(while: \.isNumber).count } ?? 0
  }

  private static let marks = Set("\u{B0}\u{BA}\u{2DA}'\u{2019}\u{2018}\u{2032}\u{22}\u{201D}\u{2033}")
  private static let signs = Set("NSEWnsew.,;:+-\u{2212}\u{2013}\u{60C}\u{66B}")

  /// True if a word may be a part of coordinates.
  private static func isPart(_ token: Substring) -> Bool {
    token.allSatisfy { ($0.isNumber && $0.isWholeNumber) || marks.contains($0) || signs.contains($0) }
  }

  /// A pair of degrees of up to eight words.
  private func pair(at start: Int, _ tokens: [Substring]) -> (FineWords, Int)? {
    let most = tokens[start...].prefix(8).prefix(while: CodeScan.isPart).count
    guard most > 0 else { return nil }
    for count in stride(from: most, through: 1, by: -1) {
      let text = tokens[start..<start + count].joined(separator: " ")
      guard text.contains(where: \.isNumber) else { continue }
      guard isPair(text) || isPair(tokens[start..<start + count].joined(separator: ", ")) else { continue }
      return (FineWords(text, .coordinates), count)
    }
    return nil
  }

  private func isPair(_ text: String) -> Bool {
    guard let reading = try? CoordinateReader().read(text), reading.meters < meters else { return false }
    if text.contains(where: { CodeScan.marks.contains($0) }) { return true }
    if text.contains(where: \.isLetter) { return true }
    // Numbers alone may be times, dates or counts: two with decimals are degrees.
    let numbers = text.split { $0 == "," || $0 == ";" || $0 == " " || $0 == "\u{60C}" }
    return numbers.count == 2
      && numbers.allSatisfy { number in
        let digits = number.drop { "+-\u{2212}\u{2013}".contains($0) }
        let hasPoint = digits.contains { $0 == "." || $0 == "\u{66B}" }
        return hasPoint && digits.allSatisfy { $0.isNumber || $0 == "." || $0 == "\u{66B}" }
      }
  }
}
