import Cartography
import SituationModel

/// The counts of groups while a pass goes over all shown events. The memory is written without checks, because it is written for each of
/// a
/// million events.
final class GroupTallies {
  /// Events in one cell, in one direction, or without a point.
  struct Group {
    let place: Coordinate
    let cell: Int32
    var count: Int32 = 0
    /// The row that was added last: an event of several points may have two in one cell.
    var last: Int32 = -1
    /// The event with the vaguest place. It determines the pin, so that the pin never claims too much.
    var vaguest: Int32 = -1
    /// The numbers of the events' colours, as bits.
    var colours: UInt32 = 0
    var suffixes: UInt16 = 0
    /// The signs of the events' kinds as bits (`KindTable.Sign.slot`).
    var kinds: UInt16 = 0
    var precision: UInt8 = 0
    /// The number of names that are kept.
    var names: UInt8 = 0
    var youngest = Age.old
  }

  /// The properties of an event that a group counts.
  struct Look {
    /// The slot of the kind's sign.
    let kind: UInt8
    let suffix: UInt16
    let precision: UInt8
    let name: Int32
    let colour: Int
    var age = Age.current

    /// - Parameter kind: the code of the kind.
    @inline(__always)
    init(kind: UInt8, suffix: UInt16, precision: UInt8, name: Int32, colour: Int) {
      (self.kind, self.suffix, self.precision) = (KindTable.slot(ofCode: kind), suffix, precision)
      (self.name, self.colour) = (name, colour)
    }

    init(_ traits: SpotTable.Traits, _ colour: Int) {
      self.init(
        kind: traits.kind, suffix: traits.suffix, precision: traits.precision, name: traits.name, colour: colour)
    }
  }

  private let groups: UnsafeMutablePointer<Group>
  /// The names of each group's places, `Beyond.namesKept` numbers for each.
  private let found: UnsafeMutablePointer<Int32>
  private let capacity: Int
  private var count = 0

  /// An empty collection with room for so many groups.
  init(capacity: Int) {
    self.capacity = capacity
    groups = .allocate(capacity: capacity)
    found = .allocate(capacity: capacity * Beyond.namesKept)
  }

  deinit {
    groups.deallocate()
    found.deallocate()
  }

  /// Begins a group; returns its number.
  func begin(cell: Int, _ place: Coordinate) -> Int32 {
    precondition(count < capacity)
    (groups + count).initialize(to: Group(place: place, cell: Int32(truncatingIfNeeded: cell)))
    (found + count * Beyond.namesKept).initialize(repeating: -1, count: Beyond.namesKept)
    count += 1
    return Int32(truncatingIfNeeded: count - 1)
  }

  /// Adds an event to a group; returns false if the event is already in it.
  @inline(__always)
  @discardableResult
  func add(_ row: Int, _ look: Look, to id: Int32) -> Bool {
    let (group, row) = (groups + Int(id), Int32(truncatingIfNeeded: row))
    guard group.pointee.last != row else { return false }
    group.pointee.last = row
    group.pointee.count += 1
    group.pointee.kinds |= 1 << UInt16(look.kind)
    group.pointee.colours |= 1 << UInt32(truncatingIfNeeded: look.colour)
    group.pointee.suffixes |= look.suffix
    if group.pointee.vaguest < 0 || look.precision > group.pointee.precision {
      (group.pointee.vaguest, group.pointee.precision) = (row, look.precision)
    }
    if look.age < group.pointee.youngest { group.pointee.youngest = look.age }
    name(look.name, group, found + Int(id) * Beyond.namesKept)
    return true
  }

  @inline(__always)
  private func name(_ name: Int32, _ group: UnsafeMutablePointer<Group>, _ names: UnsafeMutablePointer<Int32>) {
    guard name >= 0 else { return }
    let count = Int(group.pointee.names)
    for place in 0..<count where names[place] == name { return }
    guard count < Beyond.namesKept else { return }
    names[count] = name
    group.pointee.names += 1
  }

  /// The counts so far.
  var counts: Counts {
    Counts(
      groups: Array(UnsafeBufferPointer(start: groups, count: count)),
      found: Array(UnsafeBufferPointer(start: found, count: count * Beyond.namesKept)))
  }

  /// The counts of all groups.
  struct Counts: Sendable {
    fileprivate var groups: [Group]
    fileprivate var found: [Int32]

    /// The number of groups.
    var count: Int { groups.count }

    /// A group.
    subscript(id: Int32) -> Group { groups[Int(id)] }

    /// The numbers of the first names of a group's places.
    func names(of id: Int32) -> ArraySlice<Int32> {
      found[Int(id) * Beyond.namesKept..<Int(id) * Beyond.namesKept + Int(self[id].names)]
    }
  }
}

extension GroupTallies.Counts {
  /// Adds the groups of later events to these.
  ///
  /// - Parameters:
  ///   - later: the groups of the later events.
  ///   - ids: for each later group, the number of its group here; -1 for a new one, which gets the next number.
  mutating func add(_ later: GroupTallies.Counts, as ids: inout [Int32]) {
    for other in later.groups.indices {
      if ids[other] < 0 {
        ids[other] = Int32(groups.count)
        groups.append(later.groups[other])
        found += later.found[other * Beyond.namesKept..<(other + 1) * Beyond.namesKept]
      } else {
        let id = Int(ids[other])
        groups[id].add(later.groups[other])
        for name in later.names(of: Int32(other)) { add(name: name, to: id) }
      }
    }
  }

  private mutating func add(name: Int32, to id: Int) {
    if names(of: Int32(id)).contains(name) { return }
    guard groups[id].names < Beyond.namesKept else { return }
    found[id * Beyond.namesKept + Int(groups[id].names)] = name
    groups[id].names += 1
  }
}

extension GroupTallies.Group {
  /// Adds the events of a later group, without their names.
  fileprivate mutating func add(_ later: GroupTallies.Group) {
    count += later.count
    last = later.last
    if vaguest < 0 || later.precision > precision { (vaguest, precision) = (later.vaguest, later.precision) }
    colours |= later.colours
    suffixes |= later.suffixes
    kinds |= later.kinds
    youngest = min(youngest, later.youngest)
  }
}
