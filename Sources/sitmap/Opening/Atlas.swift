import Cartography
import Places
import SituationIO
import SituationModel

/// The base map's files, read when a view needs them.
struct Atlas {
  private let data: DataFolder
  /// The credits of the base map, a line each.
  let credits: [String]

  /// The base map in a data folder. Its credits are read at once; without them there are none.
  init(data: DataFolder) {
    self.data = data
    let text = try? readText(path: data.basemap("CREDITS.txt"))
    credits = (text ?? "").split(separator: "\n").map(String.init)
  }

  /// Adds a part of the map.
  ///
  /// - Throws: a failure that names the file, when one is missing or damaged.
  func load(_ tier: BaseMap.Tier, into map: inout BaseMap) throws(Failure) {
    for file in BaseMapFile.allCases where file.tier == tier { try load(file, into: &map) }
  }

  /// The towns of the map, and nothing else of it.
  ///
  /// - Throws: a failure that names the file, when one is missing or damaged.
  func towns() throws(Failure) -> BaseMap {
    var map = BaseMap()
    for file in BaseMap.townFiles { try load(file, into: &map) }
    return map
  }

  /// The provinces of the map, for events whose records name none; nil where no event lies where the map has provinces.
  ///
  /// - Throws: a failure that names the file, when it is missing or damaged.
  func provinces(of events: EventTable) throws(Failure) -> ProvinceFinder? {
    guard events.extent.map(BaseMap.regionBounds.intersects) ?? false else { return nil }
    var map = BaseMap()
    try load(.governorates, into: &map)
    return map.provinceFinder
  }

  /// The provinces and countries in which places are released. Countries are written in the outline for middle views, and found by the
  /// finest one.
  ///
  /// - Throws: a failure that names the file, when one is missing or damaged.
  func areas() throws(Failure) -> AreaMap {
    let provinces = try features(.governorates).compactMap { feature -> AreaMap.Area? in
      guard let name = feature.properties["name"]?.text, let shape = feature.shape else { return nil }
      return AreaMap.Area(name: name, shape: shape)
    }
    let details = Dictionary(
      try features(.worldCountries10).map { ($0.properties["a3"]?.text, $0.shape) }, uniquingKeysWith: { $1 })
    let countries = try features(.worldCountries).compactMap { feature -> AreaMap.Area? in
      guard let name = feature.properties["name"]?.text, let shape = feature.shape else { return nil }
      return AreaMap.Area(name: name, shape: shape, detail: details[feature.properties["a3"]?.text] ?? nil)
    }
    return AreaMap(provinces: provinces, countries: countries)
  }

  /// The areas of all countries, in the outline for middle views.
  ///
  /// - Throws: a failure that names the file, when it is missing or damaged.
  func outlines() throws(Failure) -> [Feature] { try features(.worldCountries) }

  /// The roads of the map, and nothing else of it.
  ///
  /// - Throws: a failure that names the file, when it is missing or damaged.
  func roads() throws(Failure) -> BaseMap {
    var map = BaseMap()
    try load(.roads, into: &map)
    return map
  }

  private func features(_ file: BaseMapFile) throws(Failure) -> [Feature] {
    do throws(ReadError) { return try readFeatures(path: data.basemap(file.rawValue + ".geojson")).features } catch {
      throw Failure(message: "sitmap: the base map: \(error.message)", status: error.exitCode)
    }
  }

  /// The features of the files that names of places are looked up in, read at once.
  ///
  /// - Throws: a failure that names the file, when one is missing or damaged.
  func namedPlaces() throws(Failure) -> [PlaceFile: [Feature]] {
    let (files, data) = (PlaceFile.allCases, data)
    let read = inParallel(files.count) { number -> Result<[Feature], ReadError> in
      do throws(ReadError) {
        return .success(try readFeatures(path: data.basemap(files[number].rawValue + ".geojson")).features)
      } catch {
        return .failure(error)
      }
    }
    var features: [PlaceFile: [Feature]] = [:]
    for (file, result) in zip(files, read) {
      do throws(ReadError) { features[file] = try result.get() } catch {
        throw Failure(message: "sitmap: the base map: \(error.message)", status: error.exitCode)
      }
    }
    return features
  }

  private func load(_ file: BaseMapFile, into map: inout BaseMap) throws(Failure) {
    do {
      map.add(try readFeatures(path: data.basemap(file.rawValue + ".geojson")).features, as: file)
    } catch {
      throw Failure(message: "sitmap: the base map: \(error.message)", status: error.exitCode)
    }
  }
}
