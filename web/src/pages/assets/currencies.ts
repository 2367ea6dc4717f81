// Currencies offered first; the server takes every one of ISO 4217.

export const CURRENCIES: string[] = [
  'USD',
  'EUR',
  'KGS',
  'KZT',
  'RUB',
  'UZS',
  'TJS',
  'GBP',
  'CHF',
  'TRY',
  'AED',
  'CNY',
];
