import SituationModel

/// The bytes of a file, unpacked where they are gzip (RFC 1952) or a KMZ, and what was wrong on the way.
struct Unpacked {
  /// The bytes to read.
  private(set) var bytes: Bytes
  /// The faults of the packing, beside those of the bytes.
  private(set) var rejections: [Rejection] = []
  /// How they were packed; nil where they were not.
  let packing: Recognition.Packing?
  /// The encoding that they had, if they were not in UTF-8 and are now.
  private(set) var encoding: TextEncoding?

  /// Unpacks bytes; those that are not packed stay as they are. Once alone: a packed file in a packed one is none we read.
  init(_ bytes: Bytes, by packing: Recognition.Packing?, file: String, limits: Limits) throws(ReadError) {
    (self.bytes, self.packing) = (bytes, packing)
    let result: Result
    switch packing {
    case .gzip?: result = Gzip.unpacked(bytes, limits)
    case .kmz?: result = KMZ.unpacked(bytes, limits)
    case nil: return
    }
    self.bytes = Bytes(result.bytes)
    switch result.fault {
    case .tooLarge(let words)?: throw .notReadable(file: file, reason: "unpacks to more than \(words)")
    case .nothing(let words)?: throw .notUnderstood(file: file, line: 1, reason: words)
    case .part(let words, let isCut)?:
      if result.bytes.isEmpty { throw .notUnderstood(file: file, line: 1, reason: "the packed file \(words)") }
      rejections = [
        Rejection(
          file: file, line: 1,
          reason: "the packed file \(words)" + (isCut ? ": what stands before that is read" : ""), isWhole: isCut)
      ]
    case nil: break
    }
  }

  /// Puts other bytes in place of what was unpacked, with a note on why.
  mutating func become(_ bytes: Bytes, _ encoding: TextEncoding?, _ note: Rejection? = nil) {
    (self.bytes, self.encoding) = (bytes, encoding)
    if let note { rejections.append(note) }
  }

  /// The result of unpacking a file.
  struct Result {
    var bytes: [UInt8]
    var fault: PackFault?
  }

  /// The fault of a packed file.
  enum PackFault {
    /// It has nothing that we read.
    case nothing(String)
    /// Not all of it could be unpacked (`isCut`), or what could may be wrong.
    case part(String, isCut: Bool)
    /// More comes out than is allowed.
    case tooLarge(String)
  }
}

extension Unpacked.PackFault {
  /// The reason why an unpacker stopped.
  init(_ stop: Inflation.Stop) {
    switch stop {
    case .brokenOff: self = .part("breaks off before its end", isCut: true)
    case .damaged: self = .part("is damaged", isCut: true)
    case .tooLarge(let words): self = .tooLarge(words)
    }
  }
}
