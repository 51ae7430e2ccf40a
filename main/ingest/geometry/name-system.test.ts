import { expect, test } from 'vitest'
import { nameSystem } from './name-system'

test.each([
  ['EPSG:5514', 'EPSG:5514'],
  ['5514', 'EPSG:5514'],
  ['epsg:4326', 'EPSG:4326'],
  ['urn:ogc:def:crs:EPSG::4326', 'EPSG:4326'],
  ['urn:ogc:def:crs:EPSG:9.8.1:5514', 'EPSG:5514'],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'OGC:CRS84'],
  ['http://www.opengis.net/def/crs/EPSG/0/3035', 'EPSG:3035'],
  ['http://www.opengis.net/gml/srs/epsg.xml#2180', 'EPSG:2180'],
  ['ESRI:102067', 'ESRI:102067'],
])('%s is %s', (text, id) => expect(nameSystem(text)).toBe(id))

const esriWgs84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const esriKrovak = (name: string, x: string) =>
  `PROJCS["${name}",GEOGCS["GCS_S_JTSK",DATUM["D_S_JTSK",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Krovak"],PARAMETER["False_Easting",0.0],PARAMETER["X_Scale",${x}],PARAMETER["Y_Scale",1.0],PARAMETER["XY_Plane_Rotation",90.0],UNIT["Meter",1.0]]`
const ogcKrovak =
  'PROJCS["S-JTSK / Krovak East North",GEOGCS["S-JTSK",DATUM["System_Jednotne_Trigonometricke_Site_Katastralni",SPHEROID["Bessel 1841",6377397.155,299.1528128,AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6156"]],AUTHORITY["EPSG","4156"]],PROJECTION["Krovak"],UNIT["metre",1],AUTHORITY["EPSG","5514"]]'
const wkt2 =
  'PROJCRS["ETRS89 / Poland CS92",BASEGEOGCRS["ETRS89",DATUM["European Terrestrial Reference System 1989",ELLIPSOID["GRS 1980",6378137,298.257222101]],ID["EPSG",4258]],CONVERSION["x",METHOD["Transverse Mercator",ID["EPSG",9807]]],CS[Cartesian,2],ID["EPSG",2180]]'
const namelessPl =
  'PROJCS["moje",GEOGCS["g",DATUM["d",SPHEROID["GRS_1980",6378137.0,298.257222101]]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",-5300000.0],PARAMETER["Central_Meridian",19.0],PARAMETER["Scale_Factor",0.9993],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
const compound =
  'COMPD_CS["S-JTSK / Krovak East North + Bpv",PROJCS["S-JTSK / Krovak East North",AUTHORITY["EPSG","5514"]],VERT_CS["Baltic 1957 height",AUTHORITY["EPSG","8357"]],AUTHORITY["EPSG","9999"]]'

test.each([
  ['WGS 84 of ESRI', esriWgs84, 'EPSG:4326'],
  ['ETRS89 of ESRI', esriWgs84.replaceAll('WGS_1984', 'ETRS_1989'), 'EPSG:4258'],
  ['Krovak East North of ESRI', esriKrovak('S-JTSK_Krovak_East_North', '-1.0'), 'EPSG:5514'],
  ['Krovak under its own name', esriKrovak('Krovak_nase', '-1.0'), 'EPSG:5514'],
  ['Krovak with southing first', esriKrovak('S-JTSK_Krovak', '1.0'), 'EPSG:5513'],
  ['Krovak of OGC, its code at the end', ogcKrovak, 'EPSG:5514'],
  ['WKT 2', wkt2, 'EPSG:2180'],
  ['PL-1992 by its parameters', namelessPl, 'EPSG:2180'],
  ['the plane of a compound system', compound, 'EPSG:5514'],
  ['UTM of ESRI', 'PROJCS["WGS_1984_UTM_Zone_33N",GEOGCS["GCS_WGS_1984"]]', 'EPSG:32633'],
  ['PL-2000', 'PROJCS["ETRS_1989_Poland_CS2000_Zone_7",GEOGCS["GCS_ETRS_1989"]]', 'EPSG:2178'],
])('%s', (_, wkt, id) => expect(nameSystem(wkt)).toBe(id))

test.each([
  [
    'a plane of Austria',
    'PROJCS["MGI_Austria_Lambert",GEOGCS["GCS_MGI"],PROJECTION["Lambert_Conformal_Conic"]]',
  ],
  ['Krovak turned another way', esriKrovak('x', '1.0')],
  ['words', 'souřadnice'],
  ['nothing', ''],
])('%s is not named', (_, text) => expect(nameSystem(text)).toBeNull())
