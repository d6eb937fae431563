package eu.rempart.edge.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.tls.IssuedFiles;
import eu.rempart.tls.Purpose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edge as a process of its own, with a node in this one. */
class EdgeCommandTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LISTENS = "Rempart's edge listens on port ";

  @TempDir private static Path folder;
  private static EchoNode node;
  private static IssuedFiles first;
  private static IssuedFiles second;
  private static IssuedFiles machine;

  private final List<String> output = Collections.synchronizedList(new ArrayList<>());
  private Process process;
  private Path config;
  private int port;

  @BeforeAll
  static void startNode() throws Exception {
    node = new EchoNode(folder.resolve("home"));
    first = node.issue(Purpose.SERVER, "localhost", Files.createDirectory(folder.resolve("1")));
    second = node.issue(Purpose.SERVER, "localhost", Files.createDirectory(folder.resolve("2")));
    machine = node.issue(Purpose.CLIENT, "edge-1", folder);
  }

  @AfterAll
  static void stopNode() throws Exception {
    node.close();
  }

  @BeforeEach
  void start() throws Exception {
    config = folder.resolve("edge.properties");
    show(first);
    configure("profile=standard");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            EdgeCommand.class.getName(),
            "--config",
            config.toString(),
            "--port",
            "0");
    process = builder.redirectErrorStream(true).start();
    CompletableFuture<Integer> listening = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> drain(listening));
    port = listening.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    process.destroyForcibly().waitFor();
  }

  private void drain(CompletableFuture<Integer> listening) {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.add(line);
        if (line.startsWith(LISTENS)) {
          listening.complete(Integer.valueOf(line.substring(LISTENS.length())));
        }
      }
      listening.completeExceptionally(new IllegalStateException(String.join("\n", output)));
    } catch (IOException ended) {
      listening.completeExceptionally(ended);
    }
  }

  /** Puts another certificate in place of the one shown to people, as an operator would. */
  private static void show(IssuedFiles files) throws IOException {
    for (var each :
        List.of(
            List.of(files.key(), folder.resolve("shown.key.pem")),
            List.of(files.certificate(), folder.resolve("shown.pem")))) {
      Path copy = Files.copy(each.getFirst(), folder.resolve("new"));
      Files.move(copy, each.getLast(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void configure(String... lines) throws IOException {
    String text =
        """
        certificate=shown.pem
        key=shown.key.pem
        address=127.0.0.1
        warm-up=0
        drain=60
        backends=localhost:%d
        node.certificate=%s
        node.key=%s
        node.authority=home/tls/ca.pem
        node.revocations=home/tls/crl.pem
        """
            .formatted(node.port, machine.certificate(), machine.key());
    Files.writeString(folder.resolve("new"), text + String.join("\n", lines) + "\n");
    Files.move(folder.resolve("new"), config, StandardCopyOption.REPLACE_EXISTING);
  }

  private SSLSocket connect(String protocol) throws IOException {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      try (InputStream pem = Files.newInputStream(folder.resolve("home/tls/ca.pem"))) {
        trusted.setCertificateEntry(
            "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("127.0.0.1", port);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.setEnabledProtocols(new String[] {protocol});
      return socket;
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void echo(SSLSocket socket) throws IOException {
    socket.getOutputStream().write('x');
    assertThat(socket.getInputStream().read()).isEqualTo('x');
  }

  private boolean isServed(String protocol) {
    try (SSLSocket socket = connect(protocol)) {
      echo(socket);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static X509Certificate shown(SSLSocket socket) throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }

  private void hangUp() throws Exception {
    new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void certificateAndPolicyAreTakenAnewWhileOpenConnectionsGoOn() throws Exception {
    try (SSLSocket open = connect("TLSv1.3")) {
      echo(open);
      X509Certificate before = shown(open);
      assertThat(isServed("TLSv1.2")).isTrue();

      show(second);
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                try (SSLSocket next = connect("TLSv1.3")) {
                  echo(next);
                  return !shown(next).equals(before);
                }
              });
      configure("profile=strict");
      hangUp();
      await().atMost(PATIENCE).until(() -> !isServed("TLSv1.2"));
      assertThat(isServed("TLSv1.3")).isTrue();

      configure("profile=lax");
      await()
          .atMost(PATIENCE)
          .until(() -> output.stream().anyMatch(line -> line.contains("profile is \"lax\"")));
      assertThat(isServed("TLSv1.3")).as("what is wrong changes nothing").isTrue();
      echo(open);
    }
  }

  @Test
  void atTheEndWhatIsOpenHasItsTimeAndNobodyNewComesIn() throws Exception {
    try (SSLSocket open = connect("TLSv1.3")) {
      echo(open);
      process.destroy();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> connect("TLSv1.3"))
                      .isInstanceOf(ConnectException.class));
      echo(open);
      assertThat(process.isAlive()).isTrue();
    }
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(output).noneMatch(line -> line.contains("are cut"));
  }

  @Test
  void whatItDidIsReportedAndRulesAreTakenLive() throws Exception {
    assertThat(isServed("TLSv1.3")).isTrue();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                node.reports.stream()
                    .map(report -> new String(report, java.nio.charset.StandardCharsets.UTF_8))
                    .anyMatch(report -> report.contains("\"protocol\":\"TLSv1.3\"")));

    node.listener.publishRules(rules("127.0.0.1/32"));
    await().atMost(PATIENCE).until(() -> !isServed("TLSv1.3"));
    node.listener.publishRules(rules("192.0.2.0/24"));
    await().atMost(PATIENCE).until(() -> isServed("TLSv1.3"));
  }

  /** A page that is open makes no request for hours, and a flood holds what it has. */
  @Test
  void whoIsBannedLosesWhatIsOpenToo() throws Exception {
    try (SSLSocket open = connect("TLSv1.3")) {
      echo(open);
      open.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
      node.listener.publishRules(rules("127.0.0.1/32"));
      assertThatThrownBy(() -> open.getInputStream().read()).isInstanceOf(SocketException.class);
    } finally {
      node.listener.publishRules(rules("192.0.2.0/24"));
    }
  }

  /** As a node would write them. */
  private static byte[] rules(String banned) {
    return """
        {"now":1000,"rules":[],"allowed":[],"known":[],"limits":{},"home":[],
        "bans":[{"network":"%s","step":"BANNED","begun":1000,"until":3600000}]}
        """
        .formatted(banned)
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
