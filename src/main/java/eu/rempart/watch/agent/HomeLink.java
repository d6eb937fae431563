package eu.rempart.watch.agent;

import eu.rempart.kernel.place.Outgoing;
import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.Refusal;
import eu.rempart.watch.wire.RequestSeal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks home, and believes only what home signed. Not thread safe.
 *
 * @see RequestSeal
 */
final class HomeLink implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int LONGEST_ANSWER = 1024 * 1024;
  private static final int OK = 200;

  private static final Set<Refusal> SIGNED =
      Set.of(Refusal.ZONE, Refusal.CODE, Refusal.REVOKED, Refusal.SUSPENDED, Refusal.CLOCK);

  private final URI server;
  private final Duration whole;
  private final HttpClient client;

  HomeLink(URI server, SSLContext trust) {
    this(server, trust, PATIENCE.multipliedBy(2));
  }

  /**
   * @param whole so long an answer may take, its body included
   */
  HomeLink(URI server, SSLContext trust, Duration whole) {
    this.server = server;
    this.whole = whole;
    this.client =
        Outgoing.httpToOwn()
            .sslContext(trust)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
  }

  /**
   * Whom to trust.
   *
   * @throws IOException if home is away, or it is somebody else
   */
  Admission.Authorities authorities(PublicKey home) throws IOException {
    HttpResponse<byte[]> answer = send(request(Admission.AUTHORITIES_PATH).GET());
    if (answer.statusCode() != OK || !Admission.signed(home, answer.body(), signature(answer))) {
      throw new IOException("whoever answers there is not the home of the code");
    }
    return read(answer.body(), Admission.Authorities.class);
  }

  /**
   * Asks to be admitted.
   *
   * @throws IOException if home is away, or it is somebody else
   */
  Admission.Welcome admit(Admission.Request asked, PublicKey home)
      throws IOException, HomeRefusedException {
    byte[] body = Json.write(asked);
    HttpResponse<byte[]> answer =
        send(request(Admission.PATH).POST(BodyPublishers.ofByteArray(body)));
    if (answer.statusCode() == OK
        && Admission.signed(home, body, answer.body(), signature(answer))) {
      return read(answer.body(), Admission.Welcome.class);
    }
    throw refused(answer, Admission.refused(home, body, answer.body(), signature(answer)));
  }

  /**
   * Tells what there is to tell, and hears what to do.
   *
   * @throws IOException if home is away, or it is somebody else
   */
  Exchange.Work exchange(Exchange.Report report, RequestSeal seal, Identity identity)
      throws IOException, HomeRefusedException {
    byte[] body = Json.write(report);
    HttpResponse<byte[]> answer =
        send(
            request(Exchange.PATH)
                .header(RequestSeal.HEADER, seal.sign(identity.key(), "POST", Exchange.PATH, body))
                .POST(BodyPublishers.ofByteArray(body)));
    int status = answer.statusCode();
    boolean signed = seal.answered(identity.home(), status, answer.body(), signature(answer));
    if (status == OK && signed) {
      return read(answer.body(), Exchange.Work.class);
    }
    throw refused(answer, signed);
  }

  /**
   * Why home refuses. What it would have signed is believed only if it did: else whoever is on the
   * way could stop an agent, or set its clock.
   */
  private static HomeRefusedException refused(HttpResponse<byte[]> answer, boolean signed)
      throws IOException {
    if (answer.statusCode() == OK) {
      throw new IOException("an answer came that home did not sign");
    }
    try {
      Exchange.No no = Json.read(answer.body(), Exchange.No.class);
      if (no.reason() != null && no.words() != null) {
        HomeRefusedException refused = new HomeRefusedException(no, signed);
        if (!signed && refused.reason().filter(SIGNED::contains).isPresent()) {
          throw new IOException("a refusal came that home did not sign");
        }
        return refused;
      }
    } catch (IllegalArgumentException notHome) {
      // the gate in front of home, or a machine on the way
    }
    throw new IOException("home answers with status " + answer.statusCode());
  }

  private static <T> T read(byte[] body, Class<T> form) throws IOException {
    try {
      return Json.read(body, form);
    } catch (IllegalArgumentException wrong) {
      throw new IOException("home answers what can't be read", wrong);
    }
  }

  private static String signature(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue(RequestSeal.ANSWER_HEADER).orElse("");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), body);
    try {
      // a request's own timeout ends with the head of its answer; the body could take for ever
      return answer.get(whole.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("an answer began, and did not end");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** As {@link HttpClient#send} throws it; who asks acts on what kind it is. */
  private static IOException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case IOException away -> away;
      case null, default -> new IOException("the request failed", cause);
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
