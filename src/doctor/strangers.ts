import {randomUUID} from 'node:crypto';

/** A site that is certainly not the portal's: `.invalid` belongs to nobody. */
export const STRANGE_ORIGIN = 'https://podero-doctor.invalid';

/** Of a user, organisation or device that does not exist. */
export const inventedId = (): string => randomUUID();

/** Another site's page, in a browser that says so and in one that does not. */
export const CROSS_SITE: readonly Readonly<Record<string, string>>[] = [
  {origin: STRANGE_ORIGIN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors'},
  {origin: STRANGE_ORIGIN},
];
