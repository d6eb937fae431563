package eu.rempart.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
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
 * nothing of the others. It ends with this process. It trusts the certificate that journeys begin
 * with, since of a server that is not trusted a browser keeps no file: each page would bring, and
 * read, all scripts again.
 */
public final class Chromium {

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          // pages live too briefly to win back what the slowest of its compilers costs
          "--js-flags=--no-turbofan --always-sparkplug",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--no-first-run");

  private static final Playwright PLAYWRIGHT =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private static final Browser BROWSER = trusting(Original.CERTIFICATES.home());

  private Chromium() {}

  public static Browser browser() {
    return BROWSER;
  }

  /**
   * Another browser, which trusts this server as one does that was told of its authority. To be
   * closed by the caller.
   *
   * @param certificate the server's own
   */
  public static Browser trusting(X509Certificate certificate) throws GeneralSecurityException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
    String trust =
        "--ignore-certificate-errors-spki-list=" + Base64.getEncoder().encodeToString(digest);
    return launch(Stream.concat(ARGUMENTS.stream(), Stream.of(trust)).toList());
  }

  private static Browser trusting(Path home) {
    try {
      return trusting(Installation.certificateIn(home));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the certificate of all journeys is not to be read", e);
    }
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
