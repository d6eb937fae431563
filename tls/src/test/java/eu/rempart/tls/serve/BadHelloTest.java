package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.hello.Hellos;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ClientHellos as attackers send them, to the whole edge: what is none costs no signature. */
class BadHelloTest {

  /** The first byte of a record with a handshake in it (RFC 8446, 5.1). */
  private static final int HANDSHAKE = 22;

  @TempDir private Path home;
  private TestEdge edge;

  @BeforeEach
  void open() throws Exception {
    edge = new TestEdge(home, TlsProfile.STANDARD, TestBackend::echo, it -> it);
  }

  @AfterEach
  void close() throws Exception {
    edge.close();
  }

  @Test
  void aHelloThatComesByteByByteIsAnswered() throws Exception {
    try (RawClient client = new RawClient(edge.port())) {
      client.socket.setTcpNoDelay(true);
      for (byte each : Hellos.ofTheJdk()) {
        client.send(new byte[] {each});
      }
      assertThat(client.socket.getInputStream().read()).isEqualTo(HANDSHAKE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100})
  void aHelloInManyRecordsIsAnswered(int portion) throws Exception {
    try (RawClient client = new RawClient(edge.port())) {
      client.send(Hellos.records(Hellos.messageOf(Hellos.ofTheJdk()), portion));

      assertThat(client.socket.getInputStream().read()).isEqualTo(HANDSHAKE);
    }
  }

  @Test
  void aHelloThatSaysItIsLargerThanAnyIsResetBeforeItArrives() throws Exception {
    byte[] large = Hellos.message(1, new byte[70_000]);
    byte[] begin = Arrays.copyOf(Hellos.records(large, 16_384), 100);
    try (RawClient client = new RawClient(edge.port())) {
      client.send(begin);
      client.assertReset();
    }
    assertThat(edge.heard.refusal()).isEqualTo(Verdict.HELLO_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 6, 43, 100})
  void aHelloOfWhichTheRestNeverComesIsMalformed(int sent) throws Exception {
    try (RawClient client = new RawClient(edge.port())) {
      client.send(Arrays.copyOf(Hellos.ofTheJdk(), sent));
    }
    assertThat(edge.heard.refusal()).isEqualTo(Verdict.HELLO_MALFORMED);
  }

  @Test
  void garbageIsResetAndWhoComesAfterIsServed() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      byte[] garbage = new byte[64];
      random.nextBytes(garbage);
      garbage[0] = 0; // no record of TLS begins so
      assertIsReset(garbage);
    }
    edge.client.talk("localhost", edge.port());
    edge.heard.handshake();
  }

  private void assertIsReset(byte[] garbage) throws Exception {
    try (RawClient client = new RawClient(edge.port())) {
      client.send(garbage);
      client.assertReset();
    }
    assertThat(edge.heard.refusal()).isEqualTo(Verdict.HELLO_MALFORMED);
  }
}
