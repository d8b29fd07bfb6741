import ArgumentParser
import Glibc
import SituationModel

/// The option that says in which zone times are shown.
struct ZoneArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Show times in this zone: Asia/Damascus, +03:00; UTC if nothing is said.", valueName: "zone"))
  var timezone: ZoneName?

  /// The zone.
  var zone: Zone { timezone?.zone ?? .utc }
}

/// A zone of the system's database, or one by its distance from UTC.
struct ZoneName: ExpressibleByArgument {
  let zone: Zone

  init?(argument: String) {
    let offset = argument == "UTC" ? "Z" : argument.hasPrefix("UTC") ? String(argument.dropFirst(3)) : argument
    if let zone = Zone(offset: offset) {
      self.zone = zone
    } else if let zone = Zone(inDatabase: argument) {
      self.zone = zone
    } else {
      return nil
    }
  }
}

extension Zone {
  /// A zone of the system's database of time zones, where the C library finds it; nil when it has none of that name.
  ///
  /// The process is put into that zone for good: a program shows one.
  fileprivate init?(inDatabase name: String) {
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
    guard isName, Zone.isZoneFile("\(folder)/\(name)") else { return nil }
    setenv("TZ", ":\(name)", 1)
    tzset()
    self.init(name: name) { moment in
      var (seconds, parts) = (time_t(moment.seconds), tm())
      return localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    }
  }

  /// Whether a file begins as a zone's does: the C library takes anything else for UTC, without a word.
  private static func isZoneFile(_ path: String) -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 4)
    return fread(&head, 1, 4, file) == 4 && head == Array("TZif".utf8)
  }
}
