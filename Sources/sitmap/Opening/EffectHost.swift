import Browser

/// Where the browser runs: on a terminal, or for one printed screen. It carries out what the state asks of the world.
protocol EffectHost: AnyObject {
  /// What is shown.
  var state: BrowserState { get set }

  /// Does what an effect says. A switch over all effects, without a `default`: a host that can't do one says so by its name.
  ///
  /// - Throws: a failure after which nothing can be shown any more.
  func outcome(of effect: Effect) throws(Failure) -> EffectOutcome
}

/// What became of an effect.
enum EffectOutcome {
  /// Nothing is to be told, now or ever; or it will be told later.
  case done
  /// The state is to know this.
  case answered(Message)
  /// The program ends with this status.
  case left(Int32)
}

extension EffectHost {
  /// Carries out effects in their order, each with all that its answer asks for; returns a status when the program is to end.
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
