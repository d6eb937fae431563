// The colour scheme chosen in this browser, set before the first paint.
(() => {
  const root = document.documentElement;
  let chosen = null;
  try { chosen = localStorage.getItem('rempart-scheme'); } catch { /* storage is switched off */ }
  if (chosen === 'light' || chosen === 'dark') {
    root.style.colorScheme = chosen;
    root.setAttribute('theme', chosen);
  }
})();
