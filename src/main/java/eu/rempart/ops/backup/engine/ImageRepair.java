package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.ProgramRun.Ended;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs a repository of images in which something is damaged. An image that is made anew in
 * between brings back what is still here, also for earlier images.
 */
final class ImageRepair {

  /** As restic names a part of its repository, in a complaint or a list of them. */
  private static final Pattern BAD_PACK =
      Pattern.compile("\\bpack ([0-9a-f]{64})\\b|\"([0-9a-f]{64})\"(?=[^{}]*suggest_)");

  /** So many names fit into a call. */
  private static final int AT_ONCE = 100;

  private final BackupFolder folder;
  private final Restic program;

  ImageRepair(BackupFolder folder, Restic program) {
    this.folder = folder;
    this.program = program;
  }

  /**
   * Drops what is damaged, but for the images that need it: the next that is made anew brings what
   * is still here.
   */
  void dropDamaged(RunControl control) throws IOException {
    ImageBackup.prepare(program, control);
    Set<String> damaged = ConcurrentHashMap.newKeySet();
    Ended verified =
        control.run(
            program.verify(),
            line -> {
              Matcher pack = BAD_PACK.matcher(line);
              while (pack.find()) {
                damaged.add(pack.group(1) == null ? pack.group(2) : pack.group(1));
              }
            });
    if (verified.isWell()) {
      return;
    }
    BackupFailedException failed = new BackupFailedException(verified);
    if (failed.why().isOutOfReach()) {
      throw failed;
    }
    try {
      control.require(program.repairIndex(), _ -> {});
      List<String> packs = damaged.stream().sorted().toList();
      for (int i = 0; i < packs.size(); i += AT_ONCE) {
        control.require(
            program.repairPacks(packs.subList(i, Math.min(packs.size(), i + AT_ONCE))), _ -> {});
      }
    } finally {
      deleteCopies();
    }
  }

  /** Of damaged packs, which restic puts into the folder that it runs in. */
  private void deleteCopies() throws IOException {
    try (var copies = Files.newDirectoryStream(folder.path(), "pack-*")) {
      for (Path each : copies) {
        Files.delete(each);
      }
    }
  }

  /** Removes images that lack for good what was damaged. */
  void removeDamaged(RunControl control) throws IOException {
    control.require(program.repairSnapshots(), _ -> {});
    List<String> lacking =
        program.list().stream()
            .filter(each -> each.tags().contains(ImageBackup.REPAIRED))
            .map(Restic.Image::id)
            .toList();
    if (!lacking.isEmpty()) {
      control.require(program.forget(lacking), _ -> {});
    }
  }
}
