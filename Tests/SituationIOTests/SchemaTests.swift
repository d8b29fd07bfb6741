import SituationModel
import Testing

@testable import SituationIO

@Suite("The schema of a situation")
struct SchemaTests {
  @Test("The bundled situation is as the schema says")
  func bundled() throws {
    let situation = try value(Fixtures.data("situations/syria-2024-12.geojson"))
    #expect(try validator().faults(of: situation) == [])
  }

  @Test("Without what the reader mends, the fixture of the profile is as the schema says")
  func profile() throws {
    let faults = try validator().faults(of: value(Fixtures.path("profile")))
    #expect(
      faults == [
        "/countries/1: does not match ^[A-Z]{3}$",
        "/features/0/properties/destination/radius_m: is no number",
        "/features/0/properties/links/1/target: is no string",
      ])
  }

  @Test("Claims are as the schema says, and broken ones are not")
  func claims() throws {
    let faults = try validator().faults(of: value(Fixtures.path("claims")))
    #expect(faults.allSatisfy { $0.hasPrefix("/features/1/") })
    for place in ["1/figures/wounded", "2/figures", "3/disputes", "3/says", "5/sha256"] {
      #expect(faults.contains { $0.hasPrefix("/features/1/properties/sources/\(place)") }, "\(place): \(faults)")
    }
  }

  @Test(
    "What is broken breaks the schema",
    arguments: [
      ("broken-parts", "/features/0/properties/when: does not match"),
      ("broken-parts", "/features/5/properties/actors: is no array"),
      ("broken-parts", "/features/7/properties/place/precision: is none of"),
      ("broken-records", "/features/1: has no type"),
      ("broken-records", "/features/4: is no object"),
      ("plain", ": has no profile"),
      ("plain", "/features/1: has no id"),
      ("plain", "/features/0/properties: magnitude does not belong here"),
    ])
  func broken(name: String, fault: String) throws {
    let faults = try validator().faults(of: value(Fixtures.path(name)))
    #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
  }

  @Test(
    "A geometry that is none breaks the schema",
    arguments: [
      #""POINT(1 2)""#, #"{"type": "Circle", "coordinates": [1, 2]}"#, #"{"type": "Point"}"#,
      #"{"type": "Point", "coordinates": [1]}"#, #"{"type": "LineString", "coordinates": [[1, 2]]}"#,
      #"{"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [1, 2]]]}"#,
      #"{"type": "Point", "coordinates": ["1", 2]}"#,
    ])
  func geometry(text: String) throws {
    let feature =
      #"{"type": "Feature", "id": 1, "properties": {"title": "x", "kind": "x", "place": {"precision": "exact"}}"#
    let start = #"{"type": "FeatureCollection", "profile": "sitmap-situation-1", "title": "x", "features": ["#
    let good = try parsed("\(start)\(feature), \"geometry\": null}]}")
    let broken = try parsed("\(start)\(feature), \"geometry\": \(text)}]}")
    #expect(try validator().faults(of: good) == [])
    #expect(try validator().faults(of: broken) == ["/features/0/geometry: does not fit exactly one of oneOf"])
  }

  @Test(
    "Each rule finds what breaks it",
    arguments: [
      (#"{"type": "string"}"#, "1"), (#"{"type": "integer"}"#, "1.5"), (#"{"type": "boolean"}"#, "null"),
      (#"{"const": "a"}"#, #""b""#), (#"{"enum": ["a", 1]}"#, "2"), (#"{"anyOf": [{"type": "null"}]}"#, "1"),
      (#"{"oneOf": [{"minimum": 1}, {"maximum": 9}]}"#, "5"), (#"{"required": ["a"]}"#, "{}"),
      (#"{"properties": {"a": {"type": "null"}}}"#, #"{"a": 1}"#),
      (#"{"properties": {"a": {}}, "additionalProperties": false}"#, #"{"b": 1}"#),
      (#"{"items": {"type": "null"}}"#, "[null, 1]"), (#"{"minItems": 2}"#, "[1]"), (#"{"maxItems": 1}"#, "[1, 2]"),
      (#"{"minLength": 1}"#, #""""#), (#"{"pattern": "^a$"}"#, #""ab""#), (#"{"minimum": 1}"#, "0"),
      (#"{"maximum": 1}"#, "2"), (#"{"exclusiveMinimum": 1}"#, "1"),
      (##"{"$ref": "#/$defs/a", "$defs": {"a": {"const": 1}}}"##, "2"),
      (##"{"$ref": "#/$defs/none"}"##, "2"), (#"{"uniqueItems": true}"#, "[]"),
    ])
  func rules(schema: String, broken: String) throws {
    #expect(try SchemaValidator(parsed(schema)).faults(of: parsed(broken)).count == 1)
  }

  @Test("The schema has the words of the model, no more and no less")
  func words() throws {
    let schema = try value(Fixtures.data("situations/situation.schema.json"))
    let definitions = schema["$defs"]
    #expect(words(definitions?["precision"]) == PlacePrecision.allCases.map(\.rawValue).filter { $0 != "unknown" })
    #expect(words(definitions?["properties"]?["properties"]?["standing"]) == Standing.allCases.map(\.rawValue))
    let relations = definitions?["link"]?["properties"]?["relation"]
    #expect(Set(words(relations)) == Set(Event.Link.Relation.allCases.map(\.rawValue)))
    #expect(schema["properties"]?["profile"]?["const"]?.text == SituationDraft.profile)
  }

  private func words(_ schema: PropertyValue?) -> [String] { schema?["enum"]?.list.compactMap(\.text) ?? [] }

  private func validator() throws -> SchemaValidator {
    SchemaValidator(try value(Fixtures.data("situations/situation.schema.json")))
  }

  private func value(_ path: String) throws -> PropertyValue {
    try parsed(Array(FileBytes.read(path: path, limits: Limits())))
  }

  private func parsed(_ text: String) throws -> PropertyValue { try parsed(Array(text.utf8)) }

  private func parsed(_ bytes: [UInt8]) throws -> PropertyValue {
    var reader = JSONReader(Bytes(bytes), limits: Limits(depth: 100))
    var notes = RecordNotes()
    return try reader.value(&notes)
  }
}
