// The Benchmark view's own run, with its usual settings: what a class sees on this machine.
import { runnerImport } from 'vite';
import { launch, openPage, ratioText, serve } from './lib.mjs';

export async function page() {
  const { module } = await runnerImport('./src/core/bench/read-figures.ts');
  const server = await serve();
  const browser = await launch();
  try {
    const view = await openPage(browser, { model: 'sentiscope-small', hash: '#/benchmark' });
    const result = await view.evaluate(() => window.sentiscope.benchmark());
    const { headlines, servers } = module.readFigures(result);
    const table = {};
    for (const { realTime, batch, ratio, others, accuracy } of headlines) {
      const variants = [...(batch && ratio ? [{ figures: batch, ratio }] : []), ...others];
      for (const each of variants)
        table[each.figures.cell.id] = {
          'ms a review': Number(each.figures.perReview.value.toFixed(2)),
          'in real time': Number(realTime.perReview.value.toFixed(2)),
          'batch is x times as fast': ratioText(each.ratio),
          'difference clear': each.ratio.clear,
          flips: each.figures.result.check.flips,
          'right, alone': `${((accuracy?.value ?? NaN) * 100).toFixed(1)} %`,
          'real time p95': Number(realTime.latency.p95.toFixed(1)),
        };
    }
    console.log(
      `The page's own benchmark, ${(result.tookMs / 1000).toFixed(0)} s; warnings: ${result.warnings.join(', ') || 'none'}`,
    );
    console.table(table);
    for (const { engine, holds, breaks } of servers)
      console.log(
        `${engine.title}: p95 under ${result.settings.boundMs} ms holds up to ${holds ?? '–'} reviews a second, breaks at ${breaks ?? '–'}`,
      );
    return { table, result };
  } finally {
    await browser.close();
    await server.close();
  }
}
