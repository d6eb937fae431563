package eu.rempart.edge.request;

import eu.rempart.tls.gate.Source;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Jetty refuses before any filter sees it: smuggled, oversized and broken requests. A
 * sentence and a code, nothing of what came, and nothing of how Jetty put it. Jetty closes the
 * connection after it, since nobody knows where the next request would begin.
 */
public final class MalformedRequests extends ErrorHandler {

  private static final String TEXT = "text/plain;charset=UTF-8";

  private final Consumer<Source> heard;

  /**
   * An error handler for a whole server.
   *
   * @param heard is told where each such request came from; must not wait
   */
  public MalformedRequests(Consumer<Source> heard) {
    this.heard = heard;
  }

  /** Whatever the method is called: it may be none. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    boolean malformed =
        HttpStatus.isClientError(status) || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505;
    if (malformed
        && request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress peer
        && peer.getAddress() != null) {
      heard.accept(Source.of(peer.getAddress()));
    }
    headers(response.getHeaders());
    if (request.getConnectionMetaData().getHttpVersion().getVersion() < 20) {
      // whoever sent this may mean something else by what follows, too
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    Refusal refusal = malformed ? Refusal.MALFORMED : Refusal.OURS;
    String language = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    Content.Sink.write(response, true, RefusalPage.plain(refusal, language), callback);
  }

  private static void headers(HttpFields.Mutable headers) {
    headers.put(HttpHeader.CONTENT_TYPE, TEXT);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "default-src 'none'");
  }
}
