package eu.rempart.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Real servers for SMTP and IMAP, in clear and over TLS, on loopback, one set for all tests. */
public final class MailServers {

  private static final String PASSWORD = "changeit";
  private static final long PATIENCE_MILLIS = 60_000;

  private final GreenMail green;
  private final SmtpFront front;
  private final Path authority;
  private final SSLContext serving;

  private static final class Holder {
    static final MailServers ONE = new MailServers();
  }

  public static MailServers one() {
    return Holder.ONE;
  }

  private MailServers() {
    try {
      Path home = Files.createTempDirectory("rempart-mail");
      authority = home.resolve("authority.pem");
      Path keys = home.resolve("keys.p12");
      keytool(
          "-genkeypair",
          "-alias",
          "mail",
          "-keyalg",
          "EC",
          "-groupname",
          "secp256r1",
          "-dname",
          "CN=localhost",
          "-ext",
          "san=dns:localhost",
          "-validity",
          "3",
          "-storetype",
          "PKCS12",
          "-keystore",
          keys.toString(),
          "-storepass",
          PASSWORD);
      keytool(
          "-exportcert",
          "-rfc",
          "-alias",
          "mail",
          "-keystore",
          keys.toString(),
          "-storepass",
          PASSWORD,
          "-file",
          authority.toString());
      serving = serving(keys);
      System.setProperty("greenmail.tls.keystore.file", keys.toString());
      System.setProperty("greenmail.tls.keystore.password", PASSWORD);
      green =
          new GreenMail(
              new ServerSetup[] {
                setup(ServerSetup.PROTOCOL_SMTP),
                setup(ServerSetup.PROTOCOL_SMTPS),
                setup(ServerSetup.PROTOCOL_IMAP),
                setup(ServerSetup.PROTOCOL_IMAPS)
              });
      green.start();
      front = new SmtpFront(green.getSmtp().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLContext serving(Path keys) throws IOException {
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** A server on another port that begins in clear, before the one that is always so. */
  public ImapFront imapFront(ImapFront.Offer offer) throws IOException {
    return new ImapFront(offer, green.getImap().getPort(), serving);
  }

  private static ServerSetup setup(String protocol) {
    var setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(PATIENCE_MILLIS); // machines are busy while tests run
    return setup;
  }

  private static void keytool(String... arguments) throws IOException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool answered " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  public GreenMail green() {
    return green;
  }

  public SmtpFront front() {
    return front;
  }

  /** PEM file with the authority of the server that speaks TLS. */
  public Path authority() {
    return authority;
  }

  public int imaps() {
    return green.getImaps().getPort();
  }
}
