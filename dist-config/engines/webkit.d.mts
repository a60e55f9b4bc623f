export interface WebKitPrograms {
  readonly driver: string;
  readonly xvfb: string;
}
export interface WebKit {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  delete(path: string): Promise<unknown>;
  close(): Promise<void>;
}
export function findWebKit(): WebKitPrograms | undefined;
export function startWebKit(programs: WebKitPrograms): Promise<WebKit>;
