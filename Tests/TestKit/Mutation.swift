/// Breaks some bytes as damage does: one is changed, some are cut out, put in, or doubled.
public func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
  let hints = Array("{}[]\",:\\0-9.eEtfn u\u{7F}\n".utf8) + [0x00, 0x80, 0xC3, 0xED, 0xFF]
  for _ in 0..<Int.random(in: 1...4, using: &generator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
    let hint = hints[Int.random(in: 0..<hints.count, using: &generator)]
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[place] = hint
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(hint, at: place)
    default: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
    }
  }
}
