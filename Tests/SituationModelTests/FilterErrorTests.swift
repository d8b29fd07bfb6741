import SituationModel
import Testing

@Suite("What is no filter")
struct FilterErrorTests {
  @Test(
    "is refused at its column, with what belongs there",
    arguments: [
      ("kindd:convoy", 1, "no field is called \"kindd\"; there are kind, actor,"),
      ("a :b", 3, "no field is called \"\""),
      ("kind:convoy grade:G1", 19, "\"grade\" takes A1 to F6"), ("grade:B", 7, "\"grade\" takes A1 to F6"),
      ("grade>=F2", 8, "\"grade>=\" takes A1 to E5; F and 6 are not judged"), ("grade>=B6", 8, "\"grade>=\" takes"),
      ("standing:maybe", 10, "\"standing\" takes confirmed, reported, claimed, alleged, disputed"),
      ("standing>=disputed", 11, "\"standing>=\" takes confirmed, reported, claimed, alleged"),
      ("precision<unknown", 11, "\"precision<\" takes exact, vicinity, locality, region, country, unplaced"),
      ("has:money", 5, "\"has\" takes date, place,"), ("relation:kin", 10, "\"relation\" takes follows,"),
      ("kind:", 6, "\"kind\" takes a text"), ("kind: convoy", 6, "\"kind\" takes a text"),
      ("kind:\"\"", 6, "takes a text"),
      ("kind>convoy", 5, "\"kind\" must be followed by one of : ="), ("has=date", 4, "\"has\" must be followed by :"),
      ("kind:convoy and", 16, "expected a term"), ("or kind:convoy", 1, "expected a term"),
      ("()", 2, "expected a term"),
      ("not", 4, "expected a term"), ("kind:a or or kind:b", 11, "expected a term"), ("-", 2, "expected a term"),
      ("kind:convoy (actor:x", 13, "this parenthesis has no end"),
      ("kind:convoy)", 12, "this parenthesis was never opened"),
      ("place:\"Homs", 7, "this quote has no end"), ("place:\"Homs\\", 7, "this quote has no end"),
      ("place:\"a\\n\"", 10, "follow a backslash"), ("place:\"a\"b", 10, "quotes must enclose"),
      ("place:a\"b\"", 8, "quotes must enclose"), ("after:2024-13", 7, "\"after\" takes a date with an end"),
      ("after:2024-12-10/..", 7, "\"after\" takes a date with an end"), ("during:2024~", 8, "without ~ ? %"),
      ("before:../2024", 8, "\"before\" takes a date with a beginning"), ("near:Homs", 6, "\"near\" takes a place"),
      ("near:Homs,50", 11, "\"near\" takes a place"), ("near:Homs,-5km", 11, "\"near\" takes"),
      ("near:\"Deir ez-Zor\",5x", 20, "\"near\" takes"), ("near:Homs,nankm", 11, "\"near\" takes"),
      ("near:Homs,30000km", 11, "\"near\" takes"), ("near:95,36,5km", 6, "\"near\" takes"),
      ("near:,5km", 6, "\"near\" takes"),
      ("near:Atlantis,50km", 6, "no place is called \"Atlantis\""), ("within:1,2,3", 8, "\"within\" takes west,south"),
      ("inside:1,2;3,4", 8, "\"inside\" takes 3 to 64 corners"),
      ("inside:1,2;3,4;x,6", 8, "\"inside\" takes"),
      ("inside:0,0;0,120;0,-120", 8, "\"inside\" takes"),
      ("within:1,5,3,2", 8, "\"within\" takes"), ("within:1,,2,3,4", 8, "\"within\" takes"),
    ])
  func refused(text: String, column: Int, words: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.column == column)
    #expect(error.words.contains(words), "\(error)")
    #expect(error.description.hasPrefix("column \(column): "))
  }

  @Test("columns are counted in characters")
  func characters() {
    #expect(refusal(of: "place:حسياء grade:Z9")?.column == 19)
    #expect(refusal(of: "place:e\u{301}\u{1F1F8}\u{1F1FE} grade:Z9")?.column == 16)
  }

  @Test("what is too long, has too many terms or is too deep is refused, and what is just short of it is read")
  func limits() {
    let deep = String(repeating: "(", count: 63) + "a" + String(repeating: ")", count: 63)
    #expect(refusal(of: deep) == nil)
    #expect(refusal(of: "(" + deep + ")")?.words == "parentheses and \"not\" can be nested at most 64 deep")
    #expect(refusal(of: String(repeating: "(", count: 2_000))?.column == 65)
    #expect(refusal(of: String(repeating: "-", count: 2_000))?.column == 65)
    #expect(refusal(of: String(repeating: "not ", count: 63) + "a") == nil)
    #expect(refusal(of: String(repeating: "a ", count: 256)) == nil)
    #expect(refusal(of: String(repeating: "a ", count: 257))?.words == "a filter has at most 256 terms")
    #expect(refusal(of: String(repeating: "a", count: 4_096)) == nil)
    #expect(refusal(of: String(repeating: "a", count: 4_097))?.words == "a filter has at most 4096 bytes")
  }

  private func refusal(of text: String) -> FilterError? {
    do throws(FilterError) { _ = try EventFilter(text, place: place) } catch { return error }
    return nil
  }
}
