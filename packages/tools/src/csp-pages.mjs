// For the browser runner: `/__csp?m=/packages/…/fixture.ts` is a page under the one policy that loads one module; a
// test opens it in a frame and reads what the module posts to its parent.

/** @param {string} policy @returns {import('@web/test-runner').TestRunnerPlugin} */
export const cspPages = (policy) => ({
  name: 'csp-pages',
  serve(context) {
    const module = String(context.query.m ?? '');
    if (context.path !== '/__csp' || !/^\/(?!\/)/.test(module)) return;
    context.set('content-security-policy', policy);
    return {
      type: 'html',
      body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>csp</title><script type="module" src="${module.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></script></html>`,
    };
  },
});
