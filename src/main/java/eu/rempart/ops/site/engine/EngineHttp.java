package eu.rempart.ops.site.engine;

import eu.rempart.kernel.place.Outgoing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks engines over HTTP, each question with one deadline for the whole of its answer. */
final class EngineHttp implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_ANSWER = 1024 * 1024;

  private final HttpClient client;
  private final Duration whole;

  /**
   * @param context with this machine's certificate, and the authority that it trusts
   * @param whole so long an answer may take, connecting and its body included
   */
  EngineHttp(SSLContext context, Duration whole) {
    this.whole = whole;
    this.client =
        Outgoing.httpToOwn()
            .sslContext(context)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(whole)
            .build();
  }

  /** What was answered: its status, and its body, which may be anything. */
  record Answer(int status, byte[] body) {

    /**
     * The body as JSON.
     *
     * @throws IOException if it is none
     */
    JsonNode json() throws IOException {
      try {
        return JSON.readTree(body);
      } catch (JacksonException e) {
        throw new IOException("%d bytes are no JSON".formatted(body.length));
      }
    }
  }

  Answer get(URI address) throws IOException {
    return send(HttpRequest.newBuilder(address).GET());
  }

  Answer post(URI address, Object json) throws IOException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json))));
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> asked =
        client.sendAsync(
            request.timeout(whole).build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      HttpResponse<byte[]> answer = asked.get(whole.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(answer.statusCode(), answer.body());
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new HttpTimeoutException("no whole answer within " + whole);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
