import SituationModel

/// Checks values against a schema of JSON Schema 2020-12, as much of it as the situation's schema uses.
///
/// Known are: `$ref` to `#/$defs/…`, `type`, `const`, `enum`, `anyOf`, `oneOf`, `required`, `properties`,
/// `additionalProperties` (false), `items`, `minItems`, `maxItems`, `minLength`, `pattern`, `minimum`, `maximum`,
/// `exclusiveMinimum`. Words that only describe are passed over. Any other word is a fault of the schema, so that no rule
/// is left out in silence.
struct SchemaValidator {
  private let root: PropertyValue

  /// A validator for a schema.
  init(_ schema: PropertyValue) { root = schema }

  /// What is wrong with a value, each with its place as `/features/3/id`.
  func faults(of value: PropertyValue) -> [String] { faults(of: value, by: root, at: "") }

  private func faults(of value: PropertyValue, by schema: PropertyValue, at place: String) -> [String] {
    guard case .object(let rules) = schema else { return ["\(place): the schema is no object"] }
    return rules.sorted { $0.key < $1.key }.flatMap { word, rule in
      check(value, word, rule, rules, at: place)
    }
  }

  private func check(
    _ value: PropertyValue, _ word: String, _ rule: PropertyValue, _ rules: [String: PropertyValue], at place: String
  ) -> [String] {
    switch word {
    case "$schema", "$defs", "title", "description": []
    case "$ref": faults(of: value, by: definition(rule), at: place)
    case "type": only(isOfType(value, rule.text), place, "is no \(rule.text ?? "?")")
    case "const": only(value == rule, place, "is not \(rule.json)")
    case "enum": only(rule.list.contains(value), place, "is none of \(rule.json)")
    case "anyOf": only(fitting(value, rule.list, place) > 0, place, "fits none of anyOf")
    case "oneOf": only(fitting(value, rule.list, place) == 1, place, "does not fit exactly one of oneOf")
    case "required", "properties", "additionalProperties": checkMembers(value, word, rule, rules, at: place)
    case "items", "minItems", "maxItems": checkElements(value, word, rule, at: place)
    case "minLength", "pattern": checkText(value, word, rule, at: place)
    case "minimum", "maximum", "exclusiveMinimum": checkNumber(value, word, rule, at: place)
    default: ["\(place): the schema has the unknown word \(word)"]
    }
  }

  // MARK: Groups of words; each says nothing of values of other types

  private func checkMembers(
    _ value: PropertyValue, _ word: String, _ rule: PropertyValue, _ rules: [String: PropertyValue], at place: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    switch word {
    case "required":
      return rule.list.compactMap(\.text).filter { members[$0] == nil }.map { "\(place): has no \($0)" }
    case "properties":
      return members.sorted { $0.key < $1.key }.flatMap { name, member in
        rule[name].map { faults(of: member, by: $0, at: "\(place)/\(name)") } ?? []
      }
    default:
      let known = rules["properties"]
      if case .object = rule {
        return members.sorted { $0.key < $1.key }.filter { known?[$0.key] == nil }
          .flatMap { faults(of: $1, by: rule, at: "\(place)/\($0)") }
      }
      return members.keys.sorted().filter { known?[$0] == nil }.map { "\(place): \($0) does not belong here" }
    }
  }

  private func checkElements(
    _ value: PropertyValue, _ word: String, _ rule: PropertyValue, at place: String
  ) -> [String] {
    guard case .list(let elements) = value else { return [] }
    switch word {
    case "items":
      return elements.enumerated().flatMap { faults(of: $1, by: rule, at: "\(place)/\($0)") }
    case "minItems": return only(Double(elements.count) >= rule.number ?? 0, place, "has too few elements")
    default: return only(Double(elements.count) <= rule.number ?? 0, place, "has too many elements")
    }
  }

  private func checkText(_ value: PropertyValue, _ word: String, _ rule: PropertyValue, at place: String) -> [String] {
    guard let text = value.text else { return [] }
    if word == "minLength" {
      return only(Double(text.unicodeScalars.count) >= rule.number ?? 0, place, "is too short")
    }
    guard let pattern = rule.text, let regex = try? Regex(pattern) else {
      return ["\(place): the schema has a pattern that is none"]
    }
    return only(text.firstMatch(of: regex) != nil, place, "does not match \(pattern)")
  }

  private func checkNumber(_ value: PropertyValue, _ word: String, _ rule: PropertyValue, at place: String) -> [String]
  {
    guard let number = value.number, let limit = rule.number else { return [] }
    switch word {
    case "minimum": return only(number >= limit, place, "is less than \(limit)")
    case "maximum": return only(number <= limit, place, "is more than \(limit)")
    default: return only(number > limit, place, "is not more than \(limit)")
    }
  }

  // MARK: Parts

  private func only(_ isFine: Bool, _ place: String, _ fault: String) -> [String] {
    isFine ? [] : ["\(place): \(fault)"]
  }

  private func fitting(_ value: PropertyValue, _ schemas: [PropertyValue], _ place: String) -> Int {
    schemas.count { faults(of: value, by: $0, at: place).isEmpty }
  }

  private func definition(_ reference: PropertyValue) -> PropertyValue {
    let name = reference.text?.split(separator: "/").last.map(String.init) ?? ""
    guard reference.text == "#/$defs/\(name)" else { return .null }
    return root["$defs"]?[name] ?? .null
  }

  private func isOfType(_ value: PropertyValue, _ type: String?) -> Bool {
    switch (value, type) {
    case (.object, "object"), (.list, "array"), (.text, "string"), (.number, "number"), (.flag, "boolean"),
      (.null, "null"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
