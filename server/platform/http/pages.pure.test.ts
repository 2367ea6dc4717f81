// Pages and figures that need no login: complete without any other server, and strict about scripts.
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createToyApp } from '../../../tests/support/toy-app.ts';

const { app } = createToyApp([]);

describe('pages', () => {
  test.each(['/', '/docs'])('%s loads nothing from elsewhere and has nothing inline', async (path) => {
    const { text, headers } = await request(app).get(path).expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [, address] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(address).toMatch(/^\//);
      if (!/z$/.test(address ?? ''))
        await request(app)
          .get(address ?? '')
          .expect(200);
    }
  });

  test('the first page speaks four languages', async () => {
    const { text } = await request(app).get('/').expect(200);
    for (const language of ['ky', 'ru', 'kk', 'en']) expect(text).toContain(`<section lang="${language}">`);
  });

  test('nothing else of the package is served', async () => {
    for (const name of ['index.html', 'package.json', 'swagger-ui.js.map', '..%2f..%2fpackage.json']) {
      await request(app).get(`/docs/${name}`).expect(404);
    }
  });

  test('the description is served', async () => {
    const { body } = await request(app).get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
  });
});

describe('/metrics', () => {
  const scrape = (changes: Parameters<typeof createToyApp>[1], headers: Record<string, string> = {}) =>
    request(createToyApp([], changes).app).get('/metrics').set(headers);

  test('on the loopback address for the same machine', async () => {
    const { text } = await scrape({}).expect(200);
    expect(text).toContain('izdoo_request_seconds');
    expect(text).toContain('izdoo_database_connections{state="waiting"} 0');
  });

  test('not through a proxy, not when the server listens to others', async () => {
    await scrape({}, { 'X-Forwarded-For': '203.0.113.9' }).expect(404);
    await scrape({ host: '0.0.0.0' }).expect(404);
    await scrape({ host: '0.0.0.0' }, { Authorization: 'Bearer ' }).expect(404);
  });

  test('with a token, for whoever knows it', async () => {
    const metricsToken = 'a-long-token-for-the-collector';
    await scrape({ host: '0.0.0.0', metricsToken }, { Authorization: `Bearer ${metricsToken}` }).expect(200);
    await scrape({ host: '0.0.0.0', metricsToken }, { Authorization: 'Bearer guess' }).expect(404);
    await scrape({ metricsToken }).expect(404);
  });

  test('requests are counted by route and status, never by what was typed', async () => {
    const toy = createToyApp([]);
    await request(toy.app).get('/v1/Zhumabaev').expect(404);
    const { text } = await request(toy.app).get('/metrics').expect(200);
    expect(text).toContain('izdoo_request_seconds_count{route="none",status="404"} 1');
    expect(text).not.toContain('Zhumabaev');
  });
});
