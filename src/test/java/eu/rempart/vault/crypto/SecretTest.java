package eu.rempart.vault.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void aDestroyedSecretIsZeroedAndUnusable() {
    byte[] bytes = {1, 2, 3};
    Secret secret = Secret.owning(bytes);
    secret.destroy();
    assertThat(bytes).containsOnly(0);
    assertThat(secret.isDestroyed()).isTrue();
    assertThatThrownBy(secret::getEncoded).isInstanceOf(KeyDestroyedException.class);
    assertThatThrownBy(secret::copy).isInstanceOf(KeyDestroyedException.class);
  }

  @Test
  void whatWasComputedWhileTheKeyWasZeroedIsThrownAway() {
    Secret secret = Secret.random(32);
    assertThatThrownBy(
            () ->
                secret.read(
                    bytes -> {
                      secret.destroy();
                      return bytes.clone();
                    }))
        .isInstanceOf(KeyDestroyedException.class);
  }

  @Test
  void keysOfRecordsEndWithTheirTables() {
    RecordKeys keys = new RecordKeys(Secret.random(32));
    keys.of(UUID.randomUUID());
    keys.destroy();
    assertThatThrownBy(() -> keys.of(UUID.randomUUID())).isInstanceOf(KeyDestroyedException.class);
  }

  @Test
  void aSecretNeitherPrintsNorSerialises() {
    Secret secret = Secret.random(32);
    assertThat(secret.toString()).isEmpty();
    assertThatThrownBy(
            () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(secret))
        .isInstanceOf(NotSerializableException.class);
  }

  @Test
  void onlyTheWholeWrapForTheRightKeyAndPlaceOpens() {
    KeyPair pair = Hpke.newKeyPair();
    Secret secret = Secret.random(32);
    byte[] info = {1};
    byte[] bound = {2};
    byte[] wrap = Hpke.wrap(pair.publicKey(), secret, info, bound);

    assertThat(Hpke.unwrap(pair.privateKey(), wrap, info, bound).isSameAs(secret)).isTrue();
    byte[] flipped = wrap.clone();
    flipped[flipped.length - 1] ^= 1;
    Secret other = Hpke.newKeyPair().privateKey();
    assertRefused(() -> Hpke.unwrap(pair.privateKey(), flipped, info, bound));
    assertRefused(() -> Hpke.unwrap(pair.privateKey(), wrap, bound, bound));
    assertRefused(() -> Hpke.unwrap(pair.privateKey(), wrap, info, info));
    assertRefused(() -> Hpke.unwrap(other, wrap, info, bound));
    assertRefused(() -> Hpke.unwrap(pair.privateKey(), new byte[10], info, bound));
    assertRefused(() -> Hpke.wrap(new byte[32], secret, info, bound)); // a point of low order
  }

  private static void assertRefused(Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(CryptoException.class);
  }
}
