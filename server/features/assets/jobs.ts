// What happens to frozen assets by the clock.
import type { Clock } from '../../platform/clock.ts';
import type { Job } from '../../platform/jobs/jobs.ts';
import type { AssetWarnings } from './warnings.ts';

export const assetJobs = (assets: Pick<AssetWarnings, 'warnOfExpiry'>, clock: Clock): Job[] => [
  {
    name: 'warn-of-freeze-expiry',
    at: '10 * * * *',
    run: async () => void (await assets.warnOfExpiry(clock.now())),
  },
];
