import type {SandboxDevice} from './devices.js';
import type {Standing} from './render.js';
import type {SandboxUser} from './users.js';

/** Whose device is described, and how it stands with its manufacturer. */
export interface Subject {
  readonly user: SandboxUser;
  readonly device: SandboxDevice;
  readonly standing: Standing;
}
