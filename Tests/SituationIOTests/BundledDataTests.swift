import Foundation
import SituationIO
import SituationModel
import TestKit
import Testing

@Suite("The data that the program ships")
struct BundledDataTests {
  @Test("The bundled situation opens whole")
  func situation() throws {
    let situation = try readSituation(path: Fixtures.data("situations/syria-2024-12.geojson"))
    #expect(situation.events.count == 22)
    #expect(situation.rejections.isEmpty)
    let mismatch = Golden("syria-2024-12").mismatch(describe(situation))
    #expect(mismatch == nil)
  }

  @Test("No event of it claims more than is known")
  func honesty() throws {
    let situation = try readSituation(path: Fixtures.data("situations/syria-2024-12.geojson"))
    for event in situation.events.events {
      #expect(!event.sources.isEmpty, "\(event.id)")
      #expect(event.standing != nil, "\(event.id)")
      #expect(event.when != nil, "\(event.id)")
      #expect(event.kind != .other, "\(event.id)")
      #expect(event.sources.allSatisfy { $0.link == nil && $0.grade == nil }, "\(event.id)")
      switch (event.place.precision, event.place.shape) {
      case (.exact, .points), (.vicinity, .points), (.locality, .points), (.region, .lines), (.region, .areas),
        (.country, .areas), (.unplaced, nil):
        break
      default: Issue.record("\(event.id) has a form that its precision does not allow")
      }
    }
  }

  @Test("Every area holds the point that stands for it")
  func anchors() throws {
    let situation = try readSituation(path: Fixtures.data("situations/syria-2024-12.geojson"))
    for event in situation.events.events {
      guard case .areas? = event.place.shape, let anchor = event.place.anchor else { continue }
      #expect(event.place.shape?.contains(anchor) == true, "\(event.id)")
    }
  }

  @Test("Every file of the base map opens without a fault")
  func baseMap() throws {
    let folder = Fixtures.data("basemap")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".geojson") }
    #expect(!names.isEmpty)
    for name in names.sorted() {
      let (features, rejections) = try readFeatures(path: "\(folder)/\(name)")
      #expect(!features.isEmpty, "\(name)")
      #expect(rejections.isEmpty, "\(name)")
    }
  }
}
