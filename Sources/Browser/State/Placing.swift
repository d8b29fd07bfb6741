import SituationModel

/// The choice of a place on the map for the form of the desk, which is out of the way meanwhile.
struct Placing: Sendable {
  /// The part of the world that the map showed before.
  let camera: Camera
  /// The pane that had the focus before.
  let focus: Focus
  /// True if the crosshair was shown before.
  let showedCrosshair: Bool
  /// The first corner of a box; nil while a spot is chosen.
  var corner: Coordinate?
}
