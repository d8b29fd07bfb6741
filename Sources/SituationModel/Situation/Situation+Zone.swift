extension Situation {
  /// The same on the clocks of a zone; itself in UTC. n log n in the events.
  public func on(_ zone: Zone) -> Situation {
    if zone.name == Zone.utc.name { return self }
    return with(events: events.mapped { $0.dated(zone.clock) }, on: zone)
  }
}
