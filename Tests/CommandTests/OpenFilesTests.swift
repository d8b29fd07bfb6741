import Glibc
import Testing

@testable import sitmap

@Suite("Files that are open")
struct OpenFilesTests {
  private func folder() throws -> String {
    var name = Array("/tmp/sitmap-open-XXXXXX".utf8CString)
    let path = try #require(mkdtemp(&name).map { String(cString: $0) })
    return try #require(realpath(path, nil).map { String(cString: $0) })
  }

  @Test("an open file is known by its path, through links, and after another file has taken its name")
  func known() throws {
    let folder = try folder()
    _ = try NewFile.write("a", to: "\(folder)/a.csv", replacing: false)
    _ = try NewFile.write("b", to: "\(folder)/b.csv", replacing: false)
    symlink("a.csv", "\(folder)/symbolic.csv")
    link("\(folder)/a.csv", "\(folder)/hard.csv")
    symlink(folder, "\(folder)/folder")
    let open = OpenFiles(["\(folder)/a.csv", "\(folder)/none.csv"])
    for name in ["a.csv", "./a.csv", "symbolic.csv", "hard.csv", "folder/a.csv", "none.csv", "folder/none.csv"] {
      #expect(open.contain("\(folder)/\(name)"), "\(name)")
    }
    for name in ["b.csv", "c.csv", "nowhere/a.csv"] { #expect(!open.contain("\(folder)/\(name)"), "\(name)") }
    _ = try NewFile.write("c", to: "\(folder)/a.csv", replacing: true)
    #expect(open.contain("\(folder)/a.csv"))
  }

  @Test("a full path is from the root, of a file that is not there too")
  func fullPaths() throws {
    let folder = try folder()
    #expect(NewFile.fullPath("\(folder)/./new.svg") == "\(folder)/new.svg")
    #expect(NewFile.fullPath("new.svg").hasPrefix("/") && NewFile.fullPath("new.svg").hasSuffix("/new.svg"))
    #expect(NewFile.fullPath("\(folder)/none/new.svg") == "\(folder)/none/new.svg")
  }
}
