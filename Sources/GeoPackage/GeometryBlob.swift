#if GeoPackage
  /// A form in space as a GeoPackage stores it: a header (OGC 12-128, 2.1.3) and well-known binary (OGC 06-103, 8.2), made
  /// well-known text.
  struct GeometryBlob {
    /// The form as well-known text; empty where it has no points.
    let text: String

    /// Reads a blob; nil where it is none.
    init?(_ bytes: [UInt8]) {
      guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { return nil }
      let flags = bytes[3]
      if flags & 0x10 != 0 {
        text = ""
        return
      }
      // The envelope's numbers, by its code.
      guard let numbers = [0: 0, 1: 4, 2: 6, 3: 6, 4: 8][Int(flags >> 1 & 7)] else { return nil }
      var reader = BinaryReader(bytes, at: 8 + numbers * 8)
      guard let text = reader.geometry(depth: 0) else { return nil }
      self.text = text
    }
  }

  /// Steps over well-known binary.
  private struct BinaryReader {
    private let bytes: [UInt8]
    private var offset: Int
    private var isLittle = true

    init(_ bytes: [UInt8], at offset: Int) { (self.bytes, self.offset) = (bytes, offset) }

    /// The geometry ahead as text.
    mutating func geometry(depth: Int) -> String? {
      guard depth < 8, let order = byte(), order < 2 else { return nil }
      isLittle = order == 1
      guard let code = number() else { return nil }
      // Extended forms have flags in the highest bits, ISO's have thousands.
      let (kind, thousands) = (Int(code & 0xFFFF) % 1_000, Int(code & 0xFFFF) / 1_000)
      let extra = [0: 0, 1: 1, 2: 1, 3: 2][thousands] ?? 0
      let size = 2 + max(extra, (code & 0x8000_0000 != 0 ? 1 : 0) + (code & 0x4000_0000 != 0 ? 1 : 0))
      if code & 0x2000_0000 != 0, number() == nil { return nil }
      switch kind {
      case 1: return position(size).map { $0 == "nan nan" ? "" : "POINT (\($0))" }
      case 2: return line(size).map { "LINESTRING \($0)" }
      case 3: return list { $0.line(size) }.map { "POLYGON \($0)" }
      case 4: return parts(depth, "POINT", "MULTIPOINT")
      case 5: return parts(depth, "LINESTRING", "MULTILINESTRING")
      case 6: return parts(depth, "POLYGON", "MULTIPOLYGON")
      case 7: return list { $0.geometry(depth: depth + 1) }.map { "GEOMETRYCOLLECTION \($0)" }
      default: return nil
      }
    }

    /// Geometries of one kind, without its name.
    private mutating func parts(_ depth: Int, _ name: String, _ whole: String) -> String? {
      list { reader in
        guard let part = reader.geometry(depth: depth + 1), part.hasPrefix(name + " ") else { return nil }
        return String(part.dropFirst(name.count + 1))
      }.map { "\(whole) \($0)" }
    }

    private mutating func line(_ size: Int) -> String? { list { $0.position(size) } }

    private mutating func list(_ element: (inout BinaryReader) -> String?) -> String? {
      guard let count = number(), Int(count) <= bytes.count - offset else { return nil }
      var parts: [String] = []
      for _ in 0..<count {
        guard let part = element(&self) else { return nil }
        parts.append(part)
      }
      return parts.isEmpty ? "EMPTY" : "(" + parts.joined(separator: ", ") + ")"
    }

    private mutating func position(_ size: Int) -> String? {
      guard offset + size * 8 <= bytes.count else { return nil }
      let numbers = (0..<2).map { place in
        let raw = bytes[(offset + place * 8)..<(offset + place * 8 + 8)]
        let bits = (isLittle ? Array(raw.reversed()) : Array(raw)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Double(bitPattern: bits)
      }
      offset += size * 8
      return "\(numbers[0]) \(numbers[1])"
    }

    private mutating func byte() -> UInt8? {
      guard offset < bytes.count else { return nil }
      offset += 1
      return bytes[offset - 1]
    }

    private mutating func number() -> UInt32? {
      guard offset + 4 <= bytes.count else { return nil }
      let raw = bytes[offset..<offset + 4]
      offset += 4
      return (isLittle ? Array(raw.reversed()) : Array(raw)).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
  }
#endif
