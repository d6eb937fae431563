package eu.rempart.vault.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.vault.crypto.Argon2;
import eu.rempart.vault.password.Stretching.PasswordKeys;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Many people sign in at the same moment. */
class StretchingTest {

  private static final char[] STRANGE = "typed by a stranger".toCharArray();
  private static final char[] KNOWN = "typed by a member".toCharArray();
  private static final byte[] SALT = new byte[Stretching.SALT_BYTES];

  private final CountDownLatch end = new CountDownLatch(1);
  private final Stretching stretching =
      new Stretching(2, Duration.ofSeconds(20), this::slowForStrangers);

  private eu.rempart.vault.crypto.Secret slowForStrangers(
      char[] password, byte[] salt, Argon2.Cost cost) {
    if (Arrays.equals(password, STRANGE)) {
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return QuickPasswords.digest(password, salt, cost);
  }

  private Thread stranger() {
    return Thread.ofPlatform()
        .start(
            () ->
                Stretching.asStranger(() -> stretching.stretch(STRANGE, SALT, Argon2.Cost.FLOOR))
                    .close());
  }

  @Test
  void crowdOfStrangersLeavesPlaceForKnownDevices() throws InterruptedException {
    List<Thread> crowd = List.of(stranger(), stranger(), stranger());
    await()
        .untilAsserted(
            () ->
                assertThat(crowd)
                    .extracting(Thread::getState)
                    .allMatch(
                        state ->
                            state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING));

    try (PasswordKeys keys = stretching.stretch(KNOWN, SALT, Argon2.Cost.FLOOR)) {
      assertThat(keys).isNotNull();
    } finally {
      end.countDown();
    }
    for (Thread one : crowd) {
      one.join();
    }
  }
}
