package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * TLS of a machine that connects to the application with a certificate of the own authority ({@code
 * ./rempart ca issue --client}), and trusts what that authority issued for servers. Its files may
 * be replaced while connections go on. Safe for use by several threads.
 */
public final class MachineTls {

  /**
   * Where the files are.
   *
   * @param certificate PEM, the machine's own first
   * @param key PEM in clear, mode 600 or 640
   * @param authority PEM, of the authority
   * @param revocations PEM, the authority's list
   */
  public record Files(Path certificate, Path key, Path authority, Path revocations) {}

  private final Files files;
  private final ReloadingKeyManager keyManager;
  private final SSLContext context;
  private final RevocationCheck revocation;
  private List<FileStamp> stamps;

  private MachineTls(Files files) {
    this.files = files;
    this.stamps = stamps();
    this.keyManager = new ReloadingKeyManager(identity());
    this.revocation = new RevocationCheck(files.authority(), files.revocations());
    OperatorFile.certificates(files.authority());
    try {
      context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {keyManager}, new TrustManager[] {new AuthorityTrust(revocation)}, null);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The JDK has no TLS", impossible);
    }
  }

  /**
   * Reads the files.
   *
   * @throws CertificateRefusedException if one can't be used
   */
  public static MachineTls open(Files files) {
    return new MachineTls(files);
  }

  /** For engines of clients; the policy is theirs to set. */
  public SSLContext sslContext() {
    return context;
  }

  /** Whether the other side's certificate still counts. */
  public RevocationCheck revocation() {
    return revocation;
  }

  /**
   * Takes the machine's own files if they were replaced; the authority's are looked at by
   * themselves.
   *
   * @return whether they were
   * @throws CertificateRefusedException if they can't be used; the former stay in use
   */
  public synchronized boolean reloadIfReplaced() {
    List<FileStamp> now = stamps();
    if (now.equals(stamps)) {
      return false;
    }
    stamps = now;
    keyManager.replace(identity());
    return true;
  }

  private List<FileStamp> stamps() {
    return FileStamp.of(List.of(files.certificate(), files.key()));
  }

  private Identity identity() {
    return machine(files.certificate(), files.key());
  }

  /**
   * A machine's own certificate and key.
   *
   * @throws CertificateRefusedException if they can't be used
   */
  static Identity machine(Path certificate, Path keyFile) {
    List<X509Certificate> chain = OperatorFile.certificates(certificate);
    List<Object> entries = OperatorFile.pemEntries(keyFile);
    OperatorFile.refuseIfMissingOrExposed(keyFile);
    PrivateKey key = new PrivateKeyReader(keyFile, Passphrase.none()).read(entries);
    if (Purpose.of(chain.getFirst()) != Purpose.CLIENT) {
      throw new CertificateRefusedException(
          Reason.NOT_FOR_CLIENTS,
          certificate,
          "this certificate isn't for a machine that connects; ./rempart ca issue --client makes"
              + " one");
    }
    if (!Rsa.matches(key, chain.getFirst().getPublicKey())) {
      throw new CertificateRefusedException(
          Reason.KEY_MISMATCH,
          keyFile,
          "this key doesn't belong to the certificate in " + certificate);
    }
    return new Identity(key, chain);
  }
}
