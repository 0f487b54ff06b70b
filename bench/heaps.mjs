// JavaScript heaps of a page's main thread and of each of its workers, as the browser counts them.

const MB = 1e6;

export async function watchHeaps(page) {
  const session = await page.context().newCDPSession(page);
  const workers = new Map();
  const answers = new Map();
  let asked = 0;
  let most = { main: 0, workers: {} };

  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.set(sessionId, targetInfo.title || targetInfo.url);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
    answers.delete(id);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });

  /** A worker at work answers late, and one that ends never does: then nothing is known of it this time. */
  function askWorker(sessionId) {
    const id = ++asked;
    const message = JSON.stringify({ id, method: 'Runtime.getHeapUsage' });
    return new Promise((resolve) => {
      answers.set(id, resolve);
      setTimeout(resolve, 1000);
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(resolve);
    });
  }

  /** In MB; of several workers of one name their sum. */
  async function read() {
    const { usedSize } = await session.send('Runtime.getHeapUsage').catch(() => ({ usedSize: 0 }));
    most.main = Math.max(most.main, Math.round(usedSize / MB));
    const sums = {};
    for (const [sessionId, name] of [...workers]) {
      const usage = await askWorker(sessionId);
      if (usage?.usedSize)
        sums[name] = (sums[name] ?? 0) + usage.usedSize + (usage.backingStorageSize ?? 0);
    }
    for (const [name, sum] of Object.entries(sums))
      most.workers[name] = Math.max(most.workers[name] ?? 0, Math.round(sum / MB));
  }

  return {
    read,
    reset: () => (most = { main: 0, workers: {} }),
    most: () => ({
      main: most.main,
      workers: Object.entries(most.workers)
        .map(([name, size]) => `${name} ${size}`)
        .join(', '),
    }),
  };
}
