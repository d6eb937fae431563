// When its server is lost, a page goes on at the other site (decision record 0247). Flow says that
// it hears nothing; then this asks its own server, and once that was not ready three times in a
// row, the other one, which answers with a word to anybody. Where neither answers, the browser
// itself is offline, and everything stays as it is until Flow is connected again.
(() => {
  const pause = 1000;
  const patience = 3000;
  const misses = 3;
  const others = () => JSON.parse(document.getElementById('other-sites')?.textContent ?? '[]');
  const connected = () => /^(connected|loading)$/.test(window.Vaadin?.connectionState?.state);
  const rest = () => new Promise(resolve => setTimeout(resolve, pause));
  const ready = async origin => {
    try {
      const answer = await fetch(`${origin}/health/ready`,
          {cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(patience)});
      return answer.ok;
    } catch {
      return false; // no answer is one, too
    }
  };
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    for (let missed = 0; !connected(); await rest()) {
      missed = await ready(location.origin) ? 0 : missed + 1;
      if (missed < misses) continue;
      for (const origin of others()) {
        if (await ready(origin) && !connected()) {
          location.assign(origin + location.pathname + location.search);
          return;
        }
      }
    }
    looking = false;
  };
  const follow = () => {
    const state = window.Vaadin?.connectionState;
    if (!state) {
      setTimeout(follow, pause);
      return;
    }
    state.addStateChangeListener(() => {
      if (!connected()) look();
    });
    if (!connected()) look();
  };
  window.addEventListener('load', () => {
    if (others().length) follow();
  });
})();
