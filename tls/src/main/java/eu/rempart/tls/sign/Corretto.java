package eu.rempart.tls.sign;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.lang.System.Logger.Level;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's provider, which signs with RSA 4096 in half the time, where its library loads: it is
 * native code for a few systems. Used for signatures alone; the rest of the product keeps to the
 * JDK's providers.
 */
public final class Corretto {
  private static final System.Logger log = System.getLogger(Corretto.class.getName());
  private static final Optional<Provider> PROVIDER = load();
  private static final List<String> SIGNATURES =
      List.of("RSASSA-PSS", "SHA256withRSA", "SHA384withRSA", "SHA512withRSA");

  private Corretto() {}

  public static Optional<Provider> provider() {
    return PROVIDER;
  }

  private static Optional<Provider> load() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      Throwable error = provider.getLoadingError();
      if (error == null) {
        return Optional.of(provider);
      }
      log.log(Level.WARNING, "Signatures are slower than they could be: {0}", error.toString());
    } catch (LinkageError absent) {
      log.log(Level.WARNING, "Signatures are slower than they could be: {0}", absent.toString());
    }
    return Optional.empty();
  }

  /**
   * Lets the JDK's own TLS sign with Corretto, too, for the whole JVM: JSSE takes the first
   * provider in the list that knows the algorithm. Does nothing where it isn't there.
   */
  public static void preferForJsse() {
    PROVIDER
        .filter(it -> Security.getProvider(Signatures.NAME) == null)
        .ifPresent(it -> Security.insertProviderAt(new Signatures(it), 1));
  }

  /** Offers the signatures of another provider, and nothing else of it. */
  private static final class Signatures extends Provider {
    private static final long serialVersionUID = 1;
    static final String NAME = "RempartSignatures";

    Signatures(Provider full) {
      super(NAME, "1", "RSA signatures of " + full.getName());
      for (String algorithm : SIGNATURES) {
        Service service = full.getService("Signature", algorithm);
        if (service != null) {
          putService(new Borrowed(this, service));
        }
      }
    }

    private static final class Borrowed extends Service {
      private final Service service;

      Borrowed(Provider owner, Service service) {
        super(owner, service.getType(), service.getAlgorithm(), service.getClassName(), null, null);
        this.service = service;
      }

      @Override
      public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
        return service.newInstance(parameter);
      }

      @Override
      public boolean supportsParameter(@Nullable Object parameter) {
        return service.supportsParameter(parameter);
      }
    }
  }
}
