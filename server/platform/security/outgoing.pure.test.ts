import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutgoing } from './outgoing.ts';
import { isPublicAddress } from './public-addresses.ts';
import { newWebhookSecret, signedHeaders } from './webhook-signature.ts';

describe('isPublicAddress', () => {
  it.each([
    '127.0.0.1',
    '127.255.0.9',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
    '0x7f.1',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '193.0.6.139', '2a00:1450:4001::1', '2606:4700::1111'])(
    'lets %s pass',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('outgoing requests', () => {
  let server: Server;
  let port: number;
  let calls: string[];
  beforeAll(async () => {
    calls = [];
    server = createServer((request, response) => {
      calls.push(request.url ?? '');
      if (request.url === '/moved') response.writeHead(307, { location: '/inside' });
      else if (request.url === '/slow') return;
      response.end('x'.repeat(100_000));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const post = (url: string, settings: Partial<Parameters<typeof createOutgoing>[0]> = {}) =>
    createOutgoing({ allowedHosts: [], ...settings }).post(new URL(url), {}, '{}');

  it.each([
    'https://127.0.0.1:PORT/inside',
    'https://127.1:PORT/inside',
    'https://2130706433:PORT/inside',
    'https://0x7f000001:PORT/inside',
    'https://0:PORT/inside',
    'https://[::1]:PORT/inside',
    'https://[::ffff:127.0.0.1]:PORT/inside',
    'https://localhost:PORT/inside',
    'http://localhost:PORT/inside',
    'https://169.254.169.254/latest/meta-data/',
    'https://user:word@receiver.example/',
    'ftp://receiver.example/',
  ])('do not reach %s', async (url) => {
    expect(await post(url.replace('PORT', String(port)))).toEqual({ status: null, fault: 'REFUSED_ADDRESS' });
  });

  it('do not follow a name that leads inside, not even one that first led outside', async () => {
    const answers = [[{ address: '8.8.8.8', family: 4 }], [{ address: '127.0.0.1', family: 4 }]];
    let asked = 0;
    const resolve = async () => answers[asked++] ?? [];
    const mixed = async () => [...(answers[0] ?? []), ...(answers[1] ?? [])];
    const inside = await post(`https://rebind.example:${port}/`, { resolve: async () => answers[1] ?? [] });
    expect(inside.fault).toBe('REFUSED_ADDRESS');
    expect((await post(`https://mixed.example:${port}/`, { resolve: mixed })).fault).toBe('REFUSED_ADDRESS');
    // Resolved once: the address that was judged is the one that is called.
    const first = await post(`https://rebind.example:${port}/`, { resolve, timeoutMs: 300 });
    expect([first.fault === 'REFUSED_ADDRESS', asked]).toEqual([false, 1]);
    expect(calls).toEqual([]);
  });

  it('reach a named host of the own network, and do not follow a redirect there', async () => {
    const allowed = { allowedHosts: [`127.0.0.1:${port}`], timeoutMs: 400 };
    expect(await post(`http://127.0.0.1:${port}/ok`, allowed)).toEqual({ status: 200, fault: null });
    expect(await post(`http://127.0.0.1:${port}/moved`, allowed)).toEqual({ status: 307, fault: 'STATUS' });
    expect(await post(`http://127.0.0.1:${port}/slow`, allowed)).toEqual({ status: null, fault: 'TIMEOUT' });
    expect((await post(`http://127.0.0.1:${port + 1}/`, allowed)).fault).toBe('REFUSED_ADDRESS');
    expect(calls).toEqual(['/ok', '/moved', '/slow']);
  });
});

describe('a signature', () => {
  it('is that of the example in the specification', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const headers = signedHeaders(
      [secret],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      new Date(1614265330_000),
      '{"test": 2432232314}',
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is given with the old secret too while it is replaced', () => {
    const [now, old] = [newWebhookSecret(), newWebhookSecret()];
    const both = signedHeaders([now, old], 'id', new Date(0), '{}')['webhook-signature']?.split(' ');
    expect(both).toHaveLength(2);
    expect(both?.[1]).toBe(signedHeaders([old], 'id', new Date(0), '{}')['webhook-signature']);
  });
});
