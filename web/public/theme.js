// Runs before the first paint, as a file of its own because the content security policy refuses inline scripts:
// without it a dark page would flash white.
(function () {
  var chosen;
  try {
    chosen = localStorage.getItem('huitou.theme');
  } catch {
    // Storage that is switched off has chosen nothing.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
