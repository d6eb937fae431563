package eu.rempart.edge;

import eu.rempart.edge.request.MalformedRequests;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** Edge and Jetty as the application has them, with a page that tells what it read. */
final class JettyLab {

  /** Where whatever answers breaks down. */
  static final String FAULT = "/fault";

  /** In milliseconds; ends a test that would wait for ever. */
  private static final int PATIENCE = 120_000;

  final BlockingQueue<Source> malformed = new LinkedBlockingQueue<>();
  final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

  /** Lengths of the bodies that were read to their end. */
  final BlockingQueue<Integer> bodies = new LinkedBlockingQueue<>();

  private final Server jetty = new Server();
  private final EdgeServer edge;
  private final SSLContext tls;
  private final int port;

  JettyLab(Path home) throws Exception {
    Path socket = home.resolve("lab.sock");
    new JettyBehindEdge(socket, new MalformedRequests(malformed::add)).customize(jetty);
    jetty.setHandler(new Tell());
    jetty.start();
    OpenGate gate = new OpenGate();
    edge =
        new EdgeServer(
            EdgeSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            ServerTls.open(TlsSettings.in(home)),
            Backend.unixSocket(socket),
            gate,
            gate);
    port = edge.open().getPort();
    tls = trusting(home.resolve("tls/ca.pem"));
  }

  SSLSocket connect() throws IOException {
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port);
    socket.setSoTimeout(PATIENCE);
    return socket;
  }

  /** Sends bytes, one for each character, and reads until the server ends the connection. */
  String exchange(String bytes) throws IOException {
    try (SSLSocket socket = connect()) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
    KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
    authorities.load(null, null);
    try (InputStream pem = Files.newInputStream(authority)) {
      authorities.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  void stop() throws Exception {
    edge.close();
    jetty.stop();
  }

  private final class Tell extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (request.getHttpURI().getPath().equals(FAULT)) {
        throw new IllegalStateException("of nobody's concern");
      }
      requests.add(request.getMethod() + " " + request.getHttpURI().getPathQuery());
      String read = Content.Source.asString(request);
      bodies.add(read.length());
      Content.Sink.write(response, true, "read " + read.length(), callback);
      return true;
    }
  }
}
