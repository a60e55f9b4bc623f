import type {DeviceKind} from '../../src/domain/device.js';

/** What the organisation signs in with. Invented, and good for nothing outside this sandbox. */
export const CLIENT = {id: 'alpenstrom-demo', secret: 'not-a-secret-outside-the-sandbox'};

export const ORG_ID = '5b1f0b52-8d6e-4a0c-9a3e-2f6f4c7d1e90';

export interface SandboxUser {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The partner's own number for this customer. */
  readonly externalId: string;
  /** Which generation of the API describes this user's devices. */
  readonly generation: 'G1' | 'G2';
  readonly building: string;
  /** Ids of the devices; none: the user has not connected any. */
  readonly devices?: Readonly<Record<DeviceKind, string>>;
}

export type UserName = 'anna' | 'ben' | 'clara';

/** Anna and Ben live in the same simulated home, which the API describes in one generation to her and in the other to him. */
export const USERS: Readonly<Record<UserName, SandboxUser>> = {
  anna: {
    id: 'a169451c-8525-4352-b8ca-070dd449a1a5',
    firstName: 'Anna',
    lastName: 'Huber',
    email: 'anna.huber@example.com',
    externalId: 'customer_40217',
    generation: 'G1',
    building: '94964bf8-4ec9-4f3f-b10e-0fe21980279e',
    devices: {
      'heat-pump': '497f6eca-6276-4993-bfeb-53cbbbba6f08',
      'electric-vehicle': '7d1c2a64-0f0e-4b7e-9a55-0c0a4f6d1e11',
      inverter: 'b3f5b0b2-2f4d-4a36-8c57-3f3b5a0f2c22',
    },
  },
  ben: {
    id: 'be4c61d7-3a0f-4f7e-8f41-6d2b9a7c5e02',
    firstName: 'Ben',
    lastName: 'Moser',
    email: 'ben.moser@example.com',
    externalId: 'customer_51806',
    generation: 'G2',
    building: '0c8d5a1e-7b42-4e09-9d6f-51f3b8a2c7d4',
    devices: {
      'heat-pump': '1e6f0d3b-92c5-4b18-a7d4-08e5c3f6b921',
      'electric-vehicle': '2f7a1e4c-a3d6-4c29-b8e5-19f6d407ca32',
      inverter: '308b2f5d-b4e7-4d3a-89f6-2a07e518db43',
    },
  },
  clara: {
    id: 'c7d92e18-6f3b-4d5a-9e80-4b1c7a6f3d05',
    firstName: 'Clara',
    lastName: 'Wimmer',
    email: 'clara.wimmer@example.com',
    externalId: 'customer_63094',
    generation: 'G2',
    building: '7a2e94c3-1d5f-4b60-8c3e-9f0a6d2b4e81',
  },
};

export const USER_NAMES = Object.keys(USERS) as readonly UserName[];

export const findUser = (id: string): SandboxUser | undefined => Object.values(USERS).find(user => user.id === id);
