package eu.rempart.edge;

import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Refuses requests of HTTP/2 with headers that belong to a connection (RFC 9113, 8.2.2): Jetty
 * passes them on, and whoever wrote such a request down as HTTP/1.1 would make another one of it.
 */
final class StrictHttp2 implements HttpConfiguration.Customizer {

  private static final int HTTP_2 = 20;

  private static final List<String> OF_CONNECTIONS =
      List.of(
          HttpHeader.TRANSFER_ENCODING.asString(),
          HttpHeader.CONNECTION.asString(),
          HttpHeader.KEEP_ALIVE.asString(),
          HttpHeader.UPGRADE.asString(),
          "Proxy-Connection");

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields headers = request.getHeaders();
    if (request.getConnectionMetaData().getHttpVersion().getVersion() >= HTTP_2
        && (OF_CONNECTIONS.stream().anyMatch(headers::contains)
            || wantsOtherThanTrailers(headers))) {
      throw new HttpException.RuntimeException(
          HttpStatus.BAD_REQUEST_400, "A header of a connection");
    }
    return request;
  }

  private static boolean wantsOtherThanTrailers(HttpFields headers) {
    String te = headers.get(HttpHeader.TE);
    return te != null && !te.strip().equalsIgnoreCase("trailers");
  }
}
