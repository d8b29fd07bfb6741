import Glibc
import SituationIO

/// The name under which a person's changes are written.
enum Author {
  /// The name: of the command line, of the settings, that with which git signs, or else the login name.
  static func name(_ named: String?, settings: String?) -> String {
    let candidates = [
      { named }, { settings }, { variable("GIT_AUTHOR_NAME") }, gitName, loginName, { variable("USER") },
    ]
    for candidate in candidates {
      if let name = candidate()?.split(whereSeparator: \.isNewline).first, !name.allSatisfy(\.isWhitespace) {
        return String(name)
      }
    }
    return "unknown"
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func loginName() -> String? {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return nil }
    return String(cString: name)
  }

  /// The `user.name` of git's configuration of the person.
  private static func gitName() -> String? {
    guard let home = variable("HOME") else { return nil }
    let folders = [home + "/.gitconfig", (variable("XDG_CONFIG_HOME") ?? home + "/.config") + "/git/config"]
    let limits = Limits(fileBytes: 1 << 20)
    for folder in folders {
      if let text = try? readText(path: folder, limits: limits), let name = userName(inGitConfiguration: text) {
        return name
      }
    }
    return nil
  }

  /// The name in the section `[user]` of a text that git reads.
  static func userName(inGitConfiguration text: String) -> String? {
    var isUser = false
    var name: String?
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.hasPrefix("[") {
        isUser = line.lowercased().hasPrefix("[user]")
        continue
      }
      let parts = line.split(separator: "=", maxSplits: 1)
      guard isUser, parts.count == 2, parts[0].lowercased().filter({ !$0.isWhitespace }) == "name" else { continue }
      let value = parts[1].drop { $0 == " " || $0 == "\t" }
      let plain =
        value.first == "\"" ? value.dropFirst().prefix { $0 != "\"" } : value.prefix { $0 != "#" && $0 != ";" }
      name = String(plain).trimmingBlanks
    }
    return name
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var rest = self[...]
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
  }
}
