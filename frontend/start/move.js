// When its server is lost, a page goes on at the other site (decision record 0247). A connection
// that ends, a request that hangs, or Flow itself say that something may be wrong; then this asks
// its own server, and once that was not ready three times in a row, the other one, which answers
// with a word to anybody. Where neither answers, the browser itself is offline, and everything
// stays as it is; once it is not, its own server is asked again before this page leaves.
(() => {
  const pause = 1000;
  const patience = 3000;
  const long = 5000;
  const misses = 3;
  const others = () => JSON.parse(document.getElementById('other-sites')?.textContent ?? '[]');
  const flow = () => window.Vaadin?.connectionState;
  const wait = time => new Promise(resolve => setTimeout(resolve, time));
  const ready = async origin => {
    try {
      const answer = await fetch(`${origin}/health/ready`,
          {cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(patience)});
      return answer.ok;
    } catch {
      return false; // no answer is one, too
    }
  };
  // true: this page leaves; otherwise its own server is there
  const leave = async () => {
    let offline = false;
    for (let missed = 0;; await wait(pause)) {
      if (await ready(location.origin)) {
        if (/^(connected|loading)$/.test(flow()?.state)) return false;
        missed = 0;
      } else if (++missed >= misses) {
        for (const origin of others()) {
          if (await ready(origin) && !(offline && await ready(location.origin))) {
            location.assign(origin + location.pathname + location.search + location.hash);
            return true;
          }
        }
        offline = true;
      }
    }
  };
  let looking = false;
  const look = async () => {
    if (looking || !others().length) return;
    looking = true;
    looking = await leave();
  };
  // Flow keeps its push connection to itself
  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('close', look);
    }
  };
  const follow = async () => {
    while (!flow()) await wait(pause);
    flow().addStateChangeListener(async () => {
      if (flow().state === 'loading') await wait(long);
      if (flow().state !== 'connected') look();
    });
  };
  window.addEventListener('load', () => {
    if (others().length) follow();
  });
})();
