// A plain sentence where the page cannot run. Not a `nomodule` script: browsers of 2018 to 2023 know modules and still
// stop at newer syntax, with an empty page. AbortSignal.any is the newest thing we need.
if (typeof AbortSignal !== 'function' || !('any' in AbortSignal))
  document.getElementById('root').textContent =
    'Sentiscope needs a newer browser: Chrome or Edge 116, Firefox 125, Safari 17.4, or later.';
