/// The value of one field after all edits of it, whatever the order in which their lines were read.
///
/// Edits are taken by time, then by id. One that starts from the value that is shown replaces it. One that starts from an earlier value
/// is a second branch: its value is shown, as the later one, and the end of the other branch is disputed. One that starts from a value
/// that the field never had is stale. Quadratic only in edits that start from one value.
public struct FieldResolution: Hashable, Sendable {
  /// The value that is shown.
  public private(set) var shown: String
  /// The edits with their effects, in order.
  public private(set) var edits: [FieldEdit]
  /// The edits whose values are the ends of other branches, which nobody has decided on.
  public var disputed: [FieldEdit] { edits.filter { $0.status == .disputed } }
  /// True if any edit changes the value.
  public var hasEffect: Bool { edits.contains { $0.status == .shown } }

  /// Applies edits to a value.
  ///
  /// - Parameters:
  ///   - base: the value of the file.
  ///   - edits: the edits in order of time, then of id. Those that are reverted have that status.
  ///   - isSame: true if two texts of the field mean the same.
  public init(base: String, _ edits: [FieldEdit], isSame: (String, String) -> Bool = { $0 == $1 }) {
    (shown, self.edits) = (base, edits)
    /// The edit that set each value the last time; nil for the value of the file.
    var setters: [(value: String, edit: Int?)] = [(base, nil)]
    var current: Int?
    var parents = Set<Int>()
    var overruled = Set<String>()
    for index in edits.indices where edits[index].status != .reverted {
      let edit = edits[index]
      overruled.formUnion(edit.decides)
      if isSame(edit.from, shown) {
        if let current { parents.insert(current) }
      } else if isSame(edit.to, shown) {
        self.edits[index].status = .agreed
        continue
      } else if let setter = setters.last(where: { isSame($0.value, edit.from) }) {
        if let parent = setter.edit { parents.insert(parent) }
      } else {
        self.edits[index].status = .stale
        continue
      }
      self.edits[index].status = .disputed
      (shown, current) = (edit.to, index)
      setters.append((edit.to, index))
    }
    for index in edits.indices where self.edits[index].status == .disputed {
      if index == current {
        self.edits[index].status = .shown
      } else if parents.contains(index) {
        self.edits[index].status = .replaced
      } else if overruled.contains(edits[index].change.id) {
        self.edits[index].status = .overruled
      }
    }
  }
}
