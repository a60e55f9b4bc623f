import type {Zone} from './calendar.js';
import {estate, wholeHome, type DeviceIds, type SandboxDevice} from './devices.js';

/** What the organisation signs in with. Invented, good for nothing outside this sandbox, and told at once where it should not stand. */
export const CLIENT = {id: 'alpenstrom-demo', secret: 'sandbox-client-secret-good-for-nothing-else'};

export const ORG_ID = '5b1f0b52-8d6e-4a0c-9a3e-2f6f4c7d1e90';

export type Generation = 'G1' | 'G2';

export interface SandboxUser {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The partner's own number for this customer. */
  readonly externalId: string;
  /** Which generation of the API describes this user's devices, unless a command says otherwise. */
  readonly generation: Generation;
  /** Whose midnights divide the days of `savings` and `data`; nothing where there are no such routes. */
  readonly dayZone?: Zone;
  readonly building: string;
  /** Ids of the devices of a user who has one of each kind. */
  readonly devices?: DeviceIds;
  /** All devices in the order of the lists; none: the user has not connected any. */
  readonly fleet: readonly SandboxDevice[];
}

export type UserName = 'anna' | 'ben' | 'clara' | 'dora' | 'emil' | 'flora';

const ANNAS = {
  'heat-pump': '497f6eca-6276-4993-bfeb-53cbbbba6f08',
  'electric-vehicle': '7d1c2a64-0f0e-4b7e-9a55-0c0a4f6d1e11',
  inverter: 'b3f5b0b2-2f4d-4a36-8c57-3f3b5a0f2c22',
};
const BENS = {
  'heat-pump': '1e6f0d3b-92c5-4b18-a7d4-08e5c3f6b921',
  'electric-vehicle': '2f7a1e4c-a3d6-4c29-b8e5-19f6d407ca32',
  inverter: '308b2f5d-b4e7-4d3a-89f6-2a07e518db43',
};
const EMILS = {
  'heat-pump': 'e1b7c0d2-5a94-4f3e-8b16-7c2d90a4e5f1',
  'electric-vehicle': 'e2c8d1e3-6ba5-4a4f-9c27-8d3ea1b5f602',
  inverter: 'e3d9e2f4-7cb6-4b50-8d38-9e4fb2c60713',
};
const HOMES = {
  anna: '94964bf8-4ec9-4f3f-b10e-0fe21980279e',
  ben: '0c8d5a1e-7b42-4e09-9d6f-51f3b8a2c7d4',
  clara: '7a2e94c3-1d5f-4b60-8c3e-9f0a6d2b4e81',
  emil: '3d6b8f20-4c1e-4a57-9e82-b5d07f1c6a94',
  flora: '6f1a3c75-8e2d-4b90-a4c6-d7e01b9f5238',
};

/** The buildings that Dora looks after, with the number of homes in each. */
export const DORAS_BUILDINGS = [
  {name: 'Lindenhof', building: 'd1f4a6b8-2c3e-4d5f-8a7b-9c0d1e2f3a4b', homes: 8},
  {name: 'Seeblick', building: 'd2a5b7c9-3d4f-4e60-9b8c-0d1e2f3a4b5c', homes: 7},
  {name: 'Am Mühlbach', building: 'd3b6c8da-4e50-4f71-8c9d-1e2f3a4b5c6d', homes: 5},
] as const;

/**
 * Anna and Ben live in the same simulated home, which the API describes in one generation to her and in the other to him.
 * Clara has connected nothing yet; Dora looks after three buildings; Emil's devices want something of him; Flora has a very
 * small flat, and neither sensors nor a history.
 */
export const USERS: Readonly<Record<UserName, SandboxUser>> = {
  anna: {
    ...named('Anna', 'Huber', 'customer_40217'),
    id: 'a169451c-8525-4352-b8ca-070dd449a1a5',
    generation: 'G1',
    dayZone: 'Europe/Vienna',
    building: HOMES.anna,
    devices: ANNAS,
    fleet: wholeHome(ANNAS, HOMES.anna, 0),
  },
  ben: {
    ...named('Ben', 'Moser', 'customer_51806'),
    id: 'be4c61d7-3a0f-4f7e-8f41-6d2b9a7c5e02',
    generation: 'G2',
    dayZone: 'UTC',
    building: HOMES.ben,
    devices: BENS,
    fleet: wholeHome(BENS, HOMES.ben, 0),
  },
  clara: {
    ...named('Clara', 'Wimmer', 'customer_63094'),
    id: 'c7d92e18-6f3b-4d5a-9e80-4b1c7a6f3d05',
    generation: 'G2',
    dayZone: 'UTC',
    building: HOMES.clara,
    fleet: [],
  },
  dora: {
    ...named('Dora', 'Steininger', 'customer_70552'),
    id: 'd08a3f29-7c4b-4e6d-8fa1-5c2b8d7e4f06',
    generation: 'G2',
    dayZone: 'UTC',
    building: DORAS_BUILDINGS[0].building,
    fleet: estate(DORAS_BUILDINGS, 100),
  },
  emil: {
    ...named('Emil', 'Gruber', 'customer_71938'),
    id: 'e19b4a3a-8d5c-4f7e-90b2-6d3c9e8f5a07',
    generation: 'G2',
    dayZone: 'Europe/Vienna',
    building: HOMES.emil,
    devices: EMILS,
    fleet: wholeHome(EMILS, HOMES.emil, 2, {'heat-pump': {silentDays: 1}, inverter: {message: 'confirm_battery_size'}}),
  },
  flora: {
    ...named('Flora', 'Pichler', 'customer_80413'),
    id: 'f2ac5b4b-9e6d-4a8f-81c3-7e4daf906b08',
    generation: 'G1',
    building: HOMES.flora,
    fleet: [{id: 'f3bd6c5c-af7e-4b90-92d4-8f5eb0a17c19', kind: 'heat-pump', building: HOMES.flora, home: 3, hasNoSensor: true}],
  },
};

export const USER_NAMES = Object.keys(USERS) as readonly UserName[];

export const findUser = (id: string): SandboxUser | undefined => Object.values(USERS).find(user => user.id === id);

export const findByExternalId = (externalId: string): SandboxUser | undefined => Object.values(USERS).find(user => user.externalId === externalId);

function named(firstName: string, lastName: string, externalId: string) {
  return {firstName, lastName, externalId, email: `${firstName}.${lastName}@example.com`.toLowerCase()};
}
