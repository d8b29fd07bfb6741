import SituationModel
import Testing

@testable import SituationIO

@Suite("Kinds of files")
struct KindReadingTests {
  /// The words and letters of a file's kinds, known ones first.
  private func letters(_ text: String, _ file: String) throws -> [String] {
    try letters(of: readSituation(bytes: Array(text.utf8), file: file))
  }

  private func letters(of situation: Situation) -> [String] {
    situation.events.kinds.signs.map { "\($0.letter) \($0.word)" }
  }

  private func converted(_ situation: Situation, _ format: Conversion.Format) throws -> Situation {
    var bytes: [UInt8] = []
    _ = Conversion(situation, to: format).write { bytes += $0 }
    return try readSituation(bytes: bytes, file: "f")
  }

  static let acled =
    "event_id_cnty,event_date,event_type,sub_event_type,actor1,location,latitude,longitude,notes\n"
    + [
      ("Protests", 6), ("Battles", 5), ("Explosions/Remote violence", 4), ("Riots", 3),
      ("Violence against civilians", 2),
      ("Strategic developments", 1),
    ].flatMap { kind in
      (0..<kind.1).map { number in
        "SYR\(kind.1)\(number),2024-12-\(10 + number),\(kind.0),Event,Actor,Homs,34.7\(number),36.7\(kind.1),A note\n"
      }
    }.joined()

  static let strange =
    "id,date,type,lat,lon\n"
    + (1...20).flatMap { kind in
      (0..<kind).map { "\(kind)-\($0),2024-12-\(10 + $0 % 20),\(Self.words[kind - 1]),34.\(kind),36.\($0)\n" }
    }.joined()

  static let words = [
    "ambush", "raid", "siege", "mine", "sniper", "drone", "rally", "looting", "arson", "arrest", "exchange", "truce",
    "shelling", "airdrop", "blockade", "patrol", "evacuation", "funeral", "vigil", "outage",
  ]

  @Test("ACLED's six types have letters of their own, in CSV, GeoJSON and XLSX")
  func acled() throws {
    let read = try readSituation(bytes: Array(Self.acled.utf8), file: "acled.csv")
    let expected = [
      "P Protests", "B Battles", "X Explosions/Remote violence", "R Riots", "C Violence against civilians",
      "S Strategic developments",
    ]
    #expect(letters(of: read) == expected)
    for format in [Conversion.Format.geojson, .xlsx, .csv] {
      let again = try converted(read, format)
      #expect(letters(of: again) == expected, "\(format)")
      #expect(again.events.events.map(\.kindName) == read.events.events.map(\.kindName))
    }
  }

  @Test("UCDP's and GDELT's codes have the letters of their words")
  func codes() throws {
    let ucdp =
      "id,type_of_violence,dyad_name,where_prec,latitude,longitude,date_prec,date_start,date_end,best,high,low\n"
      + ["1", "1", "1", "2", "2", "3"].enumerated().map { number, code in
        "\(number),\(code),A - B,1,34.\(number),36,1,2024-12-08,2024-12-08,1,2,1\n"
      }.joined()
    #expect(try letters(ucdp, "ged.csv") == ["S state-based", "N non-state", "C one-sided"])
    let gdelt =
      "GLOBALEVENTID,SQLDATE,QuadClass,ActionGeo_FullName,ActionGeo_Lat,ActionGeo_Long\n"
      + ["4", "4", "4", "4", "3", "3", "3", "2", "2", "1"].enumerated().map { number, code in
        "\(number + 1),20241208,\(code),Homs,34.\(number),36\n"
      }.joined()
    #expect(
      try letters(gdelt, "gdelt.csv") == [
        "F material conflict", "T verbal conflict", "M material cooperation", "C verbal cooperation",
      ])
  }

  @Test("of a stranger's twenty kinds the eight most frequent have letters, in every format")
  func stranger() throws {
    let read = try readSituation(bytes: Array(Self.strange.utf8), file: "f.csv")
    let expected = [
      "U outage", "I vigil", "F funeral", "A evacuation", "P patrol", "B blockade", "D airdrop", "S shelling",
    ]
    #expect(letters(of: read).map { String($0.dropFirst(2)) } == expected.map { String($0.dropFirst(2)) } + ["other"])
    #expect(Set(letters(of: read).map { $0.prefix(1) }).count == 9)
    #expect(read.events.kinds.rest.count == 12)
    for format in [Conversion.Format.geojson, .xlsx] {
      let again = try converted(read, format)
      #expect(letters(of: again) == letters(of: read), "\(format)")
      #expect(again.events.kinds.rest == read.events.kinds.rest)
    }
  }

  @Test("kinds do not hang on how many parts a file is read in")
  func parts() throws {
    // Large enough that rows are read in parts on all processors.
    let head = "id,date,type,lat,lon\n"
    let rows = (0..<60_000).map {
      "\($0),2024-12-\(10 + $0 % 20),\($0 % 7 == 0 ? "Riots" : "kind \($0 % 301)"),34.5,36.5\n"
    }
    let read = try readSituation(bytes: Array((head + rows.joined()).utf8), file: "f.csv")
    #expect(read.events.kinds.words.first == "Riots" && !read.events.kinds.isComplete)
    let plain = EventTable(Array(read.events.events))
    #expect(plain.kinds.words == read.events.kinds.words && plain.columns.kinds == read.events.columns.kinds)
  }
}
