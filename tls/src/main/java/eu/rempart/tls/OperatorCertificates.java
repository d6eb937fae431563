package eu.rempart.tls;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The operator's own files, read anew at each load and refused with a sentence if unusable. */
final class OperatorCertificates implements IdentitySource {
  private final OperatorCertificate.InFiles files;
  private final Clock clock;

  OperatorCertificates(OperatorCertificate.InFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  @Override
  public List<Path> files() {
    return switch (files) {
      case OperatorPem pem -> List.of(pem.chain(), pem.key());
      case OperatorPkcs12 store -> List.of(store.file());
    };
  }

  @Override
  public Loaded load() {
    return switch (files) {
      case OperatorPem pem -> load(pem);
      case OperatorPkcs12 store -> {
        OperatorFile.refuseIfMissingOrExposed(store.file());
        Pkcs12Reader reader = new Pkcs12Reader(store);
        yield checked(store.file(), store.file(), reader.key(), reader.chain());
      }
    };
  }

  private Loaded load(OperatorPem pem) {
    List<X509Certificate> chain = OperatorFile.certificates(pem.chain());
    List<Object> keyFile = OperatorFile.pemEntries(pem.key());
    OperatorFile.refuseIfMissingOrExposed(pem.key());
    PrivateKey key = new PrivateKeyReader(pem.key(), pem.passphrase()).read(keyFile);
    return checked(pem.chain(), pem.key(), key, chain);
  }

  private Loaded checked(
      Path chainFile, Path keyFile, PrivateKey key, List<X509Certificate> chain) {
    new ChainCheck(chainFile, keyFile, chain, clock.instant()).check(key);
    return new Loaded(new Identity(key, chain), Optional.empty());
  }
}
