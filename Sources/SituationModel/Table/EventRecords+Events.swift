extension EventRecords {
  /// The records of events that are in memory. Linear in their texts.
  init(_ events: [Event], hasOwnKinds: Bool = true) {
    self.init()
    reserve(events.count)
    var numbers: [String: Int32] = [:]
    for event in events {
      let name = event.place.name.map { name in
        if let number = numbers[name] { return number }
        let number = add(name: name)
        numbers[name] = number
        return number
      }
      append(event, name: name, kind: hasOwnKinds ? nil : UInt16(event.kind.code))
    }
  }

  /// Appends the record of an event that is in memory.
  ///
  /// - Parameters:
  ///   - event: what the record is of.
  ///   - name: the number of its place's name.
  ///   - kind: code of its kind, where the caller knows it (`Event.ownKind`); nil to look it up.
  public mutating func append(_ event: Event, name: Int32?, kind: UInt16? = nil) {
    append(
      when: event.when, kind: kind ?? event.ownKind.map { code(ofKind: $0) } ?? UInt16(event.kind.code),
      precision: event.place.precision.code, standing: event.standing?.code ?? 0, point: event.place.point,
      name: name ?? -1, flags: event.flags,
      file: UInt8(truncatingIfNeeded: event.file?.number ?? 0))
    for (name, range) in event.figures { addFigure(name, range) }
    if let province = event.place.province { setProvince(code(ofProvince: province)) }
  }
}

extension Event {
  /// The file's word for the kind, where the program does not know it.
  public var ownKind: String? {
    kind == .other && !kindName.isEmpty && kindName.lowercased() != kind.rawValue ? kindName : nil
  }
}

extension Place {
  /// The point, when it is one and has no radius.
  var point: Coordinate? {
    guard case .points(let points) = shape, points.count == 1, radius == nil else { return nil }
    return points[0]
  }
}

extension Event {
  fileprivate var flags: EventColumns.Flags {
    var flags: EventColumns.Flags = []
    if place.point != nil { flags.insert(.isPoint) }
    if place.origin == .name { flags.insert(.isPlacedByName) }
    if sources.contains(where: { $0.grade != nil }) { flags.insert(.hasGrade) }
    if !links.isEmpty { flags.insert(.hasLinks) }
    if kindName.lowercased() != kind.rawValue { flags.insert(.hasOwnKind) }
    let isPlain =
      texts.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x20 < 0x5F } }
      && summary.utf8.allSatisfy { $0 &- 0x20 < 0x5F || $0 == 0x0A }
    if !isPlain { flags.insert(.isSuspect) }
    return flags
  }

  /// All its texts but the summary, which alone may have several lines.
  public var texts: [String] {
    let voices = sources.flatMap { source in
      [source.who, source.via, source.note, source.link, source.says, source.copy?.path].compactMap { $0 }
        + source.figures.map(\.what)
    }
    return [title, kindName] + [place.name, destination?.name].compactMap { $0 } + actors + voices
  }
}
