package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.edge.authority.AuthorityCommand;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Trusting;
import eu.rempart.tls.CertificateStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** {@code ./rempart ca} beside the running application. */
class AuthorityIT {

  private final Installation installation = Installation.shared();

  @Test
  void aRenewedCertificateIsServedWithoutARestartAndOpenConnectionsGoOn() throws Exception {
    try (SSLSocket open = connect()) {
      assertThat(answer(open)).startsWith("HTTP/1.1 200");
      String before = sha256(open);

      PrintStream quiet = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      int code =
          new AuthorityCommand(Map.of(), quiet, quiet)
              .run("--home", installation.home().toString(), "renew");

      assertThat(code).isZero();
      String renewed =
          CertificateStatus.readFrom(installation.home()).orElseThrow().server().sha256();
      assertThat(renewed).isNotEqualTo(before);
      await()
          .atMost(Patience.LONG)
          .untilAsserted(
              () -> {
                try (SSLSocket next = connect()) {
                  assertThat(sha256(next)).isEqualTo(renewed);
                }
              });
      assertThat(answer(open)).startsWith("HTTP/1.1 200");
    }
  }

  private SSLSocket connect() throws Exception {
    URI address = URI.create(installation.url());
    SSLSocket socket =
        (SSLSocket)
            Trusting.context(installation.home())
                .getSocketFactory()
                .createSocket(address.getHost(), address.getPort());
    socket.startHandshake();
    return socket;
  }

  /** Asks for a head alone, so that the answer ends where its headers do. */
  private static String answer(SSLSocket socket) throws IOException {
    String request = "HEAD /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int octet = socket.getInputStream().read();
      assertThat(octet).as("the connection goes on after: %s", answer).isNotNegative();
      answer.append((char) octet);
    }
    return answer.toString();
  }

  private static String sha256(SSLSocket socket) throws Exception {
    Certificate certificate = socket.getSession().getPeerCertificates()[0];
    return HexFormat.ofDelimiter(":")
        .withUpperCase()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
  }
}
