// Passkeys (WebAuthn level 3). Asks the authenticator, and makes of its answer what the server
// gets: text in base64url. The authenticator's secret (its PRF extension) leaves the page only as
// what HKDF makes of it; the server makes a key of that, as it does of a password.
(() => {
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const bytes = letters => Uint8Array.from(
      atob(letters.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
  const listed = ids => (ids ?? []).map(id => ({type: 'public-key', id: bytes(id)}));
  const given = credential => credential.getClientExtensionResults?.()?.prf?.results?.first;
  const derived = async (secret, salt) => {
    const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    const label = new TextEncoder().encode('rempart 1 passkey ' + salt);
    return text(await crypto.subtle.deriveBits(
        {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: label}, key, 256));
  };
  const wanted = salt => salt ? {extensions: {prf: {eval: {first: bytes(salt)}}}} : {};

  // A passkey that is there: what the server needs to check it, and to open the vault.
  const use = async (options, signal, mediation) => {
    const credential = await navigator.credentials.get({
      publicKey: {
        challenge: bytes(options.challenge),
        rpId: options.host,
        allowCredentials: listed(options.ids),
        userVerification: options.verification ?? 'required',
        timeout: 120000,
        ...wanted(options.salt),
      },
      ...(mediation ? {mediation} : {}),
      ...(signal ? {signal} : {}),
    });
    const secret = options.salt ? given(credential) : undefined;
    return {
      id: text(credential.rawId),
      clientData: text(credential.response.clientDataJSON),
      authenticator: text(credential.response.authenticatorData),
      signature: text(credential.response.signature),
      user: credential.response.userHandle ? text(credential.response.userHandle) : '',
      key: secret ? await derived(secret, options.salt) : '',
    };
  };

  const make = (options, salt) => navigator.credentials.create({
    publicKey: {
      challenge: bytes(options.challenge),
      rp: {id: options.host, name: options.site},
      user: {id: bytes(options.user), name: options.address, displayName: options.person},
      pubKeyCredParams: options.algorithms.map(alg => ({type: 'public-key', alg})),
      excludeCredentials: listed(options.ids),
      authenticatorSelection: {residentKey: 'required', userVerification: 'required'},
      attestation: 'none',
      timeout: 120000,
      ...wanted(salt),
    },
  });

  // A new passkey, and a second touch that shows what it gives each time.
  const create = async options => {
    let credential;
    try {
      credential = await make(options, options.salt);
    } catch (failure) {
      // somebody said no, or it is enrolled already; anything else may be the extension's fault
      if (!options.salt || /^(NotAllowed|InvalidState|Abort|Security)Error$/.test(failure.name)) {
        throw failure;
      }
      credential = await make(options, null);
    }
    const first = given(credential);
    const made = first ? await derived(first, options.salt) : '';
    const tried = await use(
        {...options, challenge: options.tried, ids: [text(credential.rawId)]});
    return {
      clientData: text(credential.response.clientDataJSON),
      attestation: text(credential.response.attestationObject),
      tried,
      // two answers that differ open nothing tomorrow
      steady: !made || made === tried.key,
    };
  };

  const failed = failure => ({failure: failure?.name ?? 'Error'});

  const asked = async path => {
    const answer = await fetch(path, {cache: 'no-store'});
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return answer.json();
  };
  const send = (form, used) => {
    for (const [name, value] of Object.entries(used)) form.elements[name].value = value;
    form.submit();
  };
  const pressed = async (form, button, path) => {
    const said = form.querySelector('[role=status]');
    said.textContent = '';
    button.disabled = true;
    try {
      send(form, await use(await asked(path)));
    } catch (failure) {
      said.textContent = failure.name === 'NotAllowedError'
          ? form.dataset.cancelled : form.dataset.failed;
      button.disabled = false;
      button.focus();
    }
  };
  const possible = () => !!window.PublicKeyCredential && !!navigator.credentials;

  // The second step: a passkey in the place of a code.
  const step = form => {
    if (!possible()) return;
    const button = form.querySelector('button[type=button]');
    for (const part of form.querySelectorAll('[hidden]')) part.hidden = false;
    button.addEventListener('click', () => pressed(form, button, 'login/second/passkey'));
  };

  // The sign-in page: a button, and the browser's own suggestions in the address field.
  const door = form => {
    if (!possible()) return;
    const button = form.querySelector('button');
    let waiting = null;
    const suggest = async () => {
      if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
      const mine = waiting = new AbortController();
      // a challenge is good for ten minutes, a page may stand for hours
      const again = setTimeout(() => { mine.abort(); suggest(); }, 8 * 60 * 1000);
      try {
        send(form, await use(await asked('login/passkey'), mine.signal, 'conditional'));
      } catch {
        clearTimeout(again); // nobody chose one
      }
    };
    button.addEventListener('click', event => {
      event.preventDefault();
      waiting?.abort();
      pressed(form, button, 'login/passkey');
    });
    form.hidden = false;
    // whoever was refused a moment ago says by the button that they try again
    if (!new URLSearchParams(location.search).has('passkey')) suggest();
  };

  window.rempartPasskeys = {
    door,
    step,
    available: possible,
    create: async options => JSON.stringify(
        await create(JSON.parse(options)).catch(failed)),
    prove: async options => JSON.stringify(
        await use(JSON.parse(options)).catch(failed)),
  };
})();
