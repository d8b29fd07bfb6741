/// What a cell lies on.
enum Ground: UInt8 {
  /// Beyond the world's edge.
  case void
  case sea, lake
  /// Land of the countries that the map is about, or any land when it is about none.
  case home
  /// Land of other countries.
  case foreign
  /// Home land that another country holds.
  case occupied
}
