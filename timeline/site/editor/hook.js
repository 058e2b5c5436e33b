/* Lets the editor start the timeline's own script anew on a page that it put in place: the script asks for this, as themes
   that change pages without loading them give it. */
"use strict";
globalThis.document$ = globalThis.document$ || (() => {
  const listeners = [];
  return { subscribe: (then) => { listeners.push(then); then(); }, again: () => listeners.forEach((then) => then()) };
})();
