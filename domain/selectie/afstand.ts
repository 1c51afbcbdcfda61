/** A place in degrees, WGS 84. */
export interface Coordinaat {
  readonly breedte: number;
  readonly lengte: number;
}

/** Where postcode areas lie. */
export interface Postcodes {
  /** `pc4`: the centroid of each four-digit area. `pc2`: of two-digit regions, so distances are approximate. */
  readonly nauwkeurigheid: 'pc4' | 'pc2';
  /** How many areas are known. */
  readonly aantal: number;
  /** The centroid for the four digits of a postcode, undefined where it is not known. */
  coordinaat(pc4: string): Coordinaat | undefined;
}

/** The mean radius of the earth, as the independent implementations of the standard use it. */
const STRAAL_KM = 6371;

/** Great-circle distance in kilometres. */
export function haversine(van: Coordinaat, naar: Coordinaat): number {
  const breedte = radialen(naar.breedte - van.breedte);
  const lengte = radialen(naar.lengte - van.lengte);
  const h =
    Math.sin(breedte / 2) ** 2 +
    Math.cos(radialen(van.breedte)) * Math.cos(radialen(naar.breedte)) * Math.sin(lengte / 2) ** 2;
  return 2 * STRAAL_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radialen(graden: number): number {
  return (graden * Math.PI) / 180;
}
