/** `npm start`: installs and builds what is missing, then runs the demonstration. Imports only what Node has, until that is done. */
import {ensureBuilt, ensureInstalled} from '../dist-config/prepare.mjs';

ensureInstalled();
ensureBuilt();

// In this very process: a child would outlive whoever is stopped by force.
const {register} = await import('tsx/esm/api');
register();
await import('./main.ts');
