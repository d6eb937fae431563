/* The countries of the world as shapes (Natural Earth, public domain) with their ISO 3166 codes.
   Heavy: only ever imported when a map is shown. */
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import codes from 'i18n-iso-countries/codes.json';
import { feature } from 'topojson-client';
import topology from 'world-atlas/countries-50m.json';

export const WIDTH = 960;
export const HEIGHT = 440;

export interface Country {
  /** ISO 3166-1 alpha-2; empty where the atlas shows land without a code. */
  code: string;
  /** Path data in a field of WIDTH by HEIGHT. */
  shape: string;
  /** Where a mark goes. */
  middle: [number, number];
}

const ANTARCTICA = 'AQ';
/* Overseas parts pull the middle of these out to sea. */
const MIDDLES: Record<string, [number, number]> = {
  FR: [2.5, 46.6],
  US: [-98.5, 39.5],
  NL: [5.4, 52.2],
  NO: [9, 61],
  PT: [-8, 39.6],
  ES: [-3.7, 40.2],
  RU: [90, 62]
};

export interface Atlas {
  countries: Country[];
  /** The part of the field that holds Europe, as a viewBox of the field's shape. */
  europe: { x: number; y: number; width: number; height: number };
}

export function atlas(): Atlas {
  const world = topology as any;
  const shapes = (feature(world, world.objects.countries) as any).features as any[];
  const alpha2 = new Map<string, string>(
    (codes as string[][]).map(([two, , numeric]) => [numeric, two])
  );
  const shown = shapes
    .map((shape) => ({ shape, code: alpha2.get(String(shape.id ?? '').padStart(3, '0')) ?? '' }))
    .filter(({ code }) => code !== ANTARCTICA);
  const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], {
    type: 'FeatureCollection',
    features: shown.map(({ shape }) => shape)
  } as any);
  const path = geoPath(projection).digits(1);
  const countries = shown.map(({ shape, code }) => ({
    code,
    shape: path(shape) ?? '',
    middle: code in MIDDLES ? projection(MIDDLES[code])! : path.centroid(shape)
  }));
  const north = projection([10, 71])![1];
  const height = projection([10, 34])![1] - north;
  const width = (height * WIDTH) / HEIGHT;
  const x = projection([14, 50])![0] - width / 2;
  return { countries, europe: { x, y: north, width, height } };
}
