// Whole machine-readable zones of the three sizes, of invented people.

export const TD3 = [
  'P<KGZTESTBEKOV<<ZHENISH<<<<<<<<<<<<<<<<<<<<<',
  'AC12345674KGZ8002158M31010122150219801234558',
];
export const TD2 = ['I<RUSOBRAZTSOV<<ILIA<<<<<<<<<<<<<<<<', '7000000010RUS7001017M2805058<<<<<<<8'];
export const TD1 = [
  'IDKGZID1234567321502198012345<',
  '8002158M3101012KGZ<<<<<<<<<<<9',
  'TESTBEKOV<<ZHENISH<<<<<<<<<<<<',
];
