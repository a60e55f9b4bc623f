import type {Plugin} from 'vite';

/**
 * lit-html makes a Trusted Types policy of its own name while it loads. Ours is called `podero-lit`, so that a partner can allow
 * it by name; and where it may not be made (a second copy of the script, a page that forbids it) loading goes on.
 */
export function renameTrustedTypesPolicy(): Plugin {
  return {
    name: 'podero-trusted-types-policy',
    transform(code, id) {
      if (!/lit-html[\\/]+(development[\\/]+)?lit-html\.js/.test(id)) return;
      const renamed = code.replace(/(\w+)\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\)/,
        '(()=>{try{return $1.createPolicy("podero-lit",{createHTML:$2=>$2})}catch{}})()');
      if (renamed === code) throw new Error('lit-html no longer makes its policy as expected: look at trusted-types-policy.ts.');
      return {code: renamed, map: null};
    },
  };
}
