import Glibc

/// Writes seeded events to standard output: `makeevents COUNT geojson|geojsonseq|csv|narrow|acled`. The same count gives the same bytes.
///
/// Ten years, eight kinds, ten towns with their surroundings, about 350 bytes an event, of which a table has 200. `narrow` and `acled` are
/// tables as others write them.
@main
struct MakeEvents {
  static let towns = [
    (36.29, 33.51), (36.71, 34.73), (37.16, 36.2), (35.79, 35.53), (40.14, 35.33), (30.5, 50.4), (44.4, 33.3),
    (69.2, 34.5), (7.5, 9.1), (32.5, 15.6),
  ]
  static let kinds = ["convoy", "strike", "imagery", "incursion", "statement", "diplomatic", "political", "other"]

  static func main() {
    let arguments = CommandLine.arguments
    let forms = ["geojson", "geojsonseq", "csv", "narrow", "acled"]
    guard arguments.count == 3, let count = Int(arguments[1]), forms.contains(arguments[2]) else {
      print("usage: makeevents COUNT \(forms.joined(separator: "|"))")
      exit(64)
    }
    if arguments[2] == "narrow" { return NarrowTable.write(count) }
    if arguments[2] == "acled" { return ACLEDTable.write(count) }
    let (isSequence, isTable) = (arguments[2] == "geojsonseq", arguments[2] == "csv")
    var random = SplitMix64(state: 20_241_213)
    if isTable {
      print("id,title,type,date,latitude,longitude,location,actor,source,notes")
      for number in 0..<count { print(MakeEvents.event(number, &random).row) }
      return
    }
    if !isSequence { print("{\"type\":\"FeatureCollection\",\"features\":[") }
    for number in 0..<count {
      let isLast = number == count - 1
      print(MakeEvents.event(number, &random).feature, terminator: isSequence || isLast ? "\n" : ",\n")
    }
    if !isSequence { print("]}") }
  }

  private static func event(
    _ number: Int, _ random: inout SplitMix64
  ) -> (feature: String, row: String) {
    let place = Int.random(in: 0..<towns.count, using: &random)
    let town = towns[place]
    // The sum of four is crowded in its middle.
    func spread() -> Double { (0..<4).reduce(0.0) { sum, _ in sum + Double.random(in: -0.6...0.6, using: &random) } }
    func rounded(_ degrees: Double) -> Double { (degrees * 10_000).rounded() / 10_000 }
    let day = Int.random(in: 0..<3_650, using: &random)
    let date = "\(2015 + day / 365)-\(two(day % 365 / 31 + 1))-\(two(day % 28 + 1))"
    let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
    let (actor, source) = (Int.random(in: 0..<40, using: &random), Int.random(in: 0..<90, using: &random))
    let (longitude, latitude) = (rounded(town.0 + spread()), rounded(town.1 + spread()))
    let notes = String(repeating: "what was seen ", count: 8)
    let row =
      "e\(number),Event \(number) near town,\(kind),\(date),\(latitude),\(longitude),Town \(place),Actor \(actor),"
      + "Source \(source),\"\(notes), and so on\""
    let feature =
      #"{"type":"Feature","id":"e\#(number)","geometry":{"type":"Point","coordinates":["#
      + "\(longitude),\(latitude)"
      + #"]},"properties":{"title":"Event \#(number) near town","kind":"\#(kind)","when":"\#(date)","actors":["Actor \#(actor)"],"#
      + #""summary":"\#(notes)","sources":[{"who":"Source \#(source)"}]}}"#
    return (feature, row)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Steele, Lea and Flood's SplitMix64 (OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
