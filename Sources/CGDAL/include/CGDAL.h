// GDAL's C interface, loaded when the first file needs it. To link the library would load it and the hundred libraries
// behind it at each start of the program: 0.3 seconds and 34 MB for all who open no such file.
#ifndef SITMAP_CGDAL_H
#define SITMAP_CGDAL_H

#include <gdal/gdal.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_srs_api.h>
#include <gdal/cpl_conv.h>
#include <gdal/cpl_error.h>
#include <gdal/cpl_string.h>
#include <gdal/cpl_vsi.h>

// The functions that are called, with the types that GDAL's own headers give them.
#define SITMAP_GDAL_FUNCTIONS(X) \
  X(GDALAllRegister) X(GDALOpenEx) X(GDALClose) X(GDALGetDriverByName) X(GDALCreate) \
  X(GDALDatasetGetLayerCount) X(GDALDatasetGetLayer) X(GDALDatasetExecuteSQL) X(GDALDatasetReleaseResultSet) \
  X(GDALDatasetStartTransaction) X(GDALDatasetCommitTransaction) \
  X(GDALGetDatasetDriver) X(GDALGetDriverShortName) \
  X(OGR_L_GetName) X(OGR_L_GetLayerDefn) X(OGR_L_GetNextFeature) X(OGR_L_ResetReading) X(OGR_L_GetFIDColumn) \
  X(OGR_L_GetSpatialRef) X(OGR_L_CreateFeature) X(OGR_L_GetExtent) \
  X(OGR_FD_GetFieldCount) X(OGR_FD_GetFieldDefn) X(OGR_FD_GetGeomFieldCount) X(OGR_FD_GetGeomType) \
  X(OGR_Fld_GetNameRef) X(OGR_Fld_GetType) X(OGR_Fld_GetSubType) \
  X(OGR_F_Create) X(OGR_F_Destroy) X(OGR_F_GetFID) X(OGR_F_GetGeometryRef) X(OGR_F_SetGeometryDirectly) \
  X(OGR_F_IsFieldSetAndNotNull) X(OGR_F_GetFieldAsString) X(OGR_F_GetFieldAsInteger64) X(OGR_F_GetFieldAsDouble) \
  X(OGR_F_GetFieldAsDateTimeEx) X(OGR_F_GetFieldAsBinary) X(OGR_F_GetFieldAsStringList) \
  X(OGR_F_GetFieldAsIntegerList) X(OGR_F_GetFieldAsInteger64List) X(OGR_F_GetFieldAsDoubleList) \
  X(OGR_F_SetFieldString) X(OGR_F_SetFieldDouble) \
  X(OGR_G_CreateFromWkb) X(OGR_G_DestroyGeometry) X(OGR_G_IsEmpty) X(OGR_G_GetGeometryType) X(OGR_G_Clone) \
  X(OGR_G_GetLinearGeometry) X(OGR_G_ForceToMultiPolygon) X(OGR_G_FlattenTo2D) X(OGR_G_WkbSize) X(OGR_G_ExportToIsoWkb) \
  X(OGR_G_Transform) X(OGR_G_ExportToWkt) X(OGR_GT_Flatten) X(OGR_GT_IsNonLinear) \
  X(OSRNewSpatialReference) X(OSRDestroySpatialReference) X(OSRImportFromEPSG) X(OSRSetAxisMappingStrategy) X(OSRClone) \
  X(OSRIsSame) X(OSRIsLocal) X(OSRGetName) X(OSRGetAuthorityCode) X(OSRSetPROJEnableNetwork) \
  X(OCTNewCoordinateTransformation) X(OCTDestroyCoordinateTransformation) \
  X(CPLPushErrorHandlerEx) X(CPLPopErrorHandler) X(CPLSetErrorHandler) X(CPLQuietErrorHandler) \
  X(CPLGetErrorHandlerUserData) X(CPLSetConfigOption) \
  X(VSIFree) X(VSIFileFromMemBuffer) X(VSIGetMemFileBuffer) X(VSIFCloseL) X(VSIRmdirRecursive) X(VSIMkdirRecursive)

// The functions, by their own names. None is null where the library was loaded.
struct sitmap_gdal {
#define X(name) __typeof__(&name) name;
  SITMAP_GDAL_FUNCTIONS(X)
#undef X
};

// Loads the library and fills in the functions; returns null, or the reason why it can't, which stays valid.
const char *sitmap_gdal_load(struct sitmap_gdal *functions);

#endif
