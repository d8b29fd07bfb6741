import GDAL
import SituationIO

/// The opener and the writer of databases and vector files in this build.
enum Databases {
  /// The opener; nil where the program was built without its trait.
  static var source: (any SheetSource)? {
    #if GDAL
      GDALSource()
    #else
      nil
    #endif
  }

  /// The writer; nil without the trait.
  static var writer: (any SheetWriter)? {
    #if GDAL
      GeoPackageWriter()
    #else
      nil
    #endif
  }
}
