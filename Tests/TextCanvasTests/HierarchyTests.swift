import Testing
import TextCanvas

/// What a person sees first on the map, by contrast with the grounds in 256 colours (WCAG's ratios).
@Suite("Hierarchy of the map")
struct HierarchyTests {
  private static let coloured = ThemeName.allCases.filter { $0 != .monochrome }
  private static let grounds: [Ink] = [.plain, .sea, .lake, .foreignLand, .occupiedLand]
  private static let density: [Ink] = [.fewest, .few, .middling, .many, .most]

  /// From what is seen first to what is seen last; inks of one rank may be alike.
  private static let ranks: [[Ink]] = [
    [.shore], [.route], [.capital, .city, .town], [.border, .disputedBorder], [.river, .lake],
    [.province, .road],
  ]

  @Test("coast, routes, town names, borders, rivers, provinces and side roads stand in this order", arguments: coloured)
  func order(name: ThemeName) {
    for ground in Self.grounds + Self.density {
      let contrasts = Self.ranks.map { rank in rank.map { ratio(of: $0, on: ground, name.theme) } }
      for (first, second) in zip(contrasts, contrasts.dropFirst()) {
        #expect((first.min() ?? 0) > (second.max() ?? .infinity), "\(name) on \(ground): \(contrasts)")
      }
    }
  }

  @Test("coast and routes are twice as strong as borders; what is drawn at all can be seen", arguments: coloured)
  func distances(name: ThemeName) {
    func strength(_ ink: Ink) -> Double { ratio(of: ink, on: .plain, name.theme) }
    for ink in [Ink.shore, .route] { #expect(strength(ink) >= 1.5 * strength(.border)) }
    for ink in Self.ranks.joined() { #expect(strength(ink) >= 2.3, "\(ink)") }
  }

  @Test(
    "classes of density rise by steps that can be seen, and coast, routes and names can be read on them",
    arguments: coloured)
  func densities(name: ThemeName) {
    let theme = name.theme
    let contrasts = ([.plain] + Self.density).map { contrast(ground(theme, $0), ground(theme, .plain)) }
    for (paler, stronger) in zip(contrasts, contrasts.dropFirst()) { #expect(stronger / paler >= 1.2, "\(contrasts)") }
    for ground in Self.density {
      for ink in [Ink.shore, .route, .capital, .city, .town, .countryName, .provinceName, .waterName, .emphasis] {
        #expect(ratio(of: ink, on: ground, theme) >= 2.9, "\(ink) on \(ground)")
      }
    }
  }

  @Test("borders and rivers can be seen on every class of density, and so can all other lines", arguments: coloured)
  func linesOnDensities(name: ThemeName) {
    for ground in Self.density {
      for ink in [Ink.border, .disputedBorder, .river, .lake] {
        #expect(ratio(of: ink, on: ground, name.theme) >= 1.9, "\(ink) on \(ground)")
      }
      for ink in [Ink.province, .road, .graticule] {
        #expect(ratio(of: ink, on: ground, name.theme) >= 1.5, "\(ink) on \(ground)")
      }
    }
  }

  @Test("in sixteen colours no letter is dark blue, and routes are yellow where the ground is dark")
  func sixteen() {
    for name in Self.coloured {
      for ink in Ink.allCases {
        #expect(name.theme.letter(ink).basic != 4, "\(name): \(ink)")
        // On a terminal of eight colours bright blue is dark blue in bold, which a dark ground swallows.
        if name != .light { #expect(name.theme.letter(ink).basic != 12, "\(name): \(ink)") }
      }
    }
    for name in Self.coloured where name != .light { #expect(name.theme.letter(.route).basic == 11) }
  }

  @Test("the light theme paints its own ground, as the one of high contrast does")
  func ownGround() {
    for name in [ThemeName.light, .highContrast] {
      for ink in Ink.allCases {
        #expect(name.theme.ground(ink).indexed != nil && name.theme.ground(ink).basic != nil, "\(name): \(ink)")
      }
    }
    for ink in Ink.allCases where ink != .cursor { #expect(Theme.light.letter(ink).indexed != nil) }
  }

  private func ratio(of ink: Ink, on ground: Ink, _ theme: Theme) -> Double {
    contrast(RGB(palette: theme.letter(ink, on: ground).indexed ?? theme.paper.letter), self.ground(theme, ground))
  }

  private func ground(_ theme: Theme, _ ink: Ink) -> RGB {
    RGB(palette: theme.ground(ink).indexed ?? theme.paper.ground)
  }
}
