package eu.rempart.watch.signal;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.mail.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Calls an address that the operator named once a minute, while this server is well. Of the answer
 * its first line is read; redirects are not followed. Each node calls.
 */
class SignOfLife {

  private static final Logger log = LoggerFactory.getLogger(SignOfLife.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2}).*");
  private static final int LONGEST_LINE = 1_000;

  private final URI address;
  private final DataPlace place;
  private final Outgoing outgoing;
  private final BooleanSupplier well;
  private final Duration whole;
  private boolean failed;

  /**
   * @param address https, or http on this machine
   * @param country where it is, as declared; null where nobody said
   * @throws IllegalArgumentException if it is neither
   */
  SignOfLife(URI address, @Nullable String country, Outgoing outgoing, BooleanSupplier well) {
    this(address, country, outgoing, well, PATIENCE.multipliedBy(2));
  }

  /**
   * @param whole so long an answer may take
   */
  SignOfLife(
      URI address,
      @Nullable String country,
      Outgoing outgoing,
      BooleanSupplier well,
      Duration whole) {
    boolean local = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
    if (address.getHost() == null
        || !("https".equals(address.getScheme())
            || (local && "http".equals(address.getScheme())))) {
      throw new IllegalArgumentException(
          "rempart.watch.sign-of-life needs an address that begins with https://");
    }
    this.address = address;
    this.place = place(address, country);
    this.outgoing = outgoing;
    this.well = well;
    this.whole = whole;
  }

  /** Where the address leads. */
  static DataPlace place(URI address, @Nullable String country) {
    String host = Objects.requireNonNullElse(address.getHost(), "");
    return new DataPlace(
        PlaceKind.SIGN_OF_LIFE,
        host.replaceAll("[\\[\\]]", ""),
        country,
        "rempart.watch.sign-of-life-country");
  }

  @Scheduled(initialDelay = 10, fixedRate = 60, timeUnit = TimeUnit.SECONDS)
  void send() {
    if (!well.getAsBoolean()) {
      return; // that nothing comes is the message
    }
    try {
      String line = call();
      Matcher status = STATUS.matcher(line);
      if (status.matches()) {
        tell(status.group(1).startsWith("2") ? "" : "it answers " + status.group(1));
      } else {
        tell("what answers speaks no HTTP");
      }
    } catch (PlaceNotAllowedException e) {
      tell(PlaceNotAllowedException.CODE);
    } catch (IOException e) {
      tell(e.getClass().getSimpleName());
    }
  }

  /** The first line of the answer. */
  private String call() throws IOException {
    boolean tls = "https".equals(address.getScheme());
    int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
    try (Socket raw = outgoing.connect(place, port, PATIENCE)) {
      CompletableFuture<Boolean> over = new CompletableFuture<>();
      // a timeout of reads is not enough: each byte would begin it anew
      var _ =
          over.orTimeout(whole.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> closed(raw));
      try (Socket socket = tls ? Trust.encrypt(raw, place.host(), Optional.empty()) : raw) {
        socket.getOutputStream().write(request().getBytes(StandardCharsets.US_ASCII));
        return firstLine(socket.getInputStream());
      } finally {
        over.complete(true);
      }
    }
  }

  private static boolean closed(Socket raw) {
    try {
      raw.close();
      return true;
    } catch (IOException e) {
      return false; // whoever reads of it ends all the same
    }
  }

  private String request() {
    String path = Objects.requireNonNullElse(address.getRawPath(), "");
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String port = address.getPort() > 0 ? ":" + address.getPort() : "";
    return "GET %s%s HTTP/1.1\r\nHost: %s%s\r\nUser-Agent: rempart-watch\r\nConnection: close\r\n\r\n"
        .formatted(path.isEmpty() ? "/" : path, query, address.getHost(), port);
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next != '\r' && next != '\n' && line.length() < LONGEST_LINE) {
      if (next < 0) {
        throw new IOException("closed before there was an answer");
      }
      line.append((char) next);
      next = in.read();
    }
    return line.toString();
  }

  /** Once, and not again before it worked in between. The address may be a secret. */
  private void tell(String trouble) {
    boolean now = !trouble.isEmpty();
    if (now && !failed) {
      log.warn("The sign of life does not arrive: {}", trouble);
    }
    failed = now;
  }
}
