// Addresses, languages and cursors as callers send them.
import { describe, expect, test } from 'vitest';
import { negotiateLocale } from './locale.ts';
import { networkOf } from './rate-limit.ts';

describe('networkOf', () => {
  test.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s → %s', (ip, network) => expect(networkOf(ip)).toBe(network));
});

describe('negotiateLocale', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['fr', null],
    ['ky', 'ky'],
    ['en-US,en;q=0.9,ru;q=0.8', 'en'],
    ['fr, ru;q=0.3, kk;q=0.7', 'kk'],
    ['KY-kg', 'ky'],
    ['ru;q=0', null],
    ['*', null],
    ['ru;q=x, en;q=0.1', 'en'],
  ])('%s → %s', (header, locale) => expect(negotiateLocale(header)).toBe(locale));
});
