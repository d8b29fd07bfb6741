import SituationModel

/// What the filter language promises: words are a filter that prints as it would be typed, or an error at one of their columns.
struct FilterPromise {
  func fault(in bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(FilterError) {
      let filter = try EventFilter(text, place: place)
      for event in FilterPromise.events { _ = filter.passes(event) }
      guard filter.text.utf8.count <= 4_096 else { return nil }
      do throws(FilterError) {
        return try EventFilter(filter.text, place: place) == filter ? nil : "reads as another filter: \(filter.text)"
      } catch {
        return "prints what is no filter: \(filter.text): \(error)"
      }
    } catch {
      return (1...text.count + 2).contains(error.column) ? nil : "an error at column \(error.column) of \(text.count)"
    }
  }

  private func place(_ name: String) -> Coordinate? {
    name.lowercased() == "homs" ? Coordinate(latitude: 34.73, longitude: 36.72) : nil
  }

  private static let events = [
    Event(id: "a", title: "Bare"),
    Event(
      id: "b", title: "Full", when: try? DateInterval(edtf: "2024-12-01~/2024-12"),
      place: Place(name: "Homs", precision: .vicinity, shape: .points([Coordinate(latitude: 34.7, longitude: 36.7)])),
      actors: ["One", "Two"], summary: "What happened"),
  ]
}
