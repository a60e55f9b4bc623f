export const USAGE = `podero-widgets doctor <proxy-url> [options]

Checks a proxy against the widgets' contract, and says what to do. Sign it in as a test customer who has devices.

  --cookie <text>       the session's cookie, as the browser sends it: 'session=…'
  --header <text>       a header for every request: 'name: value'; several times
  --origin <url>        the portal's origin, where the proxy is on another one
  --push-url <url>      the push stream; default: <proxy-url>/events
  --other-id <id>       a device of another customer, which must not be readable; several times
  --heartbeat-seconds <n>  how long to wait for a heartbeat of the push stream; default: 30
  --yes                 also make the checks that write to the customer's devices
  --json                the result as JSON
  -h, --help            this text

Without --yes it asks on a terminal before anything is written, and else leaves these checks out.
Exit code: 0 all is well, 1 problems were found, 2 the proxy cannot be reached or the options cannot be used.
`;
