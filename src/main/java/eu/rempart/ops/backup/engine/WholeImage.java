package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.engine.Restic.Image;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An image with both of its parts, and what comes back out of it.
 *
 * @param run which one
 * @param server whose it is
 */
record WholeImage(String run, String server, Instant begun, Image files, Image log) {

  /** Of PostgreSQL, in the home folder. */
  static final String DATA = "postgres";

  /** In {@code HOME/backup}; its only file tells PostgreSQL where its log begins. */
  static final String LABEL_FOLDER = "label";

  /** Those that are whole; one whose making was broken off, or that lost a part, is not. */
  static List<WholeImage> all(List<Image> parts) {
    List<Image> sound =
        parts.stream().filter(each -> !each.tags().contains(ImageBackup.REPAIRED)).toList();
    List<WholeImage> whole = new ArrayList<>();
    for (Image files : sound) {
      if (files.tags().contains(ImageBackup.FILES)) {
        String run = tag(files, ImageBackup.RUN);
        sound.stream()
            .filter(each -> each.tags().contains(ImageBackup.LOG) && each.tags().contains(run))
            .findFirst()
            .ifPresent(
                log -> whole.add(new WholeImage(run, files.server(), files.begun(), files, log)));
      }
    }
    return List.copyOf(whole);
  }

  /** That of a run. */
  static WholeImage named(Restic program, String run) throws IOException {
    return all(program.list()).stream()
        .filter(each -> each.run().equals(run))
        .findFirst()
        .orElseThrow(() -> new IOException("there is no image " + run));
  }

  private static String tag(Image image, String beginning) {
    return image.tags().stream().filter(each -> each.startsWith(beginning)).findFirst().orElse("");
  }

  /** Where the home folder was. */
  Path home() {
    return Path.of(
        URLDecoder.decode(
            tag(files, ImageBackup.HOME).substring(ImageBackup.HOME.length()),
            StandardCharsets.UTF_8));
  }

  /** In bytes, of what was backed up. */
  long size() {
    return files.size() + log.size();
  }

  /**
   * Restores the home folder out of it.
   *
   * @param home where to; it may have had another path
   */
  void restoreHome(Restic program, Path home, RunControl control) throws IOException {
    control.require(
        program.restoreBelow(files.id(), home(), home),
        Restic.progress(part -> control.reached(part * 0.95)));
    complete(program, home.resolve(DATA), home.resolve("backup").resolve(LABEL_FOLDER), control);
  }

  /** Brings what PostgreSQL needs to start from its files. */
  void complete(Restic program, Path data, Path labels, RunControl control) throws IOException {
    for (String each : List.of("pg_wal", "global")) {
      control.require(
          program.restoreBelow(log.id(), home().resolve(DATA).resolve(each), data.resolve(each)),
          _ -> {});
    }
    control.require(
        program.restoreBelow(log.id(), home().resolve("backup").resolve(LABEL_FOLDER), labels),
        _ -> {});
    Files.move(
        labels.resolve("backup_label"),
        data.resolve("backup_label"),
        StandardCopyOption.REPLACE_EXISTING);
  }
}
