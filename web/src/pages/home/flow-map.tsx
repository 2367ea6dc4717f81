// Requests between states on a map of Natural Earth shapes that comes with the program: no tiles, nobody is asked for anything.
import { Text } from '@mantine/core';
import {
  type ExtendedFeatureCollection,
  type GeoPermissibleObjects,
  geoCentroid,
  geoMercator,
  geoPath,
} from 'd3-geo';
import { useMemo } from 'react';
import { feature } from 'topojson-client';
import atlas from 'world-atlas/countries-110m.json';
import type { Overview } from '../../../../server/features/overview/contract.ts';
import { Bars } from '../../components/charts.tsx';
import { useCountryName } from '../../components/country.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import styles from './home.module.css';
import { homeTexts } from './home-texts.ts';

const WIDE = 640;
const HIGH = 300;

/** ISO 3166 numeric codes of the shapes, for the states that take part or are often asked. */
const NUMERIC: Readonly<Record<string, string>> = {
  ARM: '051',
  AZE: '031',
  BLR: '112',
  CHN: '156',
  DEU: '276',
  FRA: '250',
  GBR: '826',
  GEO: '268',
  ITA: '380',
  KAZ: '398',
  KGZ: '417',
  MDA: '498',
  POL: '616',
  RUS: '643',
  TJK: '762',
  TKM: '795',
  TUR: '792',
  ARE: '784',
  UKR: '804',
  USA: '840',
  UZB: '860',
};

/** Russia's middle lies far from where the work is done. */
const PLACED: Readonly<Record<string, [number, number]>> = { RUS: [45, 56], USA: [-77, 39] };

type World = Parameters<typeof feature>;
const world = atlas as unknown as World[0] & { objects: { countries: World[1] } };
const { features: lands } = feature(world, world.objects.countries) as ExtendedFeatureCollection;

const landOf = (code: string) => lands.find(({ id }) => id === NUMERIC[code]);

const placeOf = (code: string): [number, number] | null => {
  const land = landOf(code);
  return PLACED[code] ?? (land ? (geoCentroid(land) as [number, number]) : null);
};

type Flow = NonNullable<Overview['cases']>['flows'][number];

/** The view holds all states that are named, with some land around them. */
function useProjection(codes: readonly string[]) {
  return useMemo(() => {
    const places = codes.map(placeOf).filter((place) => place !== null);
    const around = places.length > 0 ? places : [[68, 42] as [number, number]];
    const corners: [number, number][] = around.flatMap(([x, y]) => [
      [x - 9, y - 6],
      [x + 9, y + 6],
    ]);
    const frame = { type: 'MultiPoint', coordinates: corners } as GeoPermissibleObjects;
    return geoMercator().fitExtent(
      [
        [10, 10],
        [WIDE - 10, HIGH - 10],
      ],
      frame,
    );
  }, [codes]);
}

/** A bow from one state to another; there and back do not lie on each other. */
function bow([x1, y1]: [number, number], [x2, y2]: [number, number]): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const [mx, my] = [(x1 + x2) / 2 + dy * 0.22, (y1 + y2) / 2 - dx * 0.22];
  return `M${x1},${y1} Q${mx},${my} ${x2},${y2}`;
}

export function FlowMap({ flows }: { flows: readonly Flow[] }) {
  const t = useTexts(homeTexts);
  const name = useCountryName();
  const codes = useMemo(
    () => [...new Set(flows.flatMap(({ requesting, requested }) => [requesting, requested]))],
    [flows],
  );
  const projection = useProjection(codes);
  const path = geoPath(projection);
  const pointOf = (code: string): [number, number] | null => {
    const place = placeOf(code);
    return place && projection(place);
  };
  const most = Math.max(1, ...flows.map(({ count }) => count));
  if (flows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('nothing')}
      </Text>
    );
  }
  return (
    <>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} width="100%" aria-hidden focusable="false">
        <defs>
          <marker
            id="flow-tip"
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 Z" className={styles['tip']} />
          </marker>
        </defs>
        {lands.map((land) => (
          <path
            key={String(land.id ?? JSON.stringify(land.properties))}
            d={path(land) ?? ''}
            className={codes.some((code) => NUMERIC[code] === land.id) ? styles['ours'] : styles['land']}
          />
        ))}
        {flows.map(({ requesting, requested, count }) => {
          const [from, to] = [pointOf(requesting), pointOf(requested)];
          if (!from || !to) return null;
          return (
            <path
              key={`${requesting} ${requested}`}
              d={bow(from, to)}
              strokeWidth={1.5 + (count / most) * 4}
              markerEnd="url(#flow-tip)"
              className={styles['flow']}
            />
          );
        })}
        {codes.map((code) => {
          const at = pointOf(code);
          return (
            at && (
              <text key={code} x={at[0]} y={at[1] + 14} textAnchor="middle" className={styles['name']}>
                {code}
              </text>
            )
          );
        })}
      </svg>
      <Bars
        title={t('map')}
        heads={[`${t('from')} → ${t('to')}`, t('count')]}
        points={[...flows]
          .sort((a, b) => b.count - a.count)
          .slice(0, 6)
          .map((flow) => ({
            label: `${name(flow.requesting)} → ${name(flow.requested)}`,
            value: flow.count,
          }))}
      />
    </>
  );
}
