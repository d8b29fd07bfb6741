import Browser
import Cartography
import SituationIO
import SituationModel
import TextCanvas

/// Times keys on a file of events: `playbench BASEMAP FILE` prints what a key costs from the message to the bytes of the
/// screen, at 200 by 60, with all events in view. With `--windows` it prints what a frame costs whose window is 30 days, one
/// that has all, and one that is played.
@main
struct PlayBench {
  static let size = Size(columns: 200, rows: 60)

  static func main() throws {
    guard (3...4).contains(CommandLine.arguments.count) else {
      print("usage: playbench BASEMAP-FOLDER FILE [--windows]")
      return
    }
    var map = BaseMap()
    for file in BaseMapFile.allCases {
      map.add(try readFeatures(path: "\(CommandLine.arguments[1])/\(file.rawValue).geojson").features, as: file)
    }
    let clock = ContinuousClock()
    let start = clock.now
    let situation = try readSituation(path: CommandLine.arguments[2])
    let read = clock.now
    var state = BrowserState(situation: situation, baseMap: map, size: size)
    let made = clock.now
    _ = frame(&state)
    let drawn = clock.now
    if CommandLine.arguments.last == "--windows" { return windows(situation, map) }
    print(
      "\(situation.events.count) events; read \(milliseconds(read - start)) ms, state \(milliseconds(made - read)), "
        + "first frame \(milliseconds(drawn - made))")
    print("what           median ms   99th   slowest   of it drawing")
    let subjects: [(String, [Action])] = [
      ("pan", [.right, .left]), ("zoom", [.zoomIn, .zoomOut]), ("select", [.nextEvent, .nextEvent]),
      ("window, wider", [.narrow, .widen]), ("window, play", [.stepForward]),
    ]
    for (name, actions) in subjects {
      var (times, drawing): ([Double], [Double]) = ([], [])
      for number in 0..<100 {
        let start = clock.now
        _ = state.update(.action(actions[number % actions.count]))
        let updated = clock.now
        _ = frame(&state)
        let end = clock.now
        times.append(milliseconds(end - start))
        drawing.append(milliseconds(end - updated))
      }
      times.sort()
      drawing.sort()
      print(
        padded(name, 15), padded("\(times[50])", 9), padded("\(times[98])", 7), padded("\(times[99])", 9), drawing[50])
    }
    // Each event is read for each filter: of more that takes minutes.
    if situation.events.count <= 300_000 { try filters(situation.events) }
  }

  /// What a pan costs with 30 days in the window and with all, what counting alone costs, and a step of the window while it plays.
  private static func windows(_ situation: Situation, _ map: BaseMap) {
    let events = situation.events
    guard let middle = events.date(of: events.count / 2)?.start else { return }
    let subjects: [(String, Bool, [Action])] = [
      ("30 days", true, [.right, .left]), ("10 years", false, [.right, .left]), ("played", true, [.stepForward]),
    ]
    for (name, isMonth, actions) in subjects {
      var options = ViewOptions()
      if isMonth {
        options.from = DateInterval(unit: .day, at: middle)
        options.to = DateInterval(unit: .day, at: middle.advanced(by: 29 * 86_400))
      }
      var state = BrowserState(situation: situation, baseMap: map, size: size, options: options)
      var times: [Double] = []
      for number in 0..<41 {
        let start = ContinuousClock().now
        _ = state.update(.action(actions[number % actions.count]))
        _ = frame(&state)
        times.append(milliseconds(ContinuousClock().now - start))
      }
      times.sort()
      print("\(name): \(times[20])")
      if actions != [.stepForward] { count(state, name) }
    }
  }

  /// What it costs to count the events of a window by cell, kind and all else that their signs tell; and to ask for them before.
  private static func count(_ state: BrowserState, _ name: String) {
    for (words, anew) in [("count", false), ("ask and count", true)] {
      var times: [Double] = []
      for _ in 0..<41 {
        let start = ContinuousClock().now
        _ = state.countByCell(askingAnew: anew)
        times.append(milliseconds(ContinuousClock().now - start))
      }
      times.sort()
      print("\(words) \(name): \(times[20])")
    }
  }

  /// What filters cost as a table answers them, in turn with each event read and asked.
  private static func filters(_ events: EventTable) throws {
    let texts = [
      "kind:strike", "not standing:alleged after:2024", "near:34.7,36.7,50km", "within:35,33,37,35", "\"actor 7\"",
      "kind:strike actor:\"Actor 7\"",
    ]
    let clock = ContinuousClock()
    print("filter                          passing   table ms   each read ms")
    for text in texts {
      let filter = try EventFilter(text) { _ in nil }
      var (table, read, count): (Duration, Duration, Int) = (.seconds(3_600), .seconds(3_600), 0)
      for _ in 0..<2 {
        let start = clock.now
        count = events.rows(passing: filter).count
        let answered = clock.now
        let others = events.events.count { filter.passes($0) }
        read = min(read, clock.now - answered)
        table = min(table, answered - start)
        precondition(others == count)
      }
      print(padded(text, 31), padded("\(count)", 9), padded("\(milliseconds(table))", 10), milliseconds(read))
    }
  }

  private static func frame(_ state: inout BrowserState) -> Int {
    state.prepareFrame()
    return ANSIWriter(theme: .dark, depth: .indexed).text(of: state.frame.grid).utf8.count
  }

  private static func milliseconds(_ time: Duration) -> Double {
    let (seconds, atto) = time.components
    return ((Double(seconds) * 1e3 + Double(atto) / 1e15) * 100).rounded() / 100
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
