package eu.rempart.watch.signal;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Calls an address that the operator named once a minute, while this server is well. What is
 * answered is not read; redirects are not followed. Each node calls.
 */
class SignOfLife implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SignOfLife.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI address;
  private final BooleanSupplier well;
  private final Duration whole;
  private final HttpClient client;
  private boolean failed;

  /**
   * @param address https, or http on this machine
   * @param country where it is, as declared; null where nobody said
   * @throws IllegalArgumentException if it is neither
   * @throws PlaceNotAllowedException if nothing may be sent there
   */
  SignOfLife(URI address, @Nullable String country, Outgoing outgoing, BooleanSupplier well)
      throws PlaceNotAllowedException {
    this(address, country, outgoing, well, PATIENCE.multipliedBy(2));
  }

  /**
   * @param whole so long an answer may take, its body included
   */
  SignOfLife(
      URI address,
      @Nullable String country,
      Outgoing outgoing,
      BooleanSupplier well,
      Duration whole)
      throws PlaceNotAllowedException {
    boolean local = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
    if (address.getHost() == null
        || !("https".equals(address.getScheme())
            || (local && "http".equals(address.getScheme())))) {
      throw new IllegalArgumentException(
          "rempart.watch.sign-of-life needs an address that begins with https://");
    }
    this.address = address;
    this.well = well;
    this.whole = whole;
    this.client =
        outgoing.http(List.of(place(address, country))).connectTimeout(PATIENCE).build();
  }

  /** Where the address leads. */
  static DataPlace place(URI address, @Nullable String country) {
    return new DataPlace(
        PlaceKind.SIGN_OF_LIFE,
        Objects.requireNonNullElse(address.getHost(), ""),
        country,
        "rempart.watch.sign-of-life-country");
  }

  @Scheduled(initialDelay = 10, fixedRate = 60, timeUnit = TimeUnit.SECONDS)
  void send() {
    if (!well.getAsBoolean()) {
      return; // that nothing comes is the message
    }
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
      int status = status(client.sendAsync(request, BodyHandlers.discarding()));
      tell(status / 100 == 2 ? "" : "it answers " + status);
    } catch (IOException e) {
      tell(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A request's own timeout ends with the head of its answer; a body could take for ever. */
  private int status(CompletableFuture<HttpResponse<Void>> answer)
      throws IOException, InterruptedException {
    try {
      return answer.get(whole.toNanos(), TimeUnit.NANOSECONDS).statusCode();
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("an answer began, and did not end");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException away ? away : new IOException(e);
    } finally {
      answer.cancel(true);
    }
  }

  /** Once, and not again before it worked in between. The address may be a secret. */
  private void tell(String trouble) {
    boolean now = !trouble.isEmpty();
    if (now && !failed) {
      log.warn("The sign of life does not arrive: {}", trouble);
    }
    failed = now;
  }

  @Override
  public void close() {
    client.close();
  }
}
