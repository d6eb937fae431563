package eu.rempart.vault.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for any bytes; each repetition has a seed of its own, the same in every run. */
class CodecPropertiesTest {

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatIsPaddedComesBackWhateverItsLength() {
    Random random = new Random(1);
    for (int length = 0; length < 1_000; length++) {
      byte[] content = bytes(random, length);
      assertThat(Padding.unpad(Padding.pad(content))).isEqualTo(content);
      byte[] zeros = new byte[length];
      assertThat(Padding.unpad(Padding.pad(zeros))).isEqualTo(zeros);
    }
  }

  @Test
  void onlyAFewLengthsAreSeen() {
    for (int length = 0; length < 5_000; length++) {
      int padded = Padding.paddedLength(length);
      assertThat(padded).isGreaterThan(length);
      assertThat(Set.of(16, 32, 64).contains(padded) || padded % 128 == 0).isTrue();
    }
  }

  @RepeatedTest(50)
  void nothingElseIsUnpadded(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    byte[] any = Arrays.copyOf(bytes(random, random.nextInt(300)), 16 + random.nextInt(300));
    try {
      assertThat(Padding.pad(Padding.unpad(any))).isEqualTo(any);
    } catch (CryptoException e) {
      assertThat(e).hasMessage("cryptographic check failed");
    }
  }

  @RepeatedTest(20)
  void aCodeIsReadBackHoweverItIsTyped(RepetitionInfo info) {
    byte[] secret = bytes(new Random(info.getCurrentRepetition()), 32);
    String text = CodeText.write(secret, 3);
    assertThat(text).matches("([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}");
    String typed = text.replace('0', 'o').replace('1', 'l').replace("-", "  ");
    assertThat(CodeText.read(typed, 32, 3))
        .hasValueSatisfying(read -> assertThat(read).isEqualTo(secret));
  }

  @Test
  void aWrongOrMissingCharacterInACodeIsNoticed() {
    byte[] secret = bytes(new Random(3), 16);
    String sound = CodeText.write(secret, 4).replace("-", "");
    for (int at = 0; at < sound.length(); at++) {
      char[] wrong = sound.toCharArray();
      wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
      assertThat(CodeText.read(new String(wrong), 16, 4)).isEmpty();
      assertThat(CodeText.read(sound.substring(0, at), 16, 4)).isEmpty();
    }
    assertThat(CodeText.read(sound + "0", 16, 4)).isEmpty();
  }

  @RepeatedTest(50)
  void aFieldOpensWithItsKeyEpochAndPlaceAlone(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    FieldCipher cipher = new FieldCipher();
    Secret key = Secret.random(32);
    int epoch = 1 + random.nextInt(65_534);
    byte[] content = bytes(random, random.nextInt(300));
    byte[] bound = {0, 0, 0, 1, 2, 3};
    byte[] sealed = cipher.seal(key, epoch, bound, content);

    assertThat(cipher.open(key, epoch, bound, sealed)).isEqualTo(content);
    assertRefused(() -> cipher.open(key, epoch + 1, bound, sealed));
    assertRefused(() -> cipher.open(key, epoch, new byte[] {0, 0, 0, 1, 2}, sealed));
    assertRefused(() -> cipher.open(Secret.random(32), epoch, bound, sealed));
  }

  private static void assertRefused(Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(CryptoException.class);
  }
}
