import Terminal
import TextCanvas

/// The promise of the decoder of a terminal's input: replies are no input, however they are put together and cut into packets; and
/// whatever bytes come, it keeps few of them, and the keys that come after them are keys.
struct InputPromise {
  func fault(in bytes: [UInt8]) -> String? {
    // A first byte of 0 says that the others choose replies, and where these are cut.
    bytes.first == 0 ? faultInReplies(bytes.dropFirst()) : faultInAnything(bytes)
  }

  private func faultInReplies(_ choices: ArraySlice<UInt8>) -> String? {
    var decoder = InputDecoder()
    var rest = choices[...]
    var sent: [UInt8] = []
    while let choice = rest.popFirst(), let cut = rest.popFirst() {
      let reply = Array(TerminalReplies.all[Int(choice) % TerminalReplies.all.count].utf8)
      for packet in packets(of: reply, cut: Int(cut)) {
        decoder.feed(packet)
        sent += packet
        if let item = decoder.take(patient: true).first { return "\(sent) says \(item)" }
      }
      // Between two replies any time may pass.
      if let item = decoder.take(patient: !choice.isMultiple(of: 2)).first { return "\(sent) says \(item), with time" }
    }
    return decoder.waiting == .nothing || decoder.waiting == .lateSequence ? nil : "waits for \(decoder.waiting)"
  }

  /// The bytes as one packet, in two that are cut at a place, or each by itself.
  private func packets(of bytes: [UInt8], cut: Int) -> [ArraySlice<UInt8>] {
    switch cut {
    case 0: return [bytes[...]]
    case 255: return bytes.indices.map { bytes[$0...$0] }
    default:
      let place = cut % bytes.count
      return [bytes[..<place], bytes[place...]]
    }
  }

  private func faultInAnything(_ bytes: [UInt8]) -> String? {
    var decoder = InputDecoder()
    var rest = bytes[...]
    var items = 0
    while let size = rest.popFirst() {
      // The first byte of a packet says how long it is, and whether time passes behind it.
      decoder.feed(rest.prefix(Int(size / 2)))
      rest = rest.dropFirst(Int(size / 2))
      items += decoder.take(patient: size.isMultiple(of: 2)).count
      if decoder.keptByteCount > 512 { return "keeps \(decoder.keptByteCount) bytes" }
    }
    // A sequence with a text says more than one key, and never more than it has bytes.
    if items > 2 * bytes.count { return "\(items) items of \(bytes.count) bytes" }
    for _ in 0..<3 { _ = decoder.take(patient: false) }
    decoder.feed(Array("qqqqqqqq".utf8))
    return decoder.take(patient: false).last == .key(Key(.character("q"))) ? nil : "no key behind it"
  }
}
