import type {LaunchOptions} from 'puppeteer-core';

/** Nothing where there is none, and none can be brought along. */
export function findChromium(): Promise<LaunchOptions | undefined>;
