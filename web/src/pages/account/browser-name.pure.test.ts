import { describe, expect, it } from 'vitest';
import { browserName } from './browser-name.ts';

describe('the name of a browser', () => {
  it('is said in two words, and as it stands when nobody knows it', () => {
    const chrome =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36';
    expect(browserName(chrome)).toBe('Chrome · Linux');
    expect(browserName(`${chrome} Edg/140`)).toBe('Edge · Linux');
    expect(browserName('Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0')).toBe(
      'Firefox · Windows',
    );
    expect(browserName('gateway/1.2')).toBe('gateway/1.2');
    expect(browserName(null)).toBe('–');
  });
});
