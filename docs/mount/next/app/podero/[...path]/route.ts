// #region mount
// app/podero/[...path]/route.ts. The import waits for a request: a build knows no secrets.
const podero = (request: Request) => import('@/podero').then(({podero}) => podero(request));

export {podero as GET, podero as POST, podero as PUT, podero as DELETE, podero as OPTIONS};
// #endregion
