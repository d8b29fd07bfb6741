import Browser

/// The place where the browser runs: a terminal, or one printed screen. The host carries out the effects that the state asks for.
protocol EffectHost: AnyObject {
  /// The state of the browser.
  var state: BrowserState { get set }

  /// Carries out an effect. Each host switches over all effects without a `default`: one that can't carry out an effect names it.
  ///
  /// - Throws: a failure after which nothing can be shown any more.
  func outcome(of effect: Effect) throws(Failure) -> EffectOutcome
}

/// The outcome of an effect.
enum EffectOutcome {
  /// Nothing is left to tell the state, or the answer comes later by another way.
  case done
  /// An answer for the state.
  case answered(Message)
  /// The exit status with which the program ends.
  case left(Int32)
}

extension EffectHost {
  /// Carries out effects in their order. The effects that an answer causes go before the rest.
  ///
  /// - Returns: an exit status if the program is to end, otherwise nil.
  func carryOut(_ effects: [Effect]) throws(Failure) -> Int32? {
    var waiting = effects
    while !waiting.isEmpty {
      switch try outcome(of: waiting.removeFirst()) {
      case .done: break
      case .answered(let message): waiting.insert(contentsOf: state.update(message), at: 0)
      case .left(let status): return status
      }
    }
    return nil
  }
}
