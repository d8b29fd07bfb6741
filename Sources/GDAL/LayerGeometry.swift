#if GDAL
  import CGDAL
  import SituationIO

  /// The forms of a layer, as well-known binary in degrees on WGS 84. GDAL itself transforms the coordinates of other systems.
  final class LayerGeometry {
    /// The form of a record.
    enum Form {
      case none
      case placed([UInt8])
      /// A form without a known system: its text stays.
      case unplaced(String)
      /// A form that can't be read, with the reason and its text.
      case fault(String, String)
    }

    /// How coordinates become degrees on WGS 84.
    private enum Way {
      case same
      case transformed(OGRCoordinateTransformationH)
      case unknown
    }

    /// True if the layer has forms.
    let exists: Bool
    /// Sentences on the system of the coordinates.
    private(set) var remarks: [String] = []
    private let library: Library
    private var way = Way.same
    private let limits: Limits
    /// A text of a form that can't be placed has so many bytes at most.
    private static let textBytes = 1_000

    init(_ layer: OGRLayerH, _ library: Library, limits: Limits) {
      (self.library, self.limits) = (library, limits)
      let table = library.call.OGR_L_GetLayerDefn(layer)
      exists = library.call.OGR_FD_GetGeomFieldCount(table) > 0 && library.call.OGR_FD_GetGeomType(table) != wkbNone
      if exists { way = findWay(layer) }
    }

    deinit {
      if case .transformed(let transformation) = way {
        library.call.OCTDestroyCoordinateTransformation(transformation)
      }
    }

    private func findWay(_ layer: OGRLayerH) -> Way {
      let call = library.call
      guard let own = call.OGR_L_GetSpatialRef(layer), !isUndefined(own) else { return wayWithoutSystem(layer) }
      guard let system = call.OSRClone(own) else { return .unknown }
      let degrees = call.OSRNewSpatialReference(nil)
      defer {
        call.OSRDestroySpatialReference(system)
        call.OSRDestroySpatialReference(degrees)
      }
      _ = call.OSRImportFromEPSG(degrees, 4326)
      // Longitude first, whatever the authority says.
      call.OSRSetAxisMappingStrategy(degrees, OAMS_TRADITIONAL_GIS_ORDER)
      call.OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
      if call.OSRIsSame(system, degrees) != 0 || isWGS84(system) { return .same }
      let name = call.OSRGetName(system).map { String(cString: $0) } ?? "a system without a name"
      guard let transformation = call.OCTNewCoordinateTransformation(system, degrees) else {
        remarks.append("the reference system \"\(name)\" can't be transformed: nothing is placed")
        return .unknown
      }
      remarks.append("coordinates are transformed from \"\(name)\" to WGS 84")
      return .transformed(transformation)
    }

    /// Degrees where all coordinates may be some; else nothing is placed.
    private func wayWithoutSystem(_ layer: OGRLayerH) -> Way {
      var extent = OGREnvelope()
      let isKnown = library.call.OGR_L_GetExtent(layer, &extent, 1) == OGRERR_NONE
      let isPlausible = extent.MinX >= -360 && extent.MaxX <= 360 && extent.MinY >= -90 && extent.MaxY <= 90
      if !isKnown || isPlausible {
        if isKnown { remarks.append("no reference system is named: coordinates are taken for degrees on WGS 84") }
        return .same
      }
      remarks.append("no reference system is named, and the coordinates are no degrees: nothing is placed")
      return .unknown
    }

    private func isUndefined(_ system: OGRSpatialReferenceH) -> Bool {
      let name = library.call.OSRGetName(system).map { String(cString: $0).lowercased() } ?? ""
      return library.call.OSRIsLocal(system) != 0 || name.isEmpty || name.hasPrefix("undefined")
        || name.hasPrefix("unknown") || name.hasPrefix("unnamed")
    }

    /// True for WGS 84 in two or three dimensions by its number.
    private func isWGS84(_ system: OGRSpatialReferenceH) -> Bool {
      let code = library.call.OSRGetAuthorityCode(system, nil).map { String(cString: $0) }
      let name = library.call.OSRGetName(system).map { String(cString: $0) } ?? ""
      return code == "4326" || code == "4979" || ["WGS 84", "GCS_WGS_1984", "WGS 84 (CRS84)"].contains(name)
    }

    /// The form of a record.
    func form(of feature: OGRFeatureH) -> Form {
      let call = library.call
      guard exists, let own = call.OGR_F_GetGeometryRef(feature), call.OGR_G_IsEmpty(own) == 0 else { return .none }
      if case .unknown = way { return .unplaced(text(of: own)) }
      guard let form = straight(own) else { return .fault("has a geometry that can't be read", text(of: own)) }
      defer { call.OGR_G_DestroyGeometry(form) }
      if case .transformed(let transformation) = way, call.OGR_G_Transform(form, transformation) != OGRERR_NONE {
        return .fault("has coordinates outside its reference system: it is not placed", text(of: own))
      }
      call.OGR_G_FlattenTo2D(form)
      let size = Int(call.OGR_G_WkbSize(form))
      guard size > 0, size / 16 <= limits.shapePoints else {
        return .fault("has more than \(limits.shapePoints) points (limit \"shapePoints\")", "")
      }
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { memory, count in
        let isWritten = call.OGR_G_ExportToIsoWkb(form, wkbNDR, memory.baseAddress) == OGRERR_NONE
        count = isWritten ? size : 0
      }
      return bytes.isEmpty ? .fault("has a geometry that can't be read", text(of: own)) : .placed(bytes)
    }

    /// A copy of a form without curves and surfaces.
    private func straight(_ form: OGRGeometryH) -> OGRGeometryH? {
      let call = library.call
      let kind = call.OGR_G_GetGeometryType(form)
      if call.OGR_GT_IsNonLinear(kind) != 0 { return call.OGR_G_GetLinearGeometry(form, 0, nil) }
      let copy = call.OGR_G_Clone(form)
      let isSurface = [wkbPolyhedralSurface, wkbTIN, wkbTriangle].contains(call.OGR_GT_Flatten(kind))
      return isSurface ? call.OGR_G_ForceToMultiPolygon(copy) : copy
    }

    private func text(of form: OGRGeometryH) -> String {
      guard library.call.OGR_G_WkbSize(form) < LayerGeometry.textBytes * 10 else { return "(a long geometry)" }
      var text: UnsafeMutablePointer<CChar>?
      guard library.call.OGR_G_ExportToWkt(form, &text) == OGRERR_NONE, let text else { return "" }
      defer { library.call.VSIFree(text) }
      let whole = String(cString: text)
      return whole.utf8.count > LayerGeometry.textBytes ? String(whole.prefix(LayerGeometry.textBytes)) + "..." : whole
    }
  }
#endif
