// `npm start`: builds what is missing, serves the demo portal on this machine, and says where.
import { buildSite, startSite } from './site.mjs';

/** The first free port from `first` on. @param {number} first */
async function start(first, tries = 20) {
  for (let port = first; ; port++) {
    try {
      return await startSite({ port });
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || port >= first + tries || process.env.PORT) throw error;
    }
  }
}

console.log('\n  正在准备演示门户，首次大约一分钟 / Preparing the demo portal, about a minute the first time');
if (!(await buildSite())) {
  console.error('构建失败，原因见上 / The build failed, see above');
  process.exit(1);
}
const server = await start(Number(process.env.PORT) || 5173);
console.log(
  `\n  基层演示门户已启动，请在浏览器中打开：${server.origin}/\n  The demo portal is running: ${server.origin}/\n\n  按 Ctrl+C 结束 / Ctrl+C ends it\n`,
);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await server.close();
    process.exit(0);
  });
