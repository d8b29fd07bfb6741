import SituationModel
import TestKit
import Testing

@Suite("Names compared")
struct FoldedNameTests {
  @Test(
    "Spellings of one name are one",
    arguments: [
      ["Latakia", "LATAKIA", "la-takia", "Lātakia"], ["al-Hasakah", "Al Hasakah", "Hasakah", "el-Hasakah"],
      ["Deir ez-Zor", "Deir al-Zor", "DeirZor", "Deir az Zor"], ["Şanlıurfa", "Sanliurfa", "SANLIURFA"],
      ["حسياء", "حسيا", "حِسْياء"], ["اللاذقية", "لاذقيه", "الـلاذقية"], ["إدلب", "ادلب"], ["کربلاء", "كربلا"],
      ["مدینہ", "مدينة"],
      ["Ma'arrat", "Ma’arrat", "Maʿarrat"],
      ["Reykjavík", "Reykjavik"], ["Straße", "strasse"], ["e\u{301}te", "été"],
    ])
  func same(spellings: [String]) {
    for spelling in spellings {
      #expect(FoldedName(spelling).compact == FoldedName(spellings[0]).compact, "\(spelling)")
    }
  }

  @Test("An article that is all there is stays", arguments: ["Al", "el", "ال"])
  func articles(name: String) {
    #expect(!FoldedName(name).compact.isEmpty)
  }

  @Test("Words are told apart")
  func words() {
    #expect(FoldedName("Tell Abyad").words == ["tell", "abyad"])
    #expect(FoldedName("  -'- ").words == [])
  }

  @Test("Letters that differ are counted, up to a limit")
  func distance() {
    let name = FoldedName("Palmyra")
    #expect(name.distance(to: FoldedName("palmyra"), limit: 2) == 0)
    #expect(name.distance(to: FoldedName("Palmira"), limit: 2) == 1)
    #expect(name.distance(to: FoldedName("Plmyr"), limit: 2) == 2)
    #expect(name.distance(to: FoldedName("Tadmor"), limit: 2) == nil)
    #expect(FoldedName("").distance(to: FoldedName("ab"), limit: 2) == 2)
  }

  @Test("the compact form alone is that of the folded name")
  func compact() {
    var random = SeededGenerator(seed: 3)
    let pieces = ["al", "ez", "Al-", " ", "-", "'", "Tell", "abyad", "Zor", "é", "ال", "7", "", "ath", "ASH ", "x"]
    for _ in 0..<2_000 {
      let name = (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      #expect(FoldedName.compact(name) == FoldedName(name).compact, "\(name)")
    }
  }
}
