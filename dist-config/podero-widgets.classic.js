/* For pages that can only load a classic script: imports the module that lies beside this file. */
import(new URL('podero-widgets.js', document.currentScript.src));
