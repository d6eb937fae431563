package eu.rempart.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one browser of all journeys; every person gets a context of their own in it, which knows
 * nothing of the others. It ends with this process.
 */
final class Chromium {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--no-first-run");

  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private static final Browser BROWSER = launch(ARGUMENTS);

  private Chromium() {}

  static Browser browser() {
    return BROWSER;
  }

  /**
   * Another browser, which trusts this server as one does that was told of its authority: only then
   * it keeps files. To be closed by the caller.
   *
   * @param certificate the server's own
   */
  static Browser trusting(X509Certificate certificate) throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
    String trust =
        "--ignore-certificate-errors-spki-list=" + Base64.getEncoder().encodeToString(digest);
    return launch(Stream.concat(ARGUMENTS.stream(), Stream.of(trust)).toList());
  }

  private static Browser launch(List<String> arguments) {
    return PLAYWRIGHT
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(
                    Path.of(System.getProperty("rempart.chromium", "/usr/bin/chromium")))
                .setArgs(arguments));
  }
}
