package eu.rempart.mail;

import eu.rempart.kernel.place.TestPlaces;
import eu.rempart.mail.relay.MailRelays;
import eu.rempart.mail.relay.MailTls;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Couriers to mail servers of tests. */
public final class TestCouriers {

  private TestCouriers() {}

  /** One to a port of this machine, in clear. */
  public static Courier plain(int port, Duration patience) {
    return of(port, MailTls.NONE, null, patience);
  }

  /** One that wants TLS from the first byte. */
  public static Courier secure(int port, Path trust, Duration patience) {
    return of(port, MailTls.TLS, trust, patience);
  }

  /** One without a server. */
  public static Courier none() {
    return to(MailRelays.NONE);
  }

  /** One whose settings file has no server, so that the one of a screen counts. */
  public static Courier to(MailRelays relays) {
    return new Courier(
        new ChosenMailServer(
            new MailSettings(
                null,
                null,
                587,
                MailTls.STARTTLS,
                null,
                null,
                null,
                null,
                null,
                Duration.ofSeconds(5)),
            relays,
            TestPlaces.anywhere()));
  }

  private static Courier of(int port, MailTls tls, @Nullable Path trust, Duration patience) {
    return courier(
        new MailSettings(
            "localhost",
            null,
            port,
            tls,
            null,
            null,
            trust,
            "rempart@firm.example",
            "https://crm.firm.example",
            patience));
  }

  private static Courier courier(MailSettings settings) {
    return new Courier(new ChosenMailServer(settings, MailRelays.NONE, TestPlaces.anywhere()));
  }
}
