<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ events.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>34.7324 36.7137</gml:lowerCorner><gml:upperCorner>35.8646 36.8023</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                                                      
  <ogr:featureMember>
    <ogr:events gml:id="events.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>35.1318 36.7578</gml:lowerCorner><gml:upperCorner>35.1318 36.7578</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="events.geom.0"><gml:pos>35.1318 36.7578</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:id>a1</ogr:id>
      <ogr:title>Convoy of 12 trucks, heading south</ogr:title>
      <ogr:kind>convoy</ogr:kind>
      <ogr:date>2024-12-02</ogr:date>
      <ogr:place>Hama</ogr:place>
      <ogr:killed>3</ogr:killed>
      <ogr:note>seen twice; &quot;unclear&quot;</ogr:note>
    </ogr:events>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:events gml:id="events.1">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>34.7324 36.7137</gml:lowerCorner><gml:upperCorner>34.7324 36.7137</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="events.geom.1"><gml:pos>34.7324 36.7137</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:id>a2</ogr:id>
      <ogr:title>Strike on a depot</ogr:title>
      <ogr:kind>strike</ogr:kind>
      <ogr:date>2024-12-03</ogr:date>
      <ogr:place>Homs</ogr:place>
      <ogr:killed>0</ogr:killed>
    </ogr:events>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:events gml:id="events.2">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>35.8646 36.8023</gml:lowerCorner><gml:upperCorner>35.8646 36.8023</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="events.geom.2"><gml:pos>35.8646 36.8023</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:id>a3</ogr:id>
      <ogr:title>قصف على سراقب</ogr:title>
      <ogr:kind>strike</ogr:kind>
      <ogr:date>2024-12-05</ogr:date>
      <ogr:place>Saraqib</ogr:place>
      <ogr:killed>7</ogr:killed>
      <ogr:note>Übergang bei Óbuda</ogr:note>
    </ogr:events>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:events gml:id="events.3">
      <ogr:id>a4</ogr:id>
      <ogr:title>Statement without a place</ogr:title>
      <ogr:kind>statement</ogr:kind>
      <ogr:date>2024-12-07</ogr:date>
    </ogr:events>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:events gml:id="events.4">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>34.9261 36.7334</gml:lowerCorner><gml:upperCorner>34.9261 36.7334</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::4326" gml:id="events.geom.4"><gml:pos>34.9261 36.7334</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:id>a5</ogr:id>
      <ogr:title>Bridge closed</ogr:title>
      <ogr:kind>other</ogr:kind>
      <ogr:place>Rastan</ogr:place>
      <ogr:killed>1</ogr:killed>
      <ogr:note>x</ogr:note>
    </ogr:events>
  </ogr:featureMember>
</ogr:FeatureCollection>
