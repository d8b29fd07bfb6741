import GeoPackage
import SituationIO

/// What opens databases in this build.
enum Databases {
  /// Nothing, where the program was built without its trait.
  static var source: (any SheetSource)? {
    #if GeoPackage
      GeoPackage()
    #else
      nil
    #endif
  }
}
