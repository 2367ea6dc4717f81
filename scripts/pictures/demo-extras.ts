// What the demo data lack and a picture needs: made through the API by the demo accounts, once.
import { createSigner } from '../../server/platform/security/signer.ts';
import { createVault } from '../../server/platform/security/vault.ts';

export interface Client {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object, version?: number): Promise<T>;
  upload<T>(path: string, name: string, text: string, fields?: Record<string, string>): Promise<T>;
}
export type Clients = (login: string) => Promise<Client>;

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

const PASSENGERS = `Фамилия;Имя;Дата рождения;Пол;Номер паспорта;Страна выдачи
ДЕМОБЕКОВ;АСАН;12.03.1984;M;AC7700001;KGZ
ЖУМАБАЕВ;АЗАМАТ;15.02.1980;M;AC7700002;KGZ
ПРОБАЕВА;АЙГУЛЬ;30.09.1991;F;N7700003;KAZ
TESTOV;DEMIR;1999-13-40;M;N7700004;KAZ
ДЕМОЕВА;САЛТАНАТ;04.07.1972;F;AC7700005;KGZ
`;

const PERSONS = `Фамилия;Имя;Отчество;Дата рождения;Пол;Гражданство
Пробаев;Демобек;Тестович;11.03.1979;M;KGZ
Демоева;Салтанат;Тестовна;04.07.1972;F;KGZ
`;

async function passengerList(clients: Clients): Promise<void> {
  const second = await clients('secondline');
  if ((await second.get<Listed>('/v1/passenger-lists')).items.length > 0) return;
  const flight = {
    source: 'API',
    direction: 'ENTRY',
    carrier: 'ZZ',
    number: '901',
    checkpoint: 'Manas airport',
  };
  const date = new Date().toISOString().slice(0, 10);
  await second.upload('/v1/passenger-lists/files', 'DEMO-ZZ901.csv', PASSENGERS, { ...flight, date });
}

async function personsFile(clients: Clients): Promise<void> {
  const officer = await clients('caseofficer');
  if ((await officer.get<Listed>('/v1/imports')).items.length > 0) return;
  await officer.upload('/v1/imports', 'DEMO-persons.csv', PERSONS, { kind: 'PERSONS' });
}

async function requestOfPerson(clients: Clients): Promise<void> {
  const dpo = await clients('dpo');
  if ((await dpo.get<Listed>('/v1/subject-requests')).items.length > 0) return;
  const made = await dpo.post<{ id: string; version: number }>('/v1/subject-requests', {
    ...{ type: 'ACCESS', locale: 'ky', name: 'DEMO Тестбеков Жениш', birthDate: '1985-05-05' },
    ...{ contact: 'DEMO street 1, Bishkek', words: 'DEMO: what is recorded about me?' },
  });
  const step = { verb: 'identify', proof: 'PASSPORT_SEEN' };
  await dpo.post(`/v1/subject-requests/${made.id}/steps`, step, made.version);
  const { items } = await dpo.get<Listed>('/v1/persons?registryNumber=KG-2026-000001-0');
  await dpo.post('/v1/retention/holds', {
    ...{ subjectType: 'person', subjectId: items[0]?.id },
    reason: 'DEMO: claim for damages, Test District Court 2-118/2026',
  });
}

async function otherRegistry(clients: Clients): Promise<void> {
  const admin = await clients('admin');
  const { peers } = await admin.get<{ peers: readonly object[] }>('/v1/exchange');
  if (peers.length > 0) return;
  const key = createSigner(createVault('a-registry-of-demo-0123456789-abcdef'), 'exchange-signing');
  const peer = await admin.post<{ id: string; version: number }>('/v1/exchange/peers', {
    ...{ name: 'DEMO Registry of Turkmenistan', states: ['TKM'] },
    ...{ address: 'https://izdoo.example.tm', publicKey: key.publicKeyPem },
  });
  const second = await clients('sysadmin');
  await second.post(`/v1/exchange/peers/${peer.id}/steps`, { step: 'confirm' }, peer.version);
  const prosecutor = await clients('prosecutor');
  await prosecutor.post('/v1/exchange/letters', {
    ...{ peerId: peer.id, toState: 'TKM', caseNumber: 'KGZ-TKM-2026-0003', stage: 'REQUEST_SENT' },
    text: 'DEMO: Please tell when the decision of the court may be expected.\nThe person has been in custody since 3 November.',
    documents: [{ name: 'DEMO-D10-request.pdf', sha256: 'a3'.repeat(32) }],
  });
}

async function webhook(clients: Clients): Promise<void> {
  const admin = await clients('admin');
  if ((await admin.get<Listed>('/v1/webhooks')).items.length > 0) return;
  const { items } = await admin.get<Listed>('/v1/agencies?state=KGZ');
  await admin.post('/v1/webhooks', {
    ...{ agencyId: items[0]?.id, url: 'https://gateway.example/izdoo', description: 'DEMO gateway' },
    eventTypes: ['alert.activated', 'alert.changed', 'alert.withdrawn'],
  });
}

/** Each by itself: a picture without its data is worth more than no pictures. */
export async function addExtras(clients: Clients): Promise<void> {
  for (const add of [passengerList, personsFile, requestOfPerson, otherRegistry, webhook])
    await add(clients).catch((error: unknown) => console.error(`${add.name}: ${String(error)}`));
}
