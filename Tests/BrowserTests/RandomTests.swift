import Glibc
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

/// A usual run takes few steps, since an unoptimised program takes long for each; `make wander` takes 10,000.
@Suite("Anything in any order")
struct RandomTests {
  private static let wanted = getenv("SITMAP_STEPS").flatMap { Int(String(cString: $0)) }

  @Test("keys, clicks and resizes leave a state that holds together", arguments: [1, 2, 3])
  func anything(seed: UInt64) throws {
    var wanderer = try Wanderer(seed: seed)
    try wanderer.wander(Self.wanted ?? 250)
  }

  @Test("so they do with a hundred thousand events", .enabled(if: wanted != nil))
  func manyEvents() throws {
    var wanderer = try Wanderer(Situation.sample(Wanderer.events(100_000)), seed: 4)
    try wanderer.wander(Self.wanted ?? 0)
  }
}

/// Somebody who presses anything.
private struct Wanderer {
  private var browsing: Browsing
  private var random: SeededGenerator
  private let keys: [Key]
  private let seed: UInt64
  /// What was pressed last, for the report.
  private var lastKey = ""

  init(_ situation: Situation? = nil, seed: UInt64) throws {
    browsing = try Browsing(situation)
    random = SeededGenerator(seed: seed)
    keys = Action.allCases.filter { $0 != .quit }.flatMap { $0.row.keys.compactMap(KeySequence.init(name:)) }.flatMap(
      \.keys)
    self.seed = seed
  }

  /// Takes steps, and looks at the state after each.
  mutating func wander(_ steps: Int) throws {
    var (memory, slowest, slow) = (0, 0.0, "")
    let beginning = now()
    for step in 0..<steps {
      let start = now()
      try self.step()
      if now() - start > slowest { (slowest, slow) = (now() - start, "step \(step), \(lastKey)") }
      let faults = faults(in: browsing.state)
      try #require(faults.isEmpty, "seed \(seed), step \(step): \(faults)")
      try #require(framesAgree, "seed \(seed), step \(step): the groups that were kept are not those of the state")
      browsing.prepareFrame()
      // The first steps load the map and make what is made once.
      if step == steps / 2 { memory = residentMegabytes() }
    }
    guard steps >= 500 else { return }
    let growth = residentMegabytes() - memory
    let mean = (now() - beginning) * 1_000 / Double(steps)
    print(
      "seed \(seed): \(steps) steps, \(Int(mean)) ms each, the slowest \(Int(slowest * 1_000)) ms: \(slow);",
      "\(growth) MB more in the second half")
    #expect(growth < 100)
  }

  /// Whether the frame from what the last one counted, where that holds still, is the one that is counted anew.
  private var framesAgree: Bool {
    var anew = browsing.state
    anew.results.groups = nil
    return anew.frame.grid == browsing.state.frame.grid
  }

  private mutating func step() throws {
    switch Int.random(in: 0..<24, using: &random) {
    case 0:
      let size = Size(columns: Int.random(in: 1...130, using: &random), rows: Int.random(in: 1...50, using: &random))
      try browsing.send(.resized(size))
    case 1...5:
      let actions = [Mouse.Action.press(clicks: 1), .press(clicks: 2), .drag, .release, .wheelUp, .wheelDown, .menu]
      guard let action = actions.randomElement(using: &random) else { return }
      let column = Int.random(in: 0..<browsing.state.size.columns, using: &random)
      let row = Int.random(in: 0..<browsing.state.size.rows, using: &random)
      try browsing.mouse(action, column: column, row: row)
    case 6: try browsing.send(.tick)
    case 7:
      let words = [
        "ab", "homs", "near:Homs,50km", "kind:strike", "2024-12", "+3d", "35,36", "quit", "((", "\u{301}\"", "x.csv",
        "y",
      ]
      lastKey = words.randomElement(using: &random) ?? ""
      try browsing.type(lastKey)
    case 8:
      try browsing.send(.now(Instant(seconds: Int64.random(in: -60_000_000_000...60_000_000_000, using: &random))))
    case 9: try browsing.send(.said("something"))
    case 10: try browsing.send(.input(.key(Key(.escape)), nil))
    case 12:
      // As the host answers the key that adds an event.
      if browsing.state.dialogue.prompt == nil, browsing.state.dialogue.question == nil {
        try browsing.send(.deskOpened(.add, fields: [:]))
      }
    case 11:
      lastKey = "enter"
      try browsing.send(.input(.key(Key(.enter)), nil))
    default:
      guard let key = keys.randomElement(using: &random) else { return }
      lastKey = key.name
      try browsing.send(.input(.key(key), nil))
    }
  }

  /// Events all over the world and some years, some without a date, some with no place.
  static func events(_ count: Int) -> [Event] {
    var random = SeededGenerator(seed: 9)
    let kinds = EventKind.allCases
    return (0..<count).map { number in
      let day = Instant(seconds: 1_500_000_000 + Int64.random(in: 0..<200_000_000, using: &random))
      let shape = Shape.points([
        Coordinate(
          latitude: Double.random(in: -90...90, using: &random),
          longitude: Double.random(in: -180...180, using: &random))
      ])
      return Event(
        id: "e\(number)", title: "Event \(number)", kind: kinds[number % kinds.count],
        when: number % 50 == 0 ? nil : DateInterval(unit: number % 3 == 0 ? .day : .second, at: day),
        place: number % 40 == 0 ? .unknown : Place(name: "Place \(number % 900)", precision: .exact, shape: shape),
        actors: ["Actor \(number % 30)"])
    }
  }

  private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private func residentMegabytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, 128, file) != nil else { return 0 }
    let pages = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(separator: " ").dropFirst()
      .first
    return (pages.flatMap { Int($0) } ?? 0) * 4_096 >> 20
  }
}
