package eu.rempart.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/**
 * A server's TLS: its certificate, always a fresh one, and the policy. Hand {@link #sslContext} to
 * the server once; connections that begin after a renewal use the new certificate without a
 * restart. Safe for use by several threads.
 */
public final class ServerTls {
  private final IdentitySource source;
  private final TlsProfile profile;
  private final ReloadingKeyManager keyManager;
  private final SSLContext context;
  private final List<Runnable> renewals = new CopyOnWriteArrayList<>();
  private volatile IdentitySource.Loaded loaded;

  /** As they were before the last load. */
  private List<FileStamp> stamps;

  private ServerTls(IdentitySource source, TlsProfile profile) {
    this.source = source;
    this.profile = profile;
    this.stamps = FileStamp.of(source.files());
    this.loaded = source.load();
    this.keyManager = new ReloadingKeyManager(loaded.identity());
    this.context = new PolicyContext(context(keyManager, new TrustsNobody()), profile);
  }

  /**
   * Opens the certificates, making or renewing own ones where due; the first time this takes
   * seconds, for two RSA keys of 4096 bits. Several processes may open the same home at once.
   * Switches off renegotiation by clients for the whole JVM, since JSSE knows it only as a system
   * property.
   *
   * @throws CertificateRefusedException if the operator's files can't be used
   * @throws IllegalArgumentException if a configured host name isn't one
   * @throws java.io.UncheckedIOException if own files can't be read or written
   */
  public static ServerTls open(TlsSettings settings) {
    return open(settings, Rsa::generate, HostNames::machineName);
  }

  static ServerTls open(
      TlsSettings settings, Supplier<KeyPair> keys, Supplier<String> machineName) {
    Renegotiation.refuse();
    IdentitySource source =
        settings
            .operator()
            .map(operator -> source(operator, settings.clock()))
            .orElseGet(() -> new OwnCertificates(settings, keys, machineName));
    return new ServerTls(source, settings.profile());
  }

  private static IdentitySource source(OperatorCertificate operator, Clock clock) {
    return switch (operator) {
      case OperatorCertificate.InFiles files -> new OperatorCertificates(files, clock);
      case OperatorToken token -> new TokenCertificates(token, clock);
    };
  }

  /**
   * The context for Jetty's {@code SslContextFactory.Server} or any JSSE server. Its engines and
   * server sockets follow the policy already; a server that sets parameters of its own afterwards
   * passes them through {@link #restrict}.
   */
  public SSLContext sslContext() {
    return context;
  }

  /**
   * A context for machines that show a certificate of their own: as {@link #sslContext}, but with
   * this to judge them by. The server has to ask for the certificate.
   */
  public SSLContext sslContext(AuthorityTrust clients) {
    return new PolicyContext(context(keyManager, clients), profile);
  }

  /** Narrows the parameters of an engine or socket to the policy, in place, and returns them. */
  public SSLParameters restrict(SSLParameters parameters) {
    return profile.restrict(parameters);
  }

  /** The policy as fresh parameters. */
  public SSLParameters parameters() {
    return profile.restrict(new SSLParameters());
  }

  public TlsProfile profile() {
    return profile;
  }

  /** Protocol names as JSSE spells them. */
  public List<String> protocols() {
    return profile.protocols();
  }

  /** Cipher suites as JSSE spells them, most wanted first. */
  public List<String> cipherSuites() {
    return profile.cipherSuites();
  }

  /** The private key and chain in use; a later call may tell of others, see {@link #onRenewal}. */
  public ServerKey serverKey() {
    Identity identity = loaded.identity();
    return new ServerKey(identity.key(), identity.chain());
  }

  /** Has something run after each renewal, on the thread that renewed. */
  public void onRenewal(Runnable listener) {
    renewals.add(listener);
  }

  /** PEM file of the own authority, for clients to trust; empty with the operator's certificate. */
  public Optional<Path> caCertificate() {
    return loaded.authority().map(IdentitySource.Authority::file);
  }

  public CertificateStatus status() {
    IdentitySource.Loaded now = loaded;
    return new CertificateStatus(
        CertificateFacts.of(now.identity().certificate()),
        now.authority().map(IdentitySource.Authority::certificate).map(CertificateFacts::of),
        now.authority().map(IdentitySource.Authority::file));
  }

  /**
   * Renews own certificates in the last third of their lifetime and picks up what another process
   * renewed, or files that the operator replaced. To be called about once an hour; takes
   * milliseconds when nothing is due.
   *
   * @throws CertificateRefusedException if the operator's files can't be used any more; the former
   *     certificate stays in use
   * @throws java.io.UncheckedIOException if own files can't be read or written; as before
   */
  public synchronized Renewal renewIfDue() {
    stamps = FileStamp.of(source.files());
    IdentitySource.Loaded before = loaded;
    IdentitySource.Loaded after = source.load();
    if (after.equals(before)) {
      return Renewal.UNCHANGED;
    }
    keyManager.replace(after.identity());
    loaded = after;
    renewals.forEach(Runnable::run);
    return after.authority().equals(before.authority())
        ? Renewal.SERVER_CERTIFICATE
        : Renewal.AUTHORITY;
  }

  /**
   * As {@link #renewIfDue}, if a file was replaced since the last look; to be called every few
   * seconds, and takes microseconds when none was.
   */
  public synchronized Renewal reloadIfReplaced() {
    return FileStamp.of(source.files()).equals(stamps) ? Renewal.UNCHANGED : renewIfDue();
  }

  private static SSLContext context(KeyManager keyManager, TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keyManager}, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK has no TLS", impossible);
    }
  }
}
