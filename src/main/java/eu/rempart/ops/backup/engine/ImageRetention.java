package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.engine.Restic.Image;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which images are kept: of each server the last of 14 days, of 8 weeks and of 12 months. restic's
 * own rules would keep parts of different images, since each image is two of its snapshots.
 */
final class ImageRetention {

  /** Freeing room reads the whole index: a week's snapshots are worth it. */
  static final int WORTH_IT = 28;

  private static final int DAYS = 14;
  private static final int WEEKS = 8;
  private static final int MONTHS = 12;

  /** So long an image may take; younger parts may become whole. */
  private static final Duration MAKING = Duration.ofDays(1);

  private ImageRetention() {}

  /**
   * The ids of those that are not kept.
   *
   * @param parts all that lie at a destination
   */
  static List<String> forgotten(List<Image> parts) {
    Instant newest = parts.stream().map(Image::begun).max(Instant::compareTo).orElse(Instant.EPOCH);
    Map<String, List<Image>> runs =
        parts.stream()
            .filter(each -> run(each).startsWith(ImageBackup.RUN))
            .collect(Collectors.groupingBy(ImageRetention::run));
    List<List<Image>> whole = runs.values().stream().filter(ImageRetention::isWhole).toList();
    Set<List<Image>> kept = new HashSet<>();
    for (List<List<Image>> ofServer :
        whole.stream().collect(Collectors.groupingBy(run -> run.getFirst().server())).values()) {
      List<List<Image>> latestFirst = new ArrayList<>(ofServer);
      latestFirst.sort(Comparator.comparing(ImageRetention::begun).reversed());
      kept.addAll(lastOf(latestFirst, DAYS, day -> day));
      kept.addAll(lastOf(latestFirst, WEEKS, ImageRetention::week));
      kept.addAll(lastOf(latestFirst, MONTHS, YearMonth::from));
    }
    return runs.values().stream()
        .filter(run -> !kept.contains(run))
        .filter(run -> isWhole(run) || begun(run).isBefore(newest.minus(MAKING)))
        .flatMap(List::stream)
        .map(Image::id)
        .toList();
  }

  private static List<List<Image>> lastOf(
      List<List<Image>> latestFirst, int most, Function<LocalDate, Object> period) {
    Set<Object> seen = new HashSet<>();
    return latestFirst.stream()
        .filter(run -> seen.size() < most)
        .filter(run -> seen.add(period.apply(begun(run).atZone(ZoneOffset.UTC).toLocalDate())))
        .toList();
  }

  private static Object week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  private static Instant begun(List<Image> run) {
    return run.stream().map(Image::begun).min(Instant::compareTo).orElseThrow();
  }

  private static boolean isWhole(List<Image> run) {
    return List.of(ImageBackup.FILES, ImageBackup.LOG).stream()
        .allMatch(part -> run.stream().anyMatch(each -> each.tags().contains(part)));
  }

  private static String run(Image image) {
    return image.tags().stream()
        .filter(each -> each.startsWith(ImageBackup.RUN))
        .findFirst()
        .orElse("");
  }
}
