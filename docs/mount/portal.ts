import type {IncomingMessage, ServerResponse} from 'node:http';

/** Stands for everything else that the portal serves. */
export function portal(_request: IncomingMessage, response: ServerResponse): void {
  response.end('The portal.');
}
