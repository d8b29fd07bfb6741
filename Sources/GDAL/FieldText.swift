#if GDAL
  import CGDAL
  import SituationIO

  /// A field of a layer, whose values become texts that are as exact as the field's type: a date is a day, and a date with a time says its
  /// zone where the file does.
  struct FieldText {
    let name: String
    let index: Int32
    private let type: OGRFieldType
    private let subtype: OGRFieldSubType
    private let library: Library

    init(_ field: OGRFieldDefnH, _ index: Int32, _ library: Library) {
      (self.index, self.library) = (index, library)
      name = library.call.OGR_Fld_GetNameRef(field).map { String(cString: $0) } ?? "#\(index + 1)"
      (type, subtype) = (library.call.OGR_Fld_GetType(field), library.call.OGR_Fld_GetSubType(field))
    }

    var isBinary: Bool { type == OFTBinary }

    /// The text of a record's value; empty for NULL.
    func text(of feature: OGRFeatureH) -> String {
      let call = library.call
      guard call.OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else { return "" }
      switch type {
      case OFTInteger, OFTInteger64:
        let number = call.OGR_F_GetFieldAsInteger64(feature, index)
        return subtype == OFSTBoolean ? (number == 0 ? "false" : "true") : "\(number)"
      case OFTReal: return FieldText.text(call.OGR_F_GetFieldAsDouble(feature, index), isShort: subtype == OFSTFloat32)
      case OFTDate, OFTTime, OFTDateTime: return moment(feature) ?? plain(feature)
      case OFTBinary:
        var count: Int32 = 0
        _ = call.OGR_F_GetFieldAsBinary(feature, index, &count)
        return "(\(count) bytes)"
      case OFTStringList:
        guard let list = call.OGR_F_GetFieldAsStringList(feature, index) else { return "" }
        var (texts, place) = ([String](), 0)
        while let text = list[place] {
          texts.append(String(cString: text))
          place += 1
        }
        return texts.joined(separator: "; ")
      case OFTIntegerList: return list({ call.OGR_F_GetFieldAsIntegerList(feature, index, &$0) }) { "\($0)" }
      case OFTInteger64List: return list({ call.OGR_F_GetFieldAsInteger64List(feature, index, &$0) }) { "\($0)" }
      case OFTRealList:
        return list({ call.OGR_F_GetFieldAsDoubleList(feature, index, &$0) }) { FieldText.text($0, isShort: false) }
      default: return plain(feature)
      }
    }

    /// A condition of SQL for values that are stored as another type than the column has; nil where none changes anything.
    func storedOtherwise(_ column: String) -> String? {
      switch type {
      case OFTInteger, OFTInteger64: "typeof(\(column)) NOT IN ('integer', 'null', 'blob')"
      case OFTReal: "typeof(\(column)) = 'text'"
      case OFTDate: "typeof(\(column)) <> 'null' AND \(column) NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"
      case OFTTime: "typeof(\(column)) <> 'null'"
      case OFTDateTime:
        "typeof(\(column)) <> 'null' AND \(column) NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9]*Z'"
      default: nil
      }
    }

    private func plain(_ feature: OGRFeatureH) -> String {
      library.call.OGR_F_GetFieldAsString(feature, index).map { String(cString: $0) } ?? ""
    }

    private func list<Number>(
      _ values: (inout Int32) -> UnsafePointer<Number>?, _ text: (Number) -> String
    ) -> String {
      var count: Int32 = 0
      guard let numbers = values(&count), count > 0 else { return "" }
      return UnsafeBufferPointer(start: numbers, count: Int(count)).map(text).joined(separator: "; ")
    }

    /// A date, a time or both; nil where they are none of the calendar: then the text counts.
    private func moment(_ feature: OGRFeatureH) -> String? {
      var (year, month, day, hour, minute, zone) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
      var second: Float = 0
      guard
        library.call.OGR_F_GetFieldAsDateTimeEx(
          feature, index, &year, &month, &day, &hour, &minute, &second, &zone) != 0
      else { return nil }
      let isDate = (1...9_999).contains(year) && (1...12).contains(month) && (1...31).contains(day)
      let date = "\(FieldText.digits(year, 4))-\(FieldText.digits(month, 2))-\(FieldText.digits(day, 2))"
      if type == OFTDate { return isDate ? date : nil }
      guard (0...23).contains(hour), (0...59).contains(minute), second >= 0, second < 62 else { return nil }
      let milliseconds = Int32((second * 1_000).rounded())
      var clock =
        "\(FieldText.digits(hour, 2)):\(FieldText.digits(minute, 2)):\(FieldText.digits(milliseconds / 1_000, 2))"
      if milliseconds % 1_000 != 0 { clock += ".\(FieldText.digits(milliseconds % 1_000, 3))" }
      if type == OFTTime { return clock }
      return isDate ? "\(date)T\(clock)\(FieldText.zone(zone))" : nil
    }

    /// The zone by GDAL's number: 100 is UTC, and each 1 a quarter of an hour; 0 and 1 are a zone that is not known.
    private static func zone(_ number: Int32) -> String {
      guard (40...160).contains(number) else { return "" }
      let minutes = (number - 100) * 15
      if minutes == 0 { return "Z" }
      return (minutes < 0 ? "-" : "+") + digits(abs(minutes) / 60, 2) + ":" + digits(abs(minutes) % 60, 2)
    }

    private static func digits(_ number: Int32, _ count: Int) -> String {
      let text = "\(number)"
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    /// A number as short as it can be read back, a whole one without a point.
    private static func text(_ number: Double, isShort: Bool) -> String {
      if number.rounded() == number, abs(number) < 9e15 { return "\(Int64(number))" }
      return isShort ? "\(Float(number))" : "\(number)"
    }
  }
#endif
