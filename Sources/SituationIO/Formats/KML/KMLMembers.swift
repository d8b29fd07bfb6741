/// Where KML has no element for what an event says, it stands in `ExtendedData`, in an element of our own.
enum KMLMembers {
  /// The element: the members as JSON (`EventDraft.take`).
  static let element = "eventMembers"
  /// The namespace of the element.
  static let namespace = "urn:sitmap:event-members-1"
}
