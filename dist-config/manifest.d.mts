import type {Manifest} from '../test/elements/manifest.js';

export function createManifest(): Promise<Manifest>;
