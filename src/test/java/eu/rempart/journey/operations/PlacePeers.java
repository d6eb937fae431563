package eu.rempart.journey.operations;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import eu.rempart.cli.Shell;
import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** One of each kind that an application sends something to, each at an address of its own. */
final class PlacePeers implements AutoCloseable {

  static final String MAIL = "mail.example";
  static final String PUSH = "push.example";
  static final String MAILBOX = "imap.example";
  static final String BACKUP = "backup.example";
  static final String LIFE = "life.example";

  /** Where their names lead to. */
  static final Map<String, String> ADDRESSES =
      new TreeMap<>(
          Map.of(
              MAIL, "198.51.100.11",
              PUSH, "198.51.100.12",
              MAILBOX, "198.51.100.13",
              BACKUP, "198.51.100.14",
              LIFE, "198.51.100.15"));

  private static final String PASSWORD = "changeit";
  private static final long PATIENCE_MILLIS = 60_000;

  private final Path folder;
  private final GreenMail green;
  private final HttpsServer push;
  private final HttpsServer life;
  final AtomicInteger pushed = new AtomicInteger();
  final AtomicInteger lived = new AtomicInteger();

  /**
   * @param folder for what they are known by
   */
  PlacePeers(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    Files.writeString(
        hosts(),
        ADDRESSES.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey() + "\n")
            .collect(Collectors.joining("", "127.0.0.1 localhost\n", "")));
    Path keys = folder.resolve("keys.p12");
    String names =
        ADDRESSES.keySet().stream().map(each -> "dns:" + each).collect(Collectors.joining(","));
    keytool(
        keys,
        "-genkeypair -alias peers -keyalg EC -groupname secp256r1 -dname CN=peers -validity 3 -ext"
            + " san="
            + names);
    keytool(keys, "-exportcert -rfc -alias peers -file " + authority());
    keytool(trusted(), "-importcert -noprompt -alias peers -file " + authority());
    System.setProperty("greenmail.tls.keystore.file", keys.toString());
    System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    green =
        new GreenMail(
            new ServerSetup[] {
              setup(MAIL, ServerSetup.PROTOCOL_SMTPS), setup(MAILBOX, ServerSetup.PROTOCOL_IMAPS)
            });
    green.start();
    SSLContext serving = serving(keys);
    push = web(PUSH, serving, pushed);
    life = web(LIFE, serving, lived);
  }

  private static ServerSetup setup(String name, String protocol) {
    ServerSetup setup = new ServerSetup(0, ADDRESSES.get(name), protocol);
    setup.setServerStartupTimeout(PATIENCE_MILLIS);
    return setup;
  }

  private static SSLContext serving(Path keys) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    }
  }

  private static HttpsServer web(String name, SSLContext serving, AtomicInteger asked)
      throws IOException {
    HttpsServer web =
        HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral(ADDRESSES.get(name)), 0), 0);
    web.setHttpsConfigurator(new HttpsConfigurator(serving));
    web.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          asked.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    web.start();
    return web;
  }

  private static void keytool(Path store, String words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ")));
    command.addAll(
        List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
    Outcome outcome = new Shell().run(command.toArray(String[]::new));
    if (outcome.exitCode() != 0) {
      throw new IOException(outcome.toString());
    }
  }

  /** Names and where they lead, as Java reads it in the place of all other answers. */
  private Path hosts() {
    return folder.resolve("hosts");
  }

  private Path authority() {
    return folder.resolve("authority.pem");
  }

  private Path trusted() {
    return folder.resolve("trusted.p12");
  }

  /** By which a virtual machine finds these and nobody else, and trusts them. */
  List<String> options() {
    return List.of(
        "-Djdk.net.hosts.file=" + hosts(),
        "-Djavax.net.ssl.trustStore=" + trusted(),
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  /** What an operator says of these. */
  List<String> settings() {
    return List.of(
        "-Drempart.mail.host=" + MAIL,
        "-Drempart.mail.port=" + green.getSmtps().getPort(),
        "-Drempart.mail.tls=TLS",
        "-Drempart.mail.from=crm@firm.example",
        "-Drempart.mail.country=FR",
        "-Drempart.places.country=FR",
        "-Drempart.watch.sign-of-life=https://%s:%d/alive"
            .formatted(LIFE, life.getAddress().getPort()),
        "-Drempart.watch.sign-of-life-country=BE");
  }

  String pushUrl() {
    return "https://%s:%d/".formatted(PUSH, push.getAddress().getPort());
  }

  int imaps() {
    return green.getImaps().getPort();
  }

  /** A mailbox that its password opens. */
  void mailbox(String address, String password) {
    green.setUser(address, address, password);
  }

  int mails() {
    return green.getReceivedMessages().length;
  }

  @Override
  public void close() {
    green.stop();
    push.stop(0);
    life.stop(0);
  }
}
