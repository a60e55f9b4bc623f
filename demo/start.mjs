/** `npm start`: installs and builds what is missing, then runs the demonstration. Imports only what Node has. */
import {spawn} from 'node:child_process';
import {ensureBuilt, ensureInstalled, ROOT} from '../dist-config/prepare.mjs';

ensureInstalled();
ensureBuilt();

const demo = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {cwd: ROOT, stdio: 'inherit'});
// A terminal's Ctrl-C reaches the child as well; whoever stops only this process stops the child through it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => demo.kill(signal));
demo.on('exit', code => process.exit(code ?? 0));
