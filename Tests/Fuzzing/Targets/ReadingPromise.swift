import SituationIO
import SituationModel

/// What a reader promises: a file opens soundly or is refused; what opened comes back the same from a file of ours.
struct ReadingPromise {
  let file: String
  let limits: Limits

  func fault(in bytes: [UInt8]) -> String? {
    do throws(ReadError) {
      let (situation, recognition) = try inspectSituation(bytes: bytes, file: file, limits: limits)
      _ = FileCheck(file: file, situation, recognition, now: Instant(seconds: 1_735_689_600))
      let hasLines = recognition.packing == nil && ![.xlsx, .ods].contains(recognition.format)
      return fault(of: situation, lines: hasLines ? lines(of: bytes) : .max)
        ?? lostInWriting(situation)
    } catch {
      return error.exitCode == 65 || error.exitCode == 66 ? nil : "an error of the exit code \(error.exitCode)"
    }
  }

  /// What can't be true of any situation.
  private func fault(of situation: Situation, lines: Int) -> String? {
    let table = situation.events
    if let odd = situation.rejections.first(where: { $0.line < 1 || $0.line > lines }) { return "line \(odd.line)" }
    if Set(table.events.map(\.id)).count != table.count { return "two events of one id" }
    for row in 0..<table.count {
      let event = table[row]
      if table.row(of: event.id) != row { return "\(event.id) is not found by its id" }
      if table.date(of: row) != event.when { return "the column of \(event.id) has another date than the event" }
      if event.place.shape.map(isSound) == false || event.destination?.shape.map(isSound) == false {
        return "\(event.id) lies off the globe"
      }
      if let start = event.when?.start, let end = event.when?.end, start >= end { return "\(event.id) ends first" }
      if let radius = event.place.radius, !(radius >= 0 && radius.isFinite) { return "a radius of \(radius)" }
    }
    return nil
  }

  private func isSound(_ shape: Shape) -> Bool {
    guard let bounds = shape.bounds else { return false }
    return bounds.south >= -90 && bounds.north <= 90 && bounds.west >= -180 && bounds.west <= 180
      && bounds.east.isFinite && bounds.east - bounds.west <= 360
  }

  private func lostInWriting(_ situation: Situation) -> String? {
    if situation.events.count == 0 { return nil }
    for format in Conversion.Format.allCases {
      var bytes: [UInt8] = []
      _ = Conversion(situation, to: format).write { bytes += $0 }
      guard let again = try? readSituation(bytes: bytes, file: file) else { return "\(format) does not open again" }
      if let odd = again.rejections.first(where: { !$0.reason.hasPrefix("links to") }) {
        return "\(format) written by us has a fault: \(odd.reason)"
      }
      guard again.events.count == situation.events.count else { return "\(format) has lost events" }
      for (old, new) in zip(situation.events.events, again.events.events) where old != new {
        return "\(format) gives another event than it got: \(difference(old, new))"
      }
    }
    return nil
  }

  private func difference(_ old: Event, _ new: Event) -> String {
    func members(_ event: Event) -> [String] {
      [
        event.id, event.title, event.kindName, "\(event.when as Any)", "\(event.published as Any)", "\(event.place)",
        "\(event.destination as Any)", "\(event.standing as Any)", "\(event.actors)", event.summary, "\(event.sources)",
        "\(event.links)",
      ]
    }
    return zip(members(old), members(new)).first { $0 != $1 }.map { "\($0) became \($1)" }
      ?? "what is not said in words"
  }

  /// How many lines bytes have at most, in any of the encodings that are read.
  private func lines(of bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A || $0 == 0x0D } + 1 }
}
