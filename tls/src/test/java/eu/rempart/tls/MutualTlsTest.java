package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines of one authority, over real sockets: an edge, and the application behind it. */
class MutualTlsTest {
  @TempDir private Path home;
  @TempDir private Path out;

  @BeforeEach
  void start() {
    ServerTls.open(TlsSettings.in(home), TestKeys.inTurn(), () -> "");
  }

  private CertificateAuthority authority() {
    return new CertificateAuthority(home, Clock.systemUTC(), () -> TestKeys.key(3));
  }

  private IssuedFiles issue(Purpose purpose, String name) {
    return authority().issue(purpose, List.of(name), out);
  }

  @Test
  void anEdgeWithAClientCertificateOfTheAuthorityComesThrough() throws Exception {
    assertThat(connect(issue(Purpose.CLIENT, "edge-1"), "localhost")).isEqualTo("CN=edge-1");
  }

  @Test
  void aRevokedEdgeIsRefusedFromThenOn() throws Exception {
    IssuedFiles edge = issue(Purpose.CLIENT, "edge-1");
    assertThat(connect(edge, "localhost")).isEqualTo("CN=edge-1");

    authority().revoke(edge.certificate().toString(), Revocation.Reason.KEY_COMPROMISE);

    assertThatThrownBy(() -> connect(edge, "localhost")).hasMessageContaining("is revoked");
  }

  @Test
  void aServerCertificateIsNoClientCertificate() {
    issue(Purpose.CLIENT, "edge-2");
    IssuedFiles server = issue(Purpose.SERVER, "other.localhost");

    assertThatThrownBy(() -> connect(server, "localhost")).hasMessageContaining("path");
  }

  @Test
  void anEdgeOfAnotherAuthorityIsRefused(@TempDir Path elsewhere) {
    issue(Purpose.CLIENT, "edge-2");
    ServerTls.open(TlsSettings.in(elsewhere), TestKeys.inTurn(), () -> "");
    IssuedFiles stranger =
        new CertificateAuthority(elsewhere, Clock.systemUTC(), () -> TestKeys.key(3))
            .issue(Purpose.CLIENT, List.of("edge-1"), out);

    assertThatThrownBy(() -> connect(stranger, "localhost")).hasMessageContaining("path");
  }

  @Test
  void theEdgeChecksTheNameOfTheApplicationToo() {
    IssuedFiles edge = issue(Purpose.CLIENT, "edge-1");

    assertThatThrownBy(() -> connect(edge, "127.0.0.2")).hasMessageContaining("127.0.0.2");
  }

  /** Connects both sides and tells whom the application saw; fails with what both sides say. */
  private String connect(IssuedFiles client, String host) throws Exception {
    AuthorityTrust trust = new AuthorityTrust(RevocationCheck.ofMachines(home));
    AuthorityTrust servers = new AuthorityTrust(RevocationCheck.in(home));
    try (SSLServerSocket listening =
        (SSLServerSocket)
            context(home.resolve("tls/server.pem"), home.resolve("tls/server.key.pem"), trust)
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      listening.setNeedClientAuth(true);
      CompletableFuture<String> seen = CompletableFuture.supplyAsync(() -> accept(listening));
      String clientSays = "";
      try (SSLSocket socket =
          (SSLSocket)
              context(client.certificate(), client.key(), servers)
                  .getSocketFactory()
                  .createSocket(host, listening.getLocalPort())) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        assertThat(socket.getInputStream().read()).isEqualTo('x');
      } catch (IOException refused) {
        clientSays = refused.getMessage();
      }
      try {
        return seen.get();
      } catch (ExecutionException refused) {
        throw new IOException(clientSays + " / " + refused.getCause(), refused);
      }
    }
  }

  private static String accept(SSLServerSocket listening) {
    try (Socket socket = listening.accept()) {
      socket.getOutputStream().write('x');
      return ((X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0])
          .getSubjectX500Principal()
          .getName();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Shows its certificate whomever the other side says it trusts, as an intruder would. */
  private static SSLContext context(Path certificate, Path key, AuthorityTrust trust)
      throws Exception {
    Identity identity =
        new Identity(
            PemText.plainKey(Files.readString(key)).orElseThrow(),
            List.of(PemText.firstCertificate(Files.readString(certificate)).orElseThrow()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {new Insistent(identity)}, new TrustManager[] {trust}, null);
    return context;
  }

  private static final class Insistent extends X509ExtendedKeyManager {
    private final Identity identity;

    Insistent(Identity identity) {
      this.identity = identity;
    }

    @Override
    public String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return "own";
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return "RSA".equals(type) ? "own" : null;
    }

    @Override
    public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {"own"};
    }

    @Override
    public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
      return new String[] {"own"};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return identity.key();
    }
  }
}
