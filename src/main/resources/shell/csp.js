// Lets Vaadin work under a policy without 'unsafe-eval' and 'unsafe-inline' (decision record 0003).
// Runs before anything else, with the nonce of the page.
(() => {
  const nonce = document.currentScript.nonce;

  // Flow compiles the expressions that the server sends with `new Function`. Here the browser gets
  // each of them once, as a script with the nonce; eval and timers from strings stay forbidden.
  const Native = window.Function;
  const compiled = new Map();
  function compile(...parts) {
    const body = parts.length ? String(parts.pop()) : '';
    const source = `function(${parts.join(',')}\n){${body}\n}`;
    let result = compiled.get(source);
    if (!result) {
      const slot = `rempart-${compiled.size}`;
      const script = document.createElement('script');
      script.nonce = nonce;
      script.textContent = `window['${slot}']=${source}`;
      document.head.append(script);
      script.remove();
      result = window[slot];
      delete window[slot];
      if (!result) throw new SyntaxError('The expression does not compile');
      compiled.set(source, result);
    }
    return result;
  }
  compile.prototype = Native.prototype;
  window.Function = compile;

  // Components create style elements by script, or parse them in a template that their code holds;
  // those get the nonce. Styles in any other markup don't.
  const createElement = Document.prototype.createElement;
  Document.prototype.createElement = function (name, options) {
    const element = createElement.call(this, name, options);
    if (String(name).toLowerCase() === 'style') element.nonce = nonce;
    return element;
  };

  const innerHTML = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(HTMLTemplateElement.prototype, 'innerHTML', {
    ...innerHTML,
    set(markup) {
      innerHTML.set.call(this, markup);
      this.content.querySelectorAll('style').forEach(style => style.setAttribute('nonce', nonce));
    },
  });

  // Lit writes computed styles as an attribute; the object model may do what the attribute may not.
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (name === 'style' && this.style) this.style.cssText = value;
    else setAttribute.call(this, name, value);
  };
})();
