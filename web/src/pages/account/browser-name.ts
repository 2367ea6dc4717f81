// Which browser a session was opened with, in two words; what it said of itself in full stays behind the mouse.

type Marks = readonly (readonly [RegExp, string])[];

/** The first that fits: many name themselves after those they are made from. */
const BROWSERS: Marks = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/YaBrowser\//, 'Yandex'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: Marks = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

export function browserName(agent: string | null): string {
  if (agent === null) return '–';
  const found = [BROWSERS, SYSTEMS].flatMap((marks) => marks.find(([mark]) => mark.test(agent))?.[1] ?? []);
  return found.length > 0 ? found.join(' · ') : agent;
}
