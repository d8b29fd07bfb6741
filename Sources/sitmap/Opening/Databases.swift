import GeoPackage
import SituationIO

/// What opens and writes databases in this build.
enum Databases {
  /// What opens them; nil where the program was built without its trait.
  static var source: (any SheetSource)? {
    #if GeoPackage
      GeoPackage()
    #else
      nil
    #endif
  }

  /// What writes them; nil as well.
  static var writer: (any SheetWriter)? {
    #if GeoPackage
      GeoPackageWriter()
    #else
      nil
    #endif
  }
}
