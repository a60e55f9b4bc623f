import '../faults/network.test.js';
import '../languages.test.js';
import '../faults/life.test.js';
import '../faults/network-odd.test.js';
import '../chunks.test.js';
import '../counts.test.js';
import '../faults/many.test.js';
import '../layout.test.js';
