import ArgumentParser
import Glibc
import SituationModel

/// A zone of the system's database, or one by its distance from UTC.
struct ZoneName: ExpressibleByArgument {
  /// The name as it was typed.
  let name: String

  /// nil where there is no such zone.
  init?(argument: String) {
    guard ZoneName.offset(argument) != nil || ZoneName.isInDatabase(argument) else { return nil }
    name = argument
  }

  /// The zone, to show times in. The process is put into it for good: a program shows one.
  func zone() -> Zone {
    if let zone = Self.offset(name) { return zone }
    setenv("TZ", ":\(name)", 1)
    tzset()
    return Zone(name: name) { moment in
      var (seconds, parts) = (time_t(moment.seconds), tm())
      return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }
  }

  /// A zone by its distance from UTC.
  private static func offset(_ text: String) -> Zone? {
    Zone(offset: text == "UTC" ? "Z" : text.hasPrefix("UTC") ? String(text.dropFirst(3)) : text)
  }

  /// True if the C library finds a zone of this name.
  private static func isInDatabase(_ name: String) -> Bool {
    let isName =
      !name.isEmpty && name.utf8.count < 64 && name.first != "/" && !name.contains("..")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "_-+/".utf8.contains(byte)
        }
      }
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    return isName && isZoneFile("\(folder)/\(name)")
  }

  /// True if a file begins as a zone's does. The C library silently takes anything else for UTC.
  private static func isZoneFile(_ path: String) -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 4)
    return fread(&head, 1, 4, file) == 4 && head == Array("TZif".utf8)
  }
}
