package eu.rempart.ops.backup.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.backup.engine.log.ArchivedLog.Need;
import eu.rempart.ops.backup.engine.log.ArchivedLog.Range;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which gaps end a restore, and which are none. */
class ArchivedLogTest {

  /** {@code 17-1 1:2-9} has the parts 2 to 9 of the first timeline. */
  private static Range range(String text) {
    String[] words = text.split("[ :-]", -1);
    return new Range(words[0] + "-" + words[1], part(words[2], words[3]), part(words[2], words[4]));
  }

  private static String part(String timeline, String number) {
    return "%08X%016X".formatted(Integer.parseInt(timeline), Long.parseLong(number));
  }

  private static Need whole(String text) {
    return new Need(range(text), true);
  }

  private static Need changes(String text) {
    return new Need(range(text), false);
  }

  private static ArchivedLog log(String... ranges) {
    return new ArchivedLog(Arrays.stream(ranges).map(ArchivedLogTest::range).toList());
  }

  @Test
  void gapAfterTheLastWholeBackupEndsARestore() {
    List<Need> needs = List.of(whole("17-1 1:2-2"));
    assertThat(log("17-1 1:1-9").leadsOn(needs)).isTrue();
    assertThat(log("17-1 1:1-4", "17-1 1:6-9").leadsOn(needs)).isFalse();
    assertThat(log("17-1 1:6-9", "17-1 1:1-4").leadsOn(needs)).as("in any order").isFalse();
    assertThat(
            log("17-1 1:1-4", "17-1 1:6-9")
                .leadsOn(List.of(whole("17-1 1:2-2"), changes("17-1 1:7-8"))))
        .isFalse();
  }

  @Test
  void whatABackupItselfNeedsHasToBeThere() {
    assertThat(log("17-1 1:3-9").leadsOn(List.of(whole("17-1 1:2-2")))).isFalse();
    assertThat(log("17-1 1:1-2", "17-1 1:4-9").leadsOn(List.of(whole("17-1 1:2-3")))).isFalse();
    assertThat(
            log("17-1 1:1-2", "17-1 1:4-9")
                .leadsOn(List.of(whole("17-1 1:2-3"), whole("17-1 1:6-7"))))
        .as("of an older one")
        .isFalse();
    assertThat(log().leadsOn(List.of(whole("17-1 1:2-2")))).isFalse();
  }

  @Test
  void otherGapsAreNone() {
    assertThat(
            log("17-1 1:1-4", "17-1 1:6-9")
                .leadsOn(List.of(whole("17-1 1:2-2"), whole("17-1 1:7-8"))))
        .as("the destination was away, and got a whole one")
        .isTrue();
    assertThat(log("17-1 1:1-9", "17-1 2:10-12").leadsOn(List.of(whole("17-1 1:2-2"))))
        .as("another timeline goes on")
        .isTrue();
    assertThat(
            log("17-1 1:1-9", "17-1 2:7-12", "17-1 3:15-16").leadsOn(List.of(whole("17-1 1:2-2"))))
        .as("the end of a timeline is nowhere, or in a part of one")
        .isTrue();
    assertThat(log("17-1 1:1-9", "18-2 1:20-30").leadsOn(List.of(whole("18-2 1:21-21"))))
        .as("another database")
        .isTrue();
    assertThat(
            log("17-1 1:1-3", "17-1 1:5-9", "18-2 1:20-30").leadsOn(List.of(whole("18-2 1:1-1"))))
        .isFalse();
    assertThat(log("17-1 1:1-3", "17-1 1:5-9").leadsOn(List.of())).as("no backup yet").isTrue();
    assertThat(log().leadsOn(List.of(new Need(new Range("17-1", "", ""), true))))
        .as("of a database that was stopped")
        .isTrue();
  }

  @Test
  void gapOfALaterTimelineIsSeen() {
    assertThat(
            log("17-1 1:1-9", "17-1 2:10-12", "17-1 2:14-15").leadsOn(List.of(whole("17-1 1:2-2"))))
        .isFalse();
  }
}
