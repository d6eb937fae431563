package eu.rempart.edge;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ProxyConnectionFactory.ProxyEndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Refuses requests of connections that came without a PROXY header, or without TLS in it: nobody
 * but the edge opens one, and without the header everybody would come from the same place.
 */
final class OnlyThroughTheEdge implements HttpConfiguration.Customizer {

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
    if (end instanceof ProxyEndPoint proxied && proxied.getSslSessionData() != null) {
      return request;
    }
    throw new HttpException.RuntimeException(HttpStatus.FORBIDDEN_403, "Not through the edge");
  }
}
