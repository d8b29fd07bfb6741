/// The ground of a cell.
enum Ground: UInt8 {
  /// The outside of the world.
  case void
  case sea, lake
  /// Land of the countries that the map is about; any land if it is about none.
  case home
  /// Land of other countries.
  case foreign
  /// Home land that another country occupies.
  case occupied
}
