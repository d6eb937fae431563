package eu.rempart.bench.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of the notes of two writers whose primary moved from 10.0.0.1 to 10.0.0.2. */
class NotesTest {

  private static final String FORMER = "10.0.0.1";

  @TempDir private Path folder;

  private Notes notes(String late) throws Exception {
    Path a =
        Files.writeString(
            folder.resolve("a"),
            """
            1000 ack site-a 1 10.0.0.1
            2000 doubt site-a 2 08006
            2050 failed site-a 3 08006
            9500 listens site-a 3 -
            9600 ack site-a 3 10.0.0.2
            """
                + late);
    Path b =
        Files.writeString(
            folder.resolve("b"),
            """
            1100 ack site-b 1 10.0.0.1
            2500 unready site-b 2 -
            8000 ack site-b 2 10.0.0.2
            8300 listens site-b 3 -
            8900 ready site-b 3 -
            """);
    return Notes.of(List.of(a, b, folder.resolve("not there")));
  }

  @Test
  void gapIsTheLongestTimeInWhichNobodyWasTold() throws Exception {
    assertThat(notes("").longestGap(1_500, 10_000)).isEqualTo(6_900);
    assertThat(notes("").longestGap(8_500, 10_000)).isEqualTo(1_600);
  }

  @Test
  void moveIsWhatTheNewPrimaryAcknowledgedFirst() throws Exception {
    assertThat(notes("").firstByOther(FORMER, 1_500, 10_000)).hasValue(8_000);
    assertThat(notes("").readyAfter(8_000, "site-b", 1_500)).isEqualTo(900);
    assertThat(notes("").readyAfter(8_000, "site-a", 1_500)).isZero();
    assertThat(notes("").listensAfter(8_000, "site-b", 1_500)).isEqualTo(300);
    assertThat(notes("").listensAfter(8_000, "site-b", 8_500)).isGreaterThan(600_000);
  }

  @Test
  void formerPrimaryIsLateOnceAnotherBegan() throws Exception {
    assertThat(notes("").late(FORMER, 1_500, 10_000, null)).isZero();
    assertThat(notes("9700 ack site-a 4 10.0.0.1\n").late(FORMER, 1_500, 10_000, null))
        .isEqualTo(1);
    assertThat(notes("9700 ack site-a 4 10.0.0.1\n").late(FORMER, 1_500, 10_000, "site-a"))
        .as("told before its machine stood still")
        .isZero();
  }

  @Test
  void lastIsReadFromTheEndOfALongFile() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 5_000; i++) {
      text.append(i).append(" ack site-a ").append(i).append(" 10.0.0.1\n");
    }
    text.append("6000 failed site-a 5001 08006\n");
    assertThat(Notes.last(Files.writeString(folder.resolve("long"), text))).isEqualTo(5_000);
    assertThat(Notes.last(folder.resolve("not there"))).isZero();
  }

  @Test
  void lastLineIsWhatProgramsRead() {
    assertThat(FailoverBench.lastLine(73_581, 0, 0, 11_449))
        .isEqualTo("acknowledged 73581 lost 0 doubled 0 worst_gap_s 11.4");
  }
}
