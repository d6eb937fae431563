package eu.rempart.watch.measure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LevelsTest {

  private static final Band BAND = new Band(90, 80);

  private static LevelMeter fixed(Level level, long value) {
    return new LevelMeter() {
      @Override
      public Level level() {
        return level;
      }

      @Override
      public long read() throws IOException {
        if (value < 0) {
          throw new IOException("unreadable");
        }
        return value;
      }
    };
  }

  @Test
  void aLevelIsTooFullAboveItsLimitUntilItIsClear() {
    Levels levels = new Levels(List.of(fixed(Level.DISK, 85), fixed(Level.CPU, 91)));
    assertThat(levels.measure(Level.DISK, BAND, null).failure()).isNull();
    assertThat(levels.measure(Level.DISK, BAND, Failure.TOO_FULL).failure())
        .isEqualTo(Failure.TOO_FULL);
    assertThat(levels.measure(Level.CPU, BAND, null))
        .extracting(Measurement::failure, Measurement::number)
        .containsExactly(Failure.TOO_FULL, 91);
  }

  @Test
  void aLevelThatCannotBeReadIsNotWell() {
    Levels levels = new Levels(List.of(fixed(Level.DISK, -1)));
    assertThat(levels.measure(Level.DISK, BAND, null).failure()).isEqualTo(Failure.NOT_MEASURED);
    assertThat(levels.measure(Level.CPU, BAND, null).failure()).isEqualTo(Failure.NOT_MEASURED);
  }

  @Test
  void thisMachineTellsMemoryAndDisk(@TempDir Path home) throws IOException {
    for (LevelMeter meter : MachineMeters.of(home)) {
      if (meter.level() != Level.CPU) {
        assertThat(meter.read()).as(meter.level().name()).isBetween(0L, 100L);
      }
    }
  }
}
