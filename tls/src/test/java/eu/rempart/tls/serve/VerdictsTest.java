package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.TestClient;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.hello.Hellos;
import eu.rempart.tls.sign.Rank;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason for which the edge refuses, and what a client sees of it. */
class VerdictsTest extends WithEdge {

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"BANNED", "COUNTRY_REFUSED", "TOO_MANY_AT_ONCE", "TOO_FAST", "COUNTRY_TOO_FAST"})
  void aRefusedSourceIsResetWithoutAByte(Verdict verdict) throws Exception {
    try (TestEdge edge = edge(it -> it)) {
      edge.gate.onSource = verdict;
      try (RawClient client = new RawClient(edge.port())) {
        client.assertReset();
      }

      Heard.Refused refused = Heard.next(edge.heard.refusals);
      assertThat(refused.why()).isEqualTo(verdict);
      assertThat(refused.source()).isEqualTo(Source.of(InetAddress.getLoopbackAddress()));
      assertThat(edge.gate.inside).hasValue(0);
    }
  }

  @Test
  void everyAdmittedConnectionEndsOnceForTheGate() throws Exception {
    try (TestEdge edge = edge(it -> it)) {
      for (int i = 0; i < 5; i++) {
        edge.client.talk("localhost", edge.port());
        Heard.next(edge.heard.closed);
      }
      try (RawClient client = new RawClient(edge.port())) {
        client.send("no TLS");
        client.assertReset();
      }
      edge.heard.refusal();

      assertThat(edge.gate.inside).hasValue(0);
    }
  }

  @Test
  void aHandshakeThatTheGateRefusesCostsNoSignature() throws Exception {
    try (TestEdge edge = edge(it -> it)) {
      edge.gate.onHandshake = Verdict.NO_HANDSHAKE_LEFT;
      try (RawClient client = new RawClient(edge.port())) {
        client.send(Hellos.ofTheJdk());
        client.assertReset();
      }

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.NO_HANDSHAKE_LEFT);
      assertThat(edge.heard.failures).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"SLOWED_BY_COUNTRY", "SLOWED_BY_SUSPICION"})
  void whoIsSlowedIsServed(Verdict verdict) throws Exception {
    try (TestEdge edge = edge(it -> it)) {
      edge.gate.onSource = verdict;
      edge.gate.onHandshake = verdict;

      edge.client.talk("localhost", edge.port());

      edge.heard.handshake();
      assertThat(edge.heard.refusals).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void aFullQueueOfSignaturesRefusesAndServesAgainOnceItIsEmpty(TlsProfile profile)
      throws Exception {
    try (TestEdge edge =
        new TestEdge(home, profile, TestBackend::echo, it -> it.withSigners(2).withBudget(1))) {
      CountDownLatch busy = new CountDownLatch(2);
      CountDownLatch free = new CountDownLatch(1);
      for (int i = 0; i < 2; i++) {
        while (!edge.server.signers().offer(() -> await(busy, free), Rank.USUAL)) {
          Thread.onSpinWait();
        }
      }
      busy.await();
      edge.server.signers().offer(() -> {}, Rank.USUAL);
      assertThatThrownBy(() -> edge.client.talk("localhost", edge.port()))
          .isInstanceOf(IOException.class);

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.NO_HANDSHAKE_LEFT);
      free.countDown();
      while (edge.server.load() > 0) {
        Thread.onSpinWait();
      }
      edge.client.talk("localhost", edge.port());
    }
  }

  private static void await(CountDownLatch busy, CountDownLatch free) {
    busy.countDown();
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: crm.example\r\n\r\n",
        "PROXY TCP4 203.0.113.9 198.51.100.1 50123 443\r\n", // forged: we have no balancer
        "\r\n\r\n\0\r\nQUIT\n!\u0011\0\f........"
      })
  void whatIsNoClientHelloIsReset(String text) throws Exception {
    try (TestEdge edge = edge(it -> it);
        RawClient client = new RawClient(edge.port())) {
      client.send(text);
      client.assertReset();

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.HELLO_MALFORMED);
    }
  }

  @Test
  void aHelloThatIsNeverFinishedIsMalformed() throws Exception {
    try (TestEdge edge = edge(it -> it)) {
      try (RawClient client = new RawClient(edge.port())) {
        client.send(Arrays.copyOf(Hellos.ofTheJdk(), 100));
        Heard.next(edge.gate.asked);
      }

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.HELLO_MALFORMED);
    }
  }

  @Test
  void aClientThatDoesNotTrustOurCertificateIsToldApartFromMalformedOnes(@TempDir Path other)
      throws Exception {
    try (TestEdge edge = edge(it -> it)) {
      eu.rempart.tls.TestTls.open(other, TlsProfile.STANDARD);
      TestClient stranger = new TestClient(eu.rempart.tls.TestTls.authority(other));
      assertThatThrownBy(() -> stranger.talk("localhost", edge.port()))
          .isInstanceOf(SSLException.class);

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.CERTIFICATE_NOT_TRUSTED);
      assertThat(Heard.next(edge.heard.failures)).containsIgnoringCase("alert");
    }
  }

  @Test
  void aClientThatLeavesInTheMiddleIsToldApartFromMalformedOnes() throws Exception {
    try (TestEdge edge = edge(it -> it)) {
      try (RawClient client = new RawClient(edge.port())) {
        client.send(Hellos.ofTheJdk());
      }

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.CLIENT_LEFT);
    }
  }

  @Test
  void bytesThatAreNoTlsAfterAGoodHelloAreNeverQuoted() throws Exception {
    try (TestEdge edge = edge(it -> it);
        RawClient client = new RawClient(edge.port())) {
      client.send(Hellos.ofTheJdk());
      client.send("a secret of somebody's");

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.HANDSHAKE_FAILED);
      assertThat(Heard.next(edge.heard.failures)).isEqualTo("what came was no TLS record");
    }
  }

  @Test
  void otherNamesAreResetWhereNamesAreListed() throws Exception {
    try (TestEdge edge = edge(it -> it.withHostNames(Set.of("crm.example", "*.crm.example")))) {
      for (String name : List.of("crm.example", "paris.crm.example", "CRM.example")) {
        talkAs(name, edge);
      }
      edge.client.talk("127.0.0.1", edge.port()); // an address is no name
      for (String name : List.of("other.example", "a.paris.crm.example", "crm.example.other.org")) {
        assertThatThrownBy(() -> talkAs(name, edge)).isInstanceOf(IOException.class);
        assertThat(edge.heard.refusal()).isEqualTo(Verdict.OTHER_NAME);
      }
    }
  }

  private static void talkAs(String name, TestEdge edge) throws IOException {
    Socket plain = new Socket("localhost", edge.port());
    try (SSLSocket socket = edge.client.openAs(name, plain, "TLSv1.3")) {
      TestClient.exchange(socket);
    }
  }

  @Test
  void whoComesWhileTheEdgeEndsIsReset() throws Exception {
    try (TestEdge edge = edge(it -> it)) {
      edge.server.door().close();
      try (RawClient client = new RawClient(edge.port())) {
        client.assertReset();
      }

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.DRAINING);
      assertThat(edge.gate.asked).isEmpty();
    }
  }
}
