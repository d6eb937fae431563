package eu.rempart.watch.agent;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.watch.wire.Exchange.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultBufferTest {

  private static final UUID CHECK = UUID.randomUUID();

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("results");
  }

  private static Found found(long n) {
    return new Found(n, CHECK, 1_000_000 * n, null, 200, 1L, 2L, 3L, 4L, 5L + n);
  }

  private static List<Long> numbers(ResultBuffer buffer) {
    return buffer.first(Integer.MAX_VALUE).stream().map(Found::n).toList();
  }

  private static List<Long> from(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void whatWasFoundIsThereAfterTheProgramDied() throws IOException {
    // never closed, as after kill -9
    ResultBuffer killed = ResultBuffer.open(path(), 100);
    for (int i = 0; i < 5; i++) {
      killed.add(ResultBufferTest::found);
    }
    killed.done(2);
    try (ResultBuffer next = ResultBuffer.open(path(), 100)) {
      assertThat(numbers(next)).isEqualTo(from(3, 5));
      assertThat(next.first(1)).containsExactly(found(3));
      next.add(ResultBufferTest::found);
      assertThat(numbers(next)).isEqualTo(from(3, 6));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
  }

  /** Whatever part of the file a crash leaves: a beginning of what was there, and it goes on. */
  @Test
  void anyPartOfTheFileIsEnough() throws IOException {
    List<Long> sizes = new ArrayList<>();
    try (ResultBuffer buffer = ResultBuffer.open(path(), 100)) {
      for (int i = 0; i < 4; i++) {
        buffer.add(ResultBufferTest::found);
        sizes.add(Files.size(path()));
      }
    }
    byte[] whole = Files.readAllBytes(path());
    Path cut = folder.resolve("cut");
    for (int length = 0; length <= whole.length; length++) {
      Files.write(cut, Arrays.copyOf(whole, length));
      int size = length;
      long left = sizes.stream().filter(end -> end <= size).count();
      try (ResultBuffer buffer = ResultBuffer.open(cut, 100)) {
        assertThat(numbers(buffer)).isEqualTo(from(1, left));
        buffer.add(ResultBufferTest::found);
      }
      try (ResultBuffer again = ResultBuffer.open(cut, 100)) {
        assertThat(numbers(again)).isEqualTo(from(1, left + 1));
      }
    }
  }

  @Test
  void aByteThatChangedCutsOffWhatFollows() throws IOException {
    try (ResultBuffer buffer = ResultBuffer.open(path(), 100)) {
      for (int i = 0; i < 3; i++) {
        buffer.add(ResultBufferTest::found);
      }
    }
    byte[] whole = Files.readAllBytes(path());
    Path damaged = folder.resolve("damaged");
    for (int i = 0; i < whole.length; i++) {
      byte[] bytes = whole.clone();
      bytes[i] ^= 0x55;
      Files.write(damaged, bytes);
      try (ResultBuffer buffer = ResultBuffer.open(damaged, 100)) {
        assertThat(numbers(buffer)).isEqualTo(from(1, buffer.size()));
        assertThat(buffer.size()).isLessThan(3);
      }
    }
  }

  @Test
  void ofMoreThanFitTheOldestGoAndNumbersTellIt() throws IOException {
    try (ResultBuffer buffer = ResultBuffer.open(path(), 10)) {
      for (int i = 0; i < 25; i++) {
        buffer.add(ResultBufferTest::found);
      }
      assertThat(numbers(buffer)).isEqualTo(from(16, 25));
      assertThat(buffer.dropped()).isEqualTo(15);
    }
    try (ResultBuffer again = ResultBuffer.open(path(), 10)) {
      assertThat(numbers(again)).isEqualTo(from(16, 25));
    }
  }

  @Test
  void theFileStaysSmallAndNumbersGoOn() throws IOException {
    try (ResultBuffer buffer = ResultBuffer.open(path(), 1_000)) {
      for (int i = 1; i <= 3_000; i++) {
        buffer.add(ResultBufferTest::found);
        buffer.done(i - 3);
      }
      assertThat(Files.size(path())).isLessThan(128 * 1024);
      buffer.done(3_000);
    }
    try (ResultBuffer again = ResultBuffer.open(path(), 1_000)) {
      assertThat(again.size()).isZero();
      again.add(ResultBufferTest::found);
      assertThat(numbers(again)).containsExactly(3_001L);
    }
  }

  /** The disk was full for results 6 to 9, which home has; the program ended, and found more. */
  @Test
  void whatHomeKnowsBeyondTheDiskHidesNothingThatWasFoundSince() throws IOException {
    try (ResultBuffer buffer = ResultBuffer.open(path(), 100)) {
      for (int i = 0; i < 5; i++) {
        buffer.add(ResultBufferTest::found);
      }
      buffer.done(4);
    }
    try (ResultBuffer buffer = ResultBuffer.open(path(), 100)) {
      for (int i = 0; i < 10; i++) {
        buffer.add(ResultBufferTest::found);
      }
      buffer.meet(9);
      assertThat(numbers(buffer)).isEqualTo(from(10, 20));
      assertThat(buffer.first(2)).extracting(Found::at).containsExactly(5_000_000L, 6_000_000L);
      buffer.done(12);
      buffer.add(ResultBufferTest::found);
    }
    try (ResultBuffer again = ResultBuffer.open(path(), 100)) {
      assertThat(numbers(again)).isEqualTo(from(13, 21));
      // nothing is between what home has and what is here: all stays as it is
      again.meet(12);
      assertThat(numbers(again)).isEqualTo(from(13, 21));
    }
  }

  @Test
  void whatWasFoundByAWrongClockSinceTheStartIsMoved() throws IOException {
    try (ResultBuffer buffer = ResultBuffer.open(path(), 100)) {
      buffer.add(ResultBufferTest::found);
    }
    try (ResultBuffer buffer = ResultBuffer.open(path(), 100)) {
      buffer.add(ResultBufferTest::found);
      buffer.shift(() -> Duration.ofDays(1));
    }
    try (ResultBuffer again = ResultBuffer.open(path(), 100)) {
      assertThat(again.first(2))
          .extracting(Found::at)
          .containsExactly(1_000_000L, 2_000_000L + Duration.ofDays(1).toNanos() / 1_000);
    }
  }

  @RepeatedTest(10)
  void nothingIsLostOrTwiceHoweverItWasUsed(RepetitionInfo info) throws IOException {
    Random random = new Random(info.getCurrentRepetition());
    long made = 0;
    long done = 0;
    ResultBuffer buffer = ResultBuffer.open(path(), 10_000);
    for (int i = 0; i < 300; i++) {
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          buffer.add(ResultBufferTest::found);
          made++;
        }
        case 2 -> {
          long up = done + random.nextLong(made - done + 1);
          buffer.done(up);
          done = Math.max(done, up);
        }
        default -> buffer = ResultBuffer.open(path(), 10_000);
      }
      assertThat(numbers(buffer)).isEqualTo(from(done + 1, made));
    }
    buffer.close();
  }
}
