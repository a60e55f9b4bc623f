/** The manufacturer's login page, as if it stood here: an address of this machine that the browser can reach. */
export async function forward(request: Request, sandboxUrl: string): Promise<Response> {
  const {pathname, search} = new URL(request.url);
  const type = request.headers.get('content-type');
  const init: RequestInit = {method: request.method, headers: type ? {'content-type': type} : {}, redirect: 'manual'};
  if (request.method === 'POST') init.body = await request.text();
  try {
    const {status, headers, body} = await fetch(sandboxUrl + pathname + search, init);
    return new Response(body, {status, headers});
  } catch {
    return new Response('The manufacturer is silent.', {status: 502});
  }
}
