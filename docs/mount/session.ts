/** Stands for the portal's own session: a cookie that the portal has given, and the customer whom it belongs to. */
export async function customerOf(request: Request): Promise<{readonly poderoUserId: string} | undefined> {
  const [, id = ''] = /(?:^|; )session=([\w-]+)/.exec(request.headers.get('cookie') ?? '') ?? [];
  const sessions = JSON.parse(process.env.SESSIONS ?? '{}') as Record<string, {readonly poderoUserId: string}>;
  return Object.hasOwn(sessions, id) ? sessions[id] : undefined;
}
