package eu.rempart.vault;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.proof.DeviceMarks;
import java.nio.file.Path;

/** Marks under the pepper of a home folder, without a database. */
public final class TestDeviceMarks {

  private TestDeviceMarks() {}

  public static DeviceMarks in(Path home) {
    try (HomeFolder folder = HomeFolder.open(home)) {
      return new DeviceMarks(Pepper.in(folder)::deviceMark);
    }
  }
}
