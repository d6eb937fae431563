// The browser's Back closes what is open on a page, and nothing else: a dialog, a form, a menu, the
// sheet of the phone's bar (decision record 0218). While something is open, the page has a second
// entry in the browser's history, with the same address. Going back from it stays on the page and
// closes what lies on top, as Escape does; a form with changes asks as it always does. Is nothing
// open any more, the entry is passed over. It runs before the router, which would leave the page.
(() => {
  // not on the field that has the cursor: Escape would empty it
  const escape = () => {
    document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', keyCode: 27}));
  };
  const narrow = matchMedia('(max-width: 48rem)');
  const fields = ['date-picker', 'time-picker', 'select', 'combo-box', 'multi-select-combo-box']
      .map(name => `vaadin-${name}`).join();
  const closing = element => {
    if (element.matches('vaadin-dialog, vaadin-confirm-dialog')) return escape;
    if (element.matches('.shell-nav')) {
      return () => element.dispatchEvent(new CustomEvent('fold'));
    }
    if (element.matches('vaadin-menu-bar-submenu, vaadin-context-menu')) {
      return () => element.close();
    }
    return element.matches('vaadin-popover') || narrow.matches && element.matches(fields)
        ? () => { element.opened = false; } : undefined;
  };
  // in the order in which they were opened
  let open = [...document.querySelectorAll('[opened]')];
  const top = () => {
    open = open.filter(each => each.isConnected && each.hasAttribute('opened'));
    return open.map(closing).filter(Boolean).pop();
  };
  const look = () => ({marked: history.state?.rempartOpen === true, url: location.href});
  let at = look();
  for (const name of ['pushState', 'replaceState']) {
    const own = history[name];
    history[name] = function (state, ...rest) {
      const kept = name === 'replaceState' && at.marked ? {...state, rempartOpen: true} : state;
      own.call(history, kept, ...rest);
      at = look();
    };
  }
  const mark = () => {
    if (!at.marked && top()) {
      history.pushState({...history.state, rempartOpen: true}, '', location.href);
    }
  };
  new MutationObserver(changes => {
    for (const {target} of changes) {
      open = open.filter(each => each !== target);
      if (target.hasAttribute('opened')) open.push(target);
    }
    mark();
  }).observe(
      document.documentElement, {subtree: true, attributeFilter: ['opened']});
  window.addEventListener('popstate', event => {
    const was = at;
    at = look();
    if (was.url !== at.url || was.marked === at.marked) return;
    event.stopImmediatePropagation();
    if (at.marked) return; // forward again: there is nothing to open
    const close = top();
    if (close) {
      window.rempartTold(() => {
        close();
        mark();
      });
    } else {
      history.back();
    }
  }, true);
})();
