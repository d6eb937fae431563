package eu.rempart.account.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The site that a browser is on, as WebAuthn names it.
 *
 * @param host the relying party's identifier: passkeys are of this name, and of no other
 * @param origin scheme, host and port
 */
record Site(String host, String origin) {

  private static final int HTTPS = 443;

  /** A browser makes passkeys for names alone, not for addresses. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

  /** Empty where the browser came by an address. */
  static Optional<Site> of(HttpServletRequest request) {
    return of(request.getServerName(), request.getServerPort());
  }

  static Optional<Site> of(String name, int port) {
    String host = name.toLowerCase(Locale.ROOT);
    return host.isEmpty() || ADDRESS.matcher(host).matches()
        ? Optional.empty()
        : Optional.of(new Site(host, "https://" + host + (port == HTTPS ? "" : ":" + port)));
  }
}
