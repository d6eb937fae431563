package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Trusting;
import eu.rempart.journey.Way;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** What a client sees of the connection of the running application. */
class TlsIT {

  private final Installation installation = Installation.shared();

  @Test
  void aClientThatTrustsTheOwnAuthorityTalksTls13With4096Bits() throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(Trusting.context(installation.home())).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(installation.url() + "/login")).build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      var session = answer.sslSession().orElseThrow();
      assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
      var certificate = (X509Certificate) session.getPeerCertificates()[0];
      assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength())
          .isEqualTo(4096);
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src")
          .doesNotContain("unsafe-eval");
    }
  }

  @Test
  void oldSuitesWithoutForwardSecrecyAreRefused() throws Exception {
    URI address = URI.create(installation.url());
    try (var socket =
        (SSLSocket)
            Trusting.context(installation.home())
                .getSocketFactory()
                .createSocket(address.getHost(), address.getPort())) {
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"});
      assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void chromiumExchangesKeysInAWayThatQuantumComputersDoNotOpen() {
    List<String> groups = new CopyOnWriteArrayList<>();
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      CDPSession tools = person.page().context().newCDPSession(person.page());
      tools.on(
          "Network.responseReceived",
          event -> {
            JsonObject response = event.getAsJsonObject("response");
            if (response.has("securityDetails")) {
              groups.add(
                  response
                      .getAsJsonObject("securityDetails")
                      .get("keyExchangeGroup")
                      .getAsString());
            }
          });
      tools.send("Network.enable");
      person.open("/login");
    }
    assertThat(groups).isNotEmpty().containsOnly("X25519MLKEM768");
  }
}
