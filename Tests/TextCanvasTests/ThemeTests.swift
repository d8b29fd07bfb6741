import Testing
import TextCanvas

@Suite("Themes")
struct ThemeTests {
  private static let kinds: [Ink] = [
    .convoy, .strike, .imagery, .incursion, .statement, .diplomatic, .political, .otherKind,
  ]
  private static let overlays: [Ink] = [.firstOverlay, .secondOverlay, .thirdOverlay, .fourthOverlay]
  private static let files: [Ink] = [
    .firstFile, .secondFile, .thirdFile, .fourthFile, .fifthFile, .sixthFile, .seventhFile, .eighthFile,
  ]
  private static let coloured = ThemeName.allCases.filter { $0 != .monochrome }

  /// Words that may stand back: what a name belongs to, what is only possible.
  private static let dimWords: [Ink] = [.dim, .possible, .countryName, .provinceName]
  /// All other words.
  private static let words: [Ink] =
    [
      .plain, .emphasis, .title, .key, .warning, .roadNumber, .capital, .city, .town, .waterName, .scale, .window,
    ] + kinds + [.spareKind] + overlays + files

  @Test("the distance of two colours is that of the paper's own examples")
  func distance() {
    // Sharma, Wu and Dalal, table 1: pairs 1, 7, 17 and 25.
    for (first, second, expected) in [
      ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
      ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
      ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
      ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ] {
      let lab = Lab(lightness: first.0, a: first.1, b: first.2)
      let distance = lab.distance(to: Lab(lightness: second.0, a: second.1, b: second.2))
      #expect(abs(distance - expected) < 0.0001)
    }
  }

  @Test(
    "kinds of events and files are apart: 15 by CIEDE2000 where 256 colours are, each its own among the sixteen",
    arguments: coloured)
  func kindsApart(name: ThemeName) {
    for inks in [Self.kinds, Self.files] {
      #expect(leastDistance(name, among: inks, seen: .usual) >= 15)
      #expect(Set(inks.map { name.theme.letter($0).basic }).count == inks.count)
    }
  }

  @Test("the theme for colour-blind people keeps kinds and files 15 apart for every sight", arguments: Sight.allCases)
  func kindsApartForAll(sight: Sight) {
    for inks in [Self.kinds, Self.files] { #expect(leastDistance(.colorBlind, among: inks, seen: sight) >= 15) }
  }

  @Test("the colour of a ninth kind is another than those of the eight", arguments: coloured)
  func ninthKind(name: ThemeName) {
    // A ninth that is 15 apart for every sight is not in the palette.
    let sights = name == .colorBlind ? Sight.allCases : [.usual]
    for sight in sights {
      let least = leastDistance(name, among: Self.kinds + [.spareKind], seen: sight)
      #expect(least >= (name == .colorBlind ? 11 : 15), "\(sight)")
    }
    #expect(Set((Self.kinds + [.spareKind]).map { name.theme.letter($0).basic }).count == 9)
  }

  @Test("overlays are 20 apart", arguments: coloured)
  func overlaysApart(name: ThemeName) {
    #expect(leastDistance(name, among: Self.overlays, seen: .usual) >= 20)
  }

  @Test("words can be read on every ground of the map, in WCAG's ratios", arguments: ThemeName.allCases)
  func contrasts(name: ThemeName) {
    let least = name == .highContrast ? (dim: 7.0, normal: 7.0) : (dim: 3.0, normal: 4.5)
    let grounds: [Ink] = [.plain, .sea, .lake, .foreignLand]
    for ground in grounds {
      let behind = groundColor(name.theme, ground)
      for ink in Self.dimWords {
        #expect(contrast(color(name.theme, ink), behind) >= least.dim, "\(ink) on \(ground)")
      }
      for ink in Self.words {
        #expect(contrast(color(name.theme, ink), behind) >= least.normal, "\(ink) on \(ground)")
      }
    }
  }

  @Test("light themes can be read on cream as well, dark ones on dark grey: on a ground that people chose themselves")
  func otherGrounds() {
    // Solarized's light ground is nearly 230; 234 is the dark grey of many editors.
    for (name, ground) in [(ThemeName.light, 230), (.dark, 234), (.colorBlind, 234)] {
      let behind = RGB(palette: UInt8(ground))
      for ink in Self.dimWords { #expect(contrast(color(name.theme, ink), behind) >= 3, "\(name): \(ink)") }
      for ink in Self.words { #expect(contrast(color(name.theme, ink), behind) >= 4.5, "\(name): \(ink)") }
    }
  }

  @Test("high contrast paints its own ground everywhere, monochrome nothing")
  func grounds() {
    for ink in Ink.allCases {
      #expect(Theme.highContrast.ground(ink).indexed != nil)
      #expect(Theme.highContrast.ground(ink).basic != nil)
      #expect(Theme.monochrome.ground(ink) == .own)
      #expect(Theme.monochrome.letter(ink) == .own)
    }
  }

  @Test("the palette is xterm's")
  func palette() {
    for (number, hex) in [
      (0, "#000000"), (9, "#ff0000"), (16, "#000000"), (67, "#5f87af"), (231, "#ffffff"), (232, "#080808"),
      (255, "#eeeeee"),
    ] {
      #expect(RGB(palette: UInt8(number)).hex == hex)
    }
  }

  @Test("themes go round")
  func round() {
    var seen: [ThemeName] = [.dark]
    while let next = seen.last?.next, next != .dark { seen.append(next) }
    #expect(seen == ThemeName.allCases)
  }

  private func leastDistance(_ name: ThemeName, among inks: [Ink] = kinds, seen sight: Sight) -> Double {
    let labs = inks.map { Lab(LinearColor(color(name.theme, $0)).seen(by: sight)) }
    return labs.indices.flatMap { first in
      labs[(first + 1)...].map { labs[first].distance(to: $0) }
    }.min() ?? 0
  }

  private func color(_ theme: Theme, _ ink: Ink) -> RGB {
    RGB(palette: theme.letter(ink).indexed ?? theme.paper.letter)
  }

  private func groundColor(_ theme: Theme, _ ink: Ink) -> RGB {
    RGB(palette: theme.ground(ink).indexed ?? theme.paper.ground)
  }
}
