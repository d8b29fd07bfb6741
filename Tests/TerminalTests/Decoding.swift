import TextCanvas

@testable import Terminal

/// The items that a decoder makes of bytes in packets; where a packet is nil, time passes.
func decoded(_ packets: [UInt8]?..., known: [[UInt8]: Key] = [:]) -> [InputDecoder.Item] {
  decoded(packets: packets, known: known)
}

func decoded(packets: [[UInt8]?], known: [[UInt8]: Key] = [:]) -> [InputDecoder.Item] {
  var decoder = InputDecoder(known: known)
  var items: [InputDecoder.Item] = []
  for packet in packets {
    if let packet { decoder.feed(packet) }
    items += decoder.take(patient: packet != nil)
  }
  return items
}

/// The bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

extension InputDecoder.Item {
  static func key(_ character: Character, _ modifiers: Key.Modifiers = []) -> Self {
    .key(Key(.character(character), modifiers))
  }
}
