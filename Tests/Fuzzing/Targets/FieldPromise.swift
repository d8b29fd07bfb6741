import SituationIO
import SituationModel

/// What the readers of a table's fields promise: the same as a file's, for a field in quotes; and of a date, that what it says
/// is said again by its EDTF.
struct FieldPromise {
  /// The name of the column.
  let name: String

  func fault(in bytes: [UInt8]) -> String? {
    let field = bytes.filter { $0 != UInt8(ascii: "\"") }
    let text = String(decoding: field, as: UTF8.self)
    if let date = try? DateInterval(edtf: text) {
      guard let again = try? DateInterval(edtf: date.edtf), again == date else { return "\(date.edtf) is another date" }
    }
    if let reading = try? CoordinateReader().read(text) {
      let place = reading.place
      if !(abs(place.latitude) <= 90 && abs(place.longitude) <= 180) { return "coordinates off the globe" }
    }
    // Two rows more make it a table, and give its column another date to be compared with.
    let known = name == "date" ? ["2024-05-13", "13/05/2024"] : ["POINT (1 2)", "LINESTRING (1 2, 3 4)"]
    var file = Array("title,\(name)\nA,\"".utf8) + field
    file += Array("\"\nB,\"\(known[0])\"\nC,\"\(known[1])\"\n".utf8)
    return ReadingPromise(file: "f.csv", limits: Limits(depth: 16, textBytes: 1 << 10, shapePoints: 100)).fault(
      in: file)
  }
}
