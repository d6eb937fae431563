package eu.rempart.vault.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HpkeTest {

  private static final byte[] INFO = {1, 2};
  private static final byte[] BOUND = {3};

  private final KeyPair pair = Hpke.newKeyPair();
  private final Secret secret = Secret.random(32);
  private final byte[] wrap = Hpke.wrap(pair.publicKey(), secret, INFO, BOUND);

  private static void assertRefused(Secret key, byte[] wrap, byte[] info, byte[] bound) {
    assertThatThrownBy(() -> Hpke.unwrap(key, wrap, info, bound))
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void wrapOpensWithItsKeyAndNoOther() {
    assertThat(Hpke.unwrap(pair.privateKey(), wrap, INFO, BOUND).isSameAs(secret)).isTrue();
    assertRefused(Hpke.newKeyPair().privateKey(), wrap, INFO, BOUND);
    assertRefused(pair.privateKey(), wrap, BOUND, BOUND);
    assertRefused(pair.privateKey(), wrap, INFO, INFO);
  }

  @Test
  void everyByteOfAWrapCounts() {
    for (int i = 0; i < wrap.length; i += 37) {
      byte[] altered = wrap.clone();
      altered[i] ^= 1;
      assertRefused(pair.privateKey(), altered, INFO, BOUND);
    }
    assertRefused(pair.privateKey(), new byte[0], INFO, BOUND);
    assertRefused(pair.privateKey(), new byte[] {2}, INFO, BOUND);
  }

  @Test
  void pairsAreKnown() {
    assertThat(Hpke.isPair(pair.privateKey(), pair.publicKey())).isTrue();
    assertThat(Hpke.isPair(pair.privateKey(), Hpke.newKeyPair().publicKey())).isFalse();
    assertThatThrownBy(() -> Hpke.isPair(pair.privateKey(), new byte[31]))
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void nothingIsWrappedToAKeyThatFallsToQuantumComputers() {
    byte[] x25519 = new byte[32];
    x25519[0] = 9; // the base point: as good a public key as any
    assertThat(Hpke.isOutdated(x25519)).isTrue();
    assertThat(Hpke.isOutdated(pair.publicKey())).isFalse();
    assertThatThrownBy(() -> Hpke.wrap(x25519, secret, INFO, BOUND))
        .isInstanceOf(CryptoException.class);
  }
}
