package eu.rempart;

import eu.rempart.tls.sign.Corretto;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes RSA keys in native code, for all tests: the JDK's take a second each where the virtual
 * machine compiles for the last bit of speed, and twelve where it doesn't, as in tests.
 */
public final class QuickKeys implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Corretto.provider()
        .filter(corretto -> Security.getProvider(Keys.NAME) == null)
        .ifPresent(corretto -> Security.insertProviderAt(new Keys(corretto), 1));
  }

  /** Offers new RSA keys of another provider, and nothing else of it. */
  private static final class Keys extends Provider {

    private static final long serialVersionUID = 1L;
    static final String NAME = "QuickKeys";

    Keys(Provider full) {
      super(NAME, "1", "RSA keys of " + full.getName());
      Service service = full.getService("KeyPairGenerator", "RSA");
      putService(
          new Service(
              this, service.getType(), service.getAlgorithm(), service.getClassName(), null, null) {
            @Override
            public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
              return service.newInstance(parameter);
            }
          });
    }
  }
}
