/// A sheet of a spreadsheet file, as it was read.
struct WorkbookSheet: Sendable {
  /// The name, as the person sees it.
  let name: String
  /// True if the file hides it.
  let isHidden: Bool
  /// The rows; nil where it has none, or is not one with cells.
  let rows: SheetRows?
  /// Remarks on the sheet.
  let remarks: SheetRemarks
}

/// A spreadsheet file: which kind of one it is, and its parts.
struct Workbook {
  enum Kind: Hashable, Sendable {
    /// Office Open XML (ECMA-376), as Excel saves it.
    case xlsx
    /// OpenDocument (ISO/IEC 26300), as LibreOffice saves it.
    case ods
    /// Excel's binary form, which is not read.
    case xlsb
  }

  let kind: Kind
  private let archive: ZipArchive
  private let packedBytes: Int
  private let file: String
  /// The limits, less what was unpacked so far.
  private(set) var limits: Limits
  /// Bytes of the rows that were written so far, of all sheets.
  private var written = 0

  /// The spreadsheet of some bytes; nil where they are none.
  init?(_ bytes: Bytes, file: String, limits: Limits) {
    guard ZipArchive.fits(bytes) else { return nil }
    archive = ZipArchive(bytes, limits)
    (packedBytes, self.file, self.limits) = (bytes.count, file, limits)
    let names = archive.entries.map(\.name)
    if archive["xl/workbook.bin"] != nil {
      kind = .xlsb
    } else if names.contains(where: { $0.hasPrefix("xl/") }) || archive["xl/workbook.xml"] != nil {
      kind = .xlsx
    } else if archive["content.xml"] != nil && archive["META-INF/manifest.xml"] != nil
      || names.first == "mimetype" && bytes[min(bytes.count, 38)...].prefix(64).starts(with: Workbook.odsType.utf8)
    {
      kind = .ods
    } else if names.first == "[Content_Types].xml", archive.isCut {
      kind = .xlsx
    } else {
      return nil
    }
  }

  private static let odsType = "application/vnd.oasis.opendocument.spreadsheet"

  /// True if bytes are a spreadsheet in a ZIP archive.
  static func fits(_ bytes: Bytes) -> Bool { Workbook(bytes, file: "", limits: Limits()) != nil }

  /// True if the directory at the end of the archive is missing.
  var isCut: Bool { archive.isCut }

  /// A writer for the rows of a sheet. All sheets together may exceed the file by `unpackedRatio`.
  func rowWriter(sheetColumn name: String?) -> SheetRowWriter {
    let (ratio, overflow) = packedBytes.multipliedReportingOverflow(by: limits.unpackedRatio)
    let room = min(limits.unpackedBytes, max(Limits.freelyUnpackedBytes, overflow ? .max : ratio))
    return SheetRowWriter(sheetColumn: name, room: max(0, room - written), limits: limits)
  }

  /// The rows of a sheet that has ended; nil where none has a cell.
  ///
  /// - Throws: where they are beyond the limits.
  mutating func finish(_ writer: inout SheetRowWriter) throws(ReadError) -> SheetRows? {
    let rows = writer.finish()
    if writer.isFull { throw tooLarge("\(limits.unpackedRatio) times its size (limit \"unpackedRatio\")") }
    written += rows?.bytes.count ?? 0
    return rows
  }

  /// The error that a file is more than the limits allow.
  func tooLarge(_ words: String) -> ReadError { .notReadable(file: file, reason: "unpacks to more than \(words)") }

  /// The error that a file is not understood.
  func failure(_ reason: String) -> ReadError { .notUnderstood(file: file, line: 1, reason: reason) }

  /// A part of the archive.
  struct Part {
    /// The content in UTF-8, or as much of it as there is.
    let bytes: [UInt8]
    /// The fault, as the end of a sentence; nil without one.
    let fault: String?
  }

  /// True if there is a part of a name.
  func has(_ path: String) -> Bool { archive[path] != nil }

  /// A part of the archive; nil where there is none of that name.
  ///
  /// - Throws: where it is beyond the limits.
  mutating func part(_ path: String) throws(ReadError) -> Part? {
    guard let entry = archive[path] else { return nil }
    let result = archive.content(of: entry, &limits)
    switch result.fault {
    case .tooLarge(let words)?: throw tooLarge(words)
    case .nothing(let words)?: throw failure(words)
    case .part(let words, _)?: return Part(bytes: Workbook.utf8(result.bytes), fault: words)
    case nil: return Part(bytes: Workbook.utf8(result.bytes), fault: nil)
    }
  }

  /// XML in UTF-16, which its byte order mark tells, as UTF-8.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let (encoding, mark) = TextEncoding.sniff(Bytes(bytes))
    return Array(encoding.decoded(Bytes(bytes), after: mark))
  }

  /// The sheets that are wanted, read one after the other.
  ///
  /// - Parameter wanted: The name of the only sheet to read; nil for all. Names are compared as a person would, case aside,
  ///   where none is the same.
  /// - Throws: where there is no such sheet, or no sheet at all.
  mutating func sheets(_ wanted: String?, progress: ReadingProgress?) throws(ReadError) -> [WorkbookSheet] {
    switch kind {
    case .xlsx: try XLSXReader.sheets(&self, wanted, progress)
    case .ods: try ODSReader.sheets(&self, wanted, progress)
    case .xlsb: throw failure("is a binary Excel workbook (.xlsb): save it as .xlsx in a spreadsheet program")
    }
  }

  /// The place of the wanted one among names of sheets.
  func place(of wanted: String, among names: [String]) throws(ReadError) -> Int {
    if let place = names.firstIndex(of: wanted) ?? names.firstIndex(where: { $0.lowercased() == wanted.lowercased() }) {
      return place
    }
    throw failure("has no sheet \(quoted(wanted)) (sheets: \(names.map(quoted).joined(separator: ", ")))")
  }
}

/// Files of Microsoft's compound format (MS-CFB), which are refused with what to do.
enum CompoundFile {
  /// True if bytes are one.
  static func fits(_ bytes: Bytes) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) }

  /// The advice for such a file, as the end of a sentence that began with its name.
  static func words(_ bytes: Bytes) -> String {
    if has("EncryptedPackage", bytes) {
      return "is a spreadsheet with a password: save it without one in a spreadsheet program"
    }
    if has("Workbook", bytes) || has("Book", bytes) {
      return "is an old Excel workbook (.xls): save it as .xlsx or .csv in a spreadsheet program"
    }
    return "is an old Office file, of which nothing is read: save its table as .xlsx or .csv"
  }

  /// True if a stream has a name, which stands in UTF-16 in the directory.
  private static func has(_ name: String, _ bytes: Bytes) -> Bool {
    let wanted: [UInt8] = name.utf8.flatMap { letter -> [UInt8] in [letter, 0] } + [0, 0]
    return bytes.withUnsafeBufferPointer { bytes in
      // Entries of the directory are 128 bytes long and begin with the name.
      stride(from: 512, to: max(512, bytes.count - wanted.count), by: 128).contains { start in
        (bytes[start..<start + wanted.count]).elementsEqual(wanted)
      }
    }
  }
}
