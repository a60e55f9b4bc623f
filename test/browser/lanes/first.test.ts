/** One of the processes that share out the files of tests, so that they take about as long. Each has at most one browser of each engine. */
import '../portal.test.js';
import '../values.test.js';
import '../faults/status-signed-out.test.js';
import '../faults/status-wait.test.js';
import '../faults/push.test.js';
