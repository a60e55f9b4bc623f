import {RateLimiterMemory, type RateLimiterRes} from 'rate-limiter-flexible';
import type {Settings} from './options.js';

/** Seconds until the next request is answered; undefined: this one is. */
export type Limits = (user: string) => Promise<number | undefined>;

const MINUTE_S = 60;

/** Counted after it is known who asks: a stranger's flood must not use up what the customers have. */
export function createLimits({perUser, all}: Settings['requestsPerMinute']): Limits {
  const ofUser = new RateLimiterMemory({points: perUser, duration: MINUTE_S});
  const ofAll = new RateLimiterMemory({points: all, duration: MINUTE_S});
  return async user => {
    try {
      await ofUser.consume(user);
      await ofAll.consume('all');
      return undefined;
    } catch (refused) {
      return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000));
    }
  };
}
