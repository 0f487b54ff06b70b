// Sets the colour scheme before the first paint, so that a dark page does not flash white. A file of its own because the
// Content-Security-Policy forbids inline scripts. Key and attribute are Mantine's.
(function () {
  var chosen = 'auto';
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value') || chosen;
  } catch (error) {
    // storage forbidden: as the system has it
  }
  if (chosen !== 'light' && chosen !== 'dark')
    chosen = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', chosen);
})();
