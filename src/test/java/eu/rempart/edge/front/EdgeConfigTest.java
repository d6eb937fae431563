package eu.rempart.edge.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.link.NodeAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeConfigTest {

  private static final String WHOLE =
      """
      # what people see, as with a=b
      certificate=server.pem
      key = /etc/rempart/server.key.pem

      backends=node-1:8444, node-2:8444
      node.certificate=edge-1.pem
      node.key=edge-1.key.pem
      node.authority=ca.pem
      node.revocations=crl.pem
      """;

  @TempDir private Path folder;

  private EdgeConfig read(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("edge.properties"), text);
    return EdgeConfig.of(
        EdgeCall.of(
            Stream.concat(Stream.of("--config", file.toString()), Stream.of(more))
                .toArray(String[]::new)));
  }

  private void refused(String text, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(WrongConfigException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void whatIsNotSaidIsAsUsual() throws Exception {
    EdgeConfig config = read(WHOLE);

    assertThat(config.edge().address().getPort()).isEqualTo(8443);
    assertThat(config.edge().balancers()).isEmpty();
    assertThat(config.edge().hostNames()).isEmpty();
    assertThat(config.tls().profile()).isEqualTo(TlsProfile.STANDARD);
    assertThat(config.drain()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.places()).isEqualTo(Optional.empty());
    assertThat(config.backends())
        .containsExactly(new NodeAddress("node-1", 8444), new NodeAddress("node-2", 8444));
    assertThat(config.machine().certificate())
        .as("relative to the file")
        .isEqualTo(folder.resolve("edge-1.pem"));
  }

  @Test
  void theCallGoesBeforeTheFile() throws Exception {
    EdgeConfig config =
        read(WHOLE + "port=443\n", "--port", "9443", "--backend", "a:1", "--backend", "[::1]:2");

    assertThat(config.edge().address().getPort()).isEqualTo(9443);
    assertThat(config.backends())
        .isEqualTo(List.of(new NodeAddress("a", 1), new NodeAddress("::1", 2)));
  }

  @Test
  void everythingCanBeSaid() throws Exception {
    EdgeConfig config =
        read(
            WHOLE
                + """
                profile=strict
                address=127.0.0.1
                port=443
                host-names=CRM.example.org, *.example.net
                balancers=192.0.2.0/24
                places=/var/lib/places.mmdb
                drain=5 # seconds
                warm-up=0
                """);

    assertThat(config.tls().profile()).isEqualTo(TlsProfile.STRICT);
    assertThat(config.edge().address().getAddress().isLoopbackAddress()).isTrue();
    assertThat(config.edge().hostNames())
        .containsExactlyInAnyOrder("crm.example.org", "*.example.net");
    assertThat(config.edge().balancers()).hasSize(1);
    assertThat(config.places()).contains(Path.of("/var/lib/places.mmdb"));
    assertThat(config.drain()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.warmUp()).isEqualTo(Duration.ZERO);
  }

  @Test
  void whatIsWrongIsSaidWithItsLineAndWhatWasExpected() {
    refused(WHOLE + "certifcate=x\n", ":10: ", "\"certifcate\"", "expected one of certificate,");
    refused(WHOLE + "port\n", ":10: ", "expected key=value");
    refused(WHOLE + "port=many\n", ":10: ", "port is \"many\"", "0 to 65535");
    refused(WHOLE + "port=1\nport=2\n", ":11: ", "stands in line 10 already");
    refused(WHOLE + "profile=lax\n", "profile is \"lax\"", "standard");
    refused(WHOLE + "address=localhost\n", "address is \"localhost\"", "0.0.0.0");
    refused(WHOLE + "balancers=192.0.2.0/40\n", "192.0.2.0/40", "PROXY v2");
    refused(WHOLE + "host-names=a b\n", "\"a b\"", "crm.example.org");
    refused(WHOLE + "drain=-1\n", "drain is \"-1\"", "0 to 600");
    refused(
        WHOLE.replace("node-2:8444", "node-2"), ":5: ", "\"node-2\"", "node-1.example.org:8444");
    refused(WHOLE.replace("node.key=edge-1.key.pem\n", ""), "node.key is missing", "mode 600");
    refused(WHOLE.replaceAll("backends=.*\n", ""), "No node is named", "--backend");
    refused(WHOLE + "key-passphrase-file=nowhere\n", "key-passphrase-file", "first line");
  }

  @Test
  void aSecretThatSlippedIntoALineIsNotRepeated() {
    assertThatThrownBy(() -> read(WHOLE + "hunter2\n"))
        .hasMessageNotContaining("hunter2")
        .hasMessageContaining(":10: ");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = folder.resolve("missing.properties");
    assertThatThrownBy(() -> EdgeConfig.of(EdgeCall.of("--config", missing.toString())))
        .hasMessage(missing + ": there is no such file");
  }

  @Test
  void aWrongCallIsToldHow() {
    assertThatThrownBy(EdgeCall::of).hasMessage("edge needs --config FILE");
    assertThatThrownBy(() -> EdgeCall.of("--config")).hasMessage("--config needs a value.");
    assertThatThrownBy(() -> EdgeCall.of("--config", "a", "--home", "b"))
        .hasMessageContaining("'--home'");
    assertThatThrownBy(() -> EdgeCall.of("--config", "a", "--port", "x"))
        .hasMessageContaining("0 to 65535");
    assertThatThrownBy(() -> EdgeCall.of("--config", "a", "--backend", "x"))
        .hasMessageContaining("node-1.example.org:8444");
  }
}
