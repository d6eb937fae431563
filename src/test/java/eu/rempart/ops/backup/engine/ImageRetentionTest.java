package eu.rempart.ops.backup.engine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.backup.engine.Restic.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which images are kept for how long. */
class ImageRetentionTest {

  /** A Tuesday. */
  private static final Instant NOW = Instant.parse("2026-12-01T11:30:00Z");

  private final List<Image> parts = new ArrayList<>();

  private void made(String server, String run, Instant at, String... which) {
    for (String part : which) {
      parts.add(
          new Image(
              run + " " + part,
              server,
              List.of("run-" + server + run, part),
              part.equals("log") ? at.plusSeconds(60) : at,
              1));
    }
  }

  private void made(String server, String run, Instant at) {
    made(server, run, at, "files", "log");
  }

  private List<String> kept(String part) {
    List<String> forgotten = ImageRetention.forgotten(parts);
    return parts.stream()
        .map(Image::id)
        .filter(id -> id.endsWith(part) && !forgotten.contains(id))
        .map(id -> id.substring(0, id.indexOf(' ')))
        .toList();
  }

  @Test
  void daysWeeksAndMonthsAreKept() {
    for (int day = 400; day >= 0; day--) {
      Instant noon = NOW.minus(Duration.ofDays(day));
      made("a", "night-" + day, noon.minus(Duration.ofHours(12)).plusSeconds(3600));
      made("a", "noon-" + day, noon);
    }
    List<String> kept = kept("files");
    assertThat(kept).isEqualTo(kept("log")).doesNotHaveDuplicates();
    assertThat(kept)
        .as("of each of the last 14 days the last; Sundays; ends of months")
        .allMatch(each -> each.startsWith("noon-"))
        .contains("noon-0", "noon-1", "noon-2", "noon-13")
        .contains("noon-16", "noon-23", "noon-30", "noon-37", "noon-44")
        .contains("noon-31", "noon-62", "noon-304")
        .hasSize(14 + 5 + 10);
  }

  @Test
  void serversAreKeptApart() {
    made("a", "1", NOW.minusSeconds(600));
    made("b", "2", NOW);
    assertThat(kept("files")).containsExactly("1", "2");
    made("a", "3", NOW.plusSeconds(60));
    assertThat(kept("files")).containsExactly("2", "3");
  }

  @Test
  void partsOfWhatWasBrokenOffGo() {
    made("a", "whole", NOW.minus(Duration.ofHours(30)));
    made("a", "broken", NOW.minus(Duration.ofHours(26)), "files");
    made("a", "begun", NOW, "files");
    assertThat(kept("files")).containsExactly("whole", "begun");
    assertThat(kept("log")).containsExactly("whole");
  }

  @Test
  void imagesOfOthersStay() {
    parts.add(new Image("theirs", "a", List.of("photos"), NOW.minus(Duration.ofDays(999)), 1));
    made("a", "1", NOW);
    assertThat(ImageRetention.forgotten(parts)).isEmpty();
    assertThat(ImageRetention.forgotten(List.of())).isEmpty();
  }
}
