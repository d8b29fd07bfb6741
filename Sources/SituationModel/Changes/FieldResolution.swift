/// The value of one field after all edits of it, whatever the order in which their lines were read.
///
/// Edits are taken by time, then by id. One that starts from the value that is shown replaces it. One that starts from an earlier value
/// is a second branch: its value is shown, as the later one, and the end of the other branch is disputed. One that starts from a value
/// that the field never had is stale. Linear in the edits.
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
  ///   - canonical: the one form of all texts of the field that mean the same.
  public init(base: String, _ edits: [FieldEdit], canonical: (String) -> String = { $0 }) {
    (shown, self.edits) = (base, edits)
    var current: Int?
    var shownForm = canonical(base)
    /// The edit that set each value the last time; nil for the value of the file.
    var setters: [String: Int?] = [shownForm: current]
    var parents = Set<Int>()
    var overruled = Set<String>()
    for index in edits.indices where edits[index].status != .reverted {
      let edit = edits[index]
      overruled.formUnion(edit.decides)
      let (from, to) = (canonical(edit.from), canonical(edit.to))
      if from == shownForm {
        if let current { parents.insert(current) }
      } else if to == shownForm {
        self.edits[index].status = .agreed
        continue
      } else if let setter = setters[from] {
        if let setter { parents.insert(setter) }
      } else {
        self.edits[index].status = .stale
        continue
      }
      self.edits[index].status = .disputed
      (shown, shownForm, current) = (edit.to, to, index)
      setters[to] = .some(index)
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
