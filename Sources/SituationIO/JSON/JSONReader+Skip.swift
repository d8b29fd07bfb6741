/// Passing over what nobody asked for.
extension JSONReader {
  /// Steps over the value ahead, and sees that it is well formed and no deeper than the limit.
  mutating func skip() throws(Fault) { try skip(deeperThanLimit: false) }

  /// Steps over the value ahead however deep it nests: all that can go wrong is that it is no JSON.
  mutating func skipAnyDepth() throws(Fault) { try skip(deeperThanLimit: true) }

  /// A list of what is open takes the place of recursion, so that no depth of nesting can use up the stack.
  private mutating func skip(deeperThanLimit isFree: Bool) throws(Fault) {
    var isObject: [Bool] = []
    repeat {
      if let inObject = isObject.last {
        guard inObject ? try passName() : try nextElement() else {
          isObject.removeLast()
          continue
        }
      }
      let kind = try kind()
      switch kind {
      case .object, .list:
        if !isFree, depth >= limits.depth { throw fault(.tooDeep(limit: limits.depth)) }
        beginUnlimited()
        isObject.append(kind == .object)
      case .text: try passText()
      case .number: try passNumber()
      case .flag: _ = try flag()
      case .null: try null()
      }
    } while !isObject.isEmpty
  }

  /// Steps over the name of the next member; false at the end of the object.
  private mutating func passName() throws(Fault) -> Bool {
    guard try nextMember() else { return false }
    try passText()
    try colon()
    return true
  }
}
