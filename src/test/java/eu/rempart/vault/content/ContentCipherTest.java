package eu.rempart.vault.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.ContentKey;
import eu.rempart.vault.crypto.CryptoException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCipherTest {

  private static final byte[] CLEAR = "a chunk of a file".getBytes(StandardCharsets.UTF_8);

  private final ContentKey key = ContentCipher.newKey();
  private final UUID file = UUID.randomUUID();
  private final ContentCipher cipher = new ContentCipher(key, file);

  private byte[] seal(int number, boolean last) {
    return cipher.seal(number, last, CLEAR, CLEAR.length);
  }

  @Test
  void aChunkOpensWhereItWasSealed() {
    assertThat(cipher.open(3, false, seal(3, false))).isEqualTo(CLEAR);
    assertThat(cipher.seal(0, true, CLEAR, 0)).hasSize(29);
  }

  @Test
  void theSameChunkIsNeverSealedTheSame() {
    assertThat(seal(3, false)).isNotEqualTo(seal(3, false));
  }

  @Test
  void anExchangedCutOrChangedChunkDoesNotOpen() {
    byte[] sealed = seal(3, false);
    assertThatThrownBy(() -> cipher.open(4, false, sealed)).isInstanceOf(CryptoException.class);
    assertThatThrownBy(() -> cipher.open(3, true, sealed)).isInstanceOf(CryptoException.class);
    assertThatThrownBy(() -> cipher.open(3, false, new byte[7]))
        .isInstanceOf(CryptoException.class);
    byte[] changed = sealed.clone();
    changed[20] ^= 1;
    assertThatThrownBy(() -> cipher.open(3, false, changed)).isInstanceOf(CryptoException.class);
    byte[] other = sealed.clone();
    other[0] = 2;
    assertThatThrownBy(() -> cipher.open(3, false, other)).isInstanceOf(CryptoException.class);
  }

  @Test
  void aChunkOfAnotherFileOrKeyDoesNotOpen() {
    byte[] sealed = seal(0, true);
    try (ContentCipher otherFile = new ContentCipher(key, UUID.randomUUID());
        ContentCipher otherKey = new ContentCipher(ContentCipher.newKey(), file)) {
      assertThatThrownBy(() -> otherFile.open(0, true, sealed)).isInstanceOf(CryptoException.class);
      assertThatThrownBy(() -> otherKey.open(0, true, sealed)).isInstanceOf(CryptoException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8192, 1",
    "1, 8192, 1",
    "8192, 8192, 1",
    "8193, 8704, 1",
    "65536, 65536, 1",
    "65537, 67584, 2",
    "1000000, 1015808, 16",
    "1073741824, 1073741824, 16384",
    "1073741825, 1107296256, 16896"
  })
  void sizesAreToldInSteps(long size, long padded, int chunks) {
    ContentSize content = new ContentSize(size);

    assertThat(content.padded()).isEqualTo(padded);
    assertThat(content.chunks()).isEqualTo(chunks);
    assertThat(content.lengthOf(chunks - 1))
        .isEqualTo((int) (padded - (chunks - 1L) * ContentCipher.CHUNK))
        .isPositive();
  }

  @Test
  void noFileGrowsByMoreThanAnEighth() {
    for (long size = 8_193; size < 5_000_000_000L; size = size * 21 / 20 + 1) {
      assertThat((double) new ContentSize(size).padded() / size).isBetween(1.0, 1.125);
    }
  }

  @Test
  void aKeyPrintsNothing() {
    assertThat(key.toString()).isEqualTo("ContentKey[hidden]");
  }
}
