import SituationModel
import TestKit
import Testing

@Suite("Figures of sources")
struct FigureTests {
  private func event(_ figures: [Figure?]) -> Event {
    Event(id: "a", title: "", sources: figures.map { Source(who: "X", figures: $0.map { [$0] } ?? []) })
  }

  @Test("Numbers have to be there, and to rise")
  func numbers() {
    #expect(Figure("n") == nil && Figure("n", low: 3, best: 2) == nil && Figure("n", low: 3, high: 2) == nil)
    #expect(Figure("n", best: .nan) == nil && Figure("n", high: .infinity) == nil)
    #expect(Figure("n", low: 2, best: 2, high: 2) != nil)
  }

  @Test("A number alone is exact; one limit leaves the other open")
  func bounds() {
    func range(_ low: Double?, _ best: Double?, _ high: Double?) -> [Double?] {
      let figure = Figure("n", low: low, best: best, high: high)
      return [figure?.floor, figure?.ceiling]
    }
    #expect(range(nil, 5, nil) == [5, 5])
    #expect(range(3, 5, nil) == [3, nil])
    #expect(range(nil, 5, 9) == [nil, 9])
    #expect(range(3, nil, nil) == [3, nil])
    #expect(range(3, 5, 9) == [3, 9])
  }

  @Test("Ranges that touch agree; those that don't are a contradiction of the two that are farthest apart")
  func contradictions() {
    #expect(event([Figure("n", low: 3, high: 5), Figure("n", low: 5)]).contradictions.isEmpty)
    #expect(event([Figure("n", best: 3), Figure("m", best: 5)]).contradictions.isEmpty)
    let found = event([
      Figure("n", low: 12, high: 20), Figure("n", high: 3), nil, Figure("n", best: 14), Figure("n", low: 1, high: 99),
    ]).contradictions
    #expect(found.count == 1)
    #expect(found.first?.lower == 1 && found.first?.ceiling == 3)
    #expect(found.first?.upper == 3 && found.first?.floor == 14)
    #expect(found.first?.sources == [0, 1, 3])
  }

  @Test("A source is in a contradiction just where its range leaves out that of another")
  func pairs() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let figures = (0..<Int.random(in: 1...6, using: &generator)).map { _ -> Figure? in
        let numbers = (0..<3).map { _ in Double(Int.random(in: 0...9, using: &generator)) }.sorted()
        func maybe(_ number: Double) -> Double? { Bool.random(using: &generator) ? number : nil }
        return Figure("n", low: maybe(numbers[0]), best: maybe(numbers[1]), high: maybe(numbers[2]))
      }
      let apart = figures.indices.filter { first in
        figures.contains { second in
          guard let figure = figures[first], let second else { return false }
          return (figure.floor ?? -1) > (second.ceiling ?? 99) || (figure.ceiling ?? 99) < (second.floor ?? -1)
        }
      }
      #expect((event(figures).contradictions.first?.sources ?? []) == Set(apart))
    }
  }
}
