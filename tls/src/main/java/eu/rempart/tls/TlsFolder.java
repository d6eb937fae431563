package eu.rempart.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The folder {@code HOME/tls}: mode 0700, keys 0600, certificates 0644, each file replaced as a
 * whole.
 */
final class TlsFolder {

  enum Name {
    CA_KEY("ca.key.pem", "rw-------"),
    CA_CERTIFICATE("ca.pem", "rw-r--r--"),
    /** An authority that people may trust already and that doesn't issue yet. */
    NEXT_CA_KEY("ca.next.key.pem", "rw-------"),
    NEXT_CA_CERTIFICATE("ca.next.pem", "rw-r--r--"),
    CRL("crl.pem", "rw-r--r--"),
    /** The names that the running server wants, one a line, for commands beside it. */
    NAMES("names", "rw-r--r--"),
    /** The authority for machines that connect; no browser trusts it. */
    MACHINES_KEY("machines.key.pem", "rw-------"),
    MACHINES_CERTIFICATE("machines.pem", "rw-r--r--"),
    MACHINES_CRL("machines.crl.pem", "rw-r--r--"),
    /** The authority for the machines of a cluster; only they trust it. */
    CLUSTER_KEY("cluster.key.pem", "rw-------"),
    CLUSTER_CERTIFICATE("cluster.pem", "rw-r--r--"),
    SERVER_KEY("server.key.pem", "rw-------"),
    SERVER_CERTIFICATE("server.pem", "rw-r--r--");

    private final String file;
    private final String mode;

    Name(String file, String mode) {
      this.file = file;
      this.mode = mode;
    }

    private boolean isSealed() {
      return SEALED.contains(this);
    }

    Set<PosixFilePermission> mode() {
      return PosixFilePermissions.fromString(mode);
    }
  }

  /** The server needs its own key at each start and each renewal, the others rarely. */
  private static final Set<Name> SEALED =
      Set.of(Name.CA_KEY, Name.NEXT_CA_KEY, Name.MACHINES_KEY, Name.CLUSTER_KEY);

  static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

  /** A lock on a file is held by the whole JVM and can't be asked for twice within it. */
  private static final ReentrantLock WITHIN_THIS_JVM = new ReentrantLock();

  private final Path folder;
  private final KeySeal seal;

  TlsFolder(Path home) {
    folder = home.toAbsolutePath().normalize().resolve("tls");
    seal = new KeySeal(home);
  }

  Path path(Name name) {
    return folder.resolve(name.file);
  }

  /** Runs alone among all processes that use this folder; makes it, and tightens modes, first. */
  <T> T alone(Supplier<T> work) {
    WITHIN_THIS_JVM.lock();
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      Files.setPosixFilePermissions(folder, FOLDER);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"),
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  PosixFilePermissions.asFileAttribute(AtomicFile.PRIVATE));
          FileLock _ = channel.lock()) {
        for (Name name : Name.values()) {
          Files.deleteIfExists(AtomicFile.aside(path(name)));
          if (Files.exists(path(name))) {
            Files.setPosixFilePermissions(path(name), name.mode());
          }
        }
        return work.get();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't use the folder " + folder, failure);
    } finally {
      WITHIN_THIS_JVM.unlock();
    }
  }

  /** What was issued so far. */
  IssuedFolder issued() {
    return new IssuedFolder(folder.resolve("issued"));
  }

  /** Key and certificate that belong together; empty if there are no such two. */
  Optional<Identity> identity(Name keyName, Name certificateName) {
    Optional<RSAPrivateCrtKey> key = key(keyName).filter(Rsa::isLongEnough);
    return certificate(certificateName)
        .flatMap(
            certificate ->
                key.filter(it -> Rsa.matches(it, certificate.getPublicKey()))
                    .map(it -> new Identity(it, List.of(certificate))));
  }

  /** The authority that issues; empty if there is none that can. */
  Optional<Identity> authority() {
    return identity(Name.CA_KEY, Name.CA_CERTIFICATE)
        .filter(it -> it.certificate().getBasicConstraints() >= 0);
  }

  /** Empty if the file is missing or holds no list. */
  Optional<X509CRL> crl(Name name) {
    return text(name).flatMap(PemText::crl);
  }

  /**
   * Empty if the file is missing or holds no RSA key.
   *
   * @throws CertificateRefusedException if the key is sealed and its secret is missing
   */
  Optional<RSAPrivateCrtKey> key(Name name) {
    Optional<String> text = text(name);
    Optional<RSAPrivateCrtKey> plain = text.flatMap(PemText::plainKey);
    return plain.isPresent() || !name.isSealed()
        ? plain
        : text.flatMap(it -> seal.open(it, path(name)));
  }

  /** Seals what lies in clear, as an earlier version of the product left it. */
  void sealKeys() {
    for (Name name : SEALED) {
      text(name).flatMap(PemText::plainKey).ifPresent(key -> write(name, key));
    }
  }

  /** The names that the server last wanted; empty before it wrote them. */
  Optional<HostNames> names() {
    try {
      return text(Name.NAMES).map(text -> HostNames.of(text.lines().toList()));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty(); // the next start writes it anew
    }
  }

  /** Empty if the file is missing or holds no certificate. */
  Optional<X509Certificate> certificate(Name name) {
    return text(name).flatMap(PemText::firstCertificate);
  }

  private Optional<String> text(Name name) {
    try {
      return Optional.of(Files.readString(path(name), StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't read " + path(name), failure);
    }
  }

  void write(Name name, RSAPrivateCrtKey key) {
    write(name, name.isSealed() ? seal.seal(key) : PemText.write(key));
  }

  void write(Name name, String pem) {
    try {
      AtomicFile.write(path(name), name.mode(), pem);
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't write " + path(name), failure);
    }
  }

  void remove(Name name) {
    try {
      Files.deleteIfExists(path(name));
      AtomicFile.force(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't remove " + path(name), failure);
    }
  }

  /** Keeps a file that can't be used under another name, for a person to look at. */
  void setAside(Name name) {
    try {
      if (Files.exists(path(name))) {
        Files.move(
            path(name),
            folder.resolve(name.file + ".unusable"),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't move " + path(name), failure);
    }
  }
}
