// Properties draw the same cases in every run, so that a landing never fails by chance; PROPERTY_SEED=any draws new ones.
import fc from 'fast-check';

const { PROPERTY_SEED: chosen = '20261126' } = process.env;
if (chosen !== 'any') fc.configureGlobal({ seed: Number(chosen) });
