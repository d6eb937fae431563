package eu.rempart.edge;

import org.eclipse.jetty.io.EndPoint.SslSessionData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;

/**
 * Makes requests secure that the PROXY header says came by TLS. The session of TLS is at the edge:
 * Jetty would ask one that is not here for the client's certificate, and fail. Any host name: which
 * ones are answered is the edge's to judge, by the name in TLS.
 */
final class SecureByTheEdge extends SecureRequestCustomizer {

  SecureByTheEdge() {
    super(false);
  }

  @Override
  protected Request newSecureRequest(Request request, SslSessionData atTheEdge) {
    return new SecureRequest(request);
  }
}
