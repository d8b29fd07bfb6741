/// A stranger's table of nine columns: kinds and places that the program does not know, ids and dates in no order, notes in quotes with
/// commas, line ends and quotes, and empty fields. About 200 bytes a row.
enum NarrowTable {
  private static let kinds = [
    "shelling", "drone sighting", "abduction", "road closed", "looting", "Detention", "armed robbery", "checkpoint",
    "mine found", "crop fire", "water cut", "protest march", "power cut", "aid delivery", "cyber", "",
  ]

  static func write(_ count: Int) {
    var (words, rows) = (Words(seed: 9), RowBytes())
    let places = (0..<20_000).map { _ in (words.name(), words.degrees(around: 36), words.degrees(around: 34)) }
    let actors = (0..<400).map { _ in words.happens(oneIn: 9) ? "" : "\(words.name()) \(words.pick(["Group", "unit"]))"
    }
    let sources = (0..<900).map { _ in words.happens(oneIn: 4) ? "\(words.name()), \(words.name())" : words.name() }
    rows.add("id,date,type,lon,lat,actor,place,notes,source\n")
    for number in 0..<count {
      // An odd factor keeps the numbers apart and mixes their order.
      let id = "r\((number &* 2_654_435_761) & 0xFFFF_FFFF)"
      let place = places[words.number(below: places.count)]
      let isPlaced = !words.happens(oneIn: 40)
      rows.add(
        row: [
          id, words.happens(oneIn: 60) ? "" : words.day(), words.pick(kinds), isPlaced ? place.1 : "",
          isPlaced ? place.2 : "", words.pick(actors), words.happens(oneIn: 30) ? "" : place.0,
          words.happens(oneIn: 20) ? "" : words.notes(about: 96), words.pick(sources),
        ], quoting: 7)
    }
    rows.flush()
  }
}
