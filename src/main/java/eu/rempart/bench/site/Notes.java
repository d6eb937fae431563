package eu.rempart.bench.site;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the writers noted, in the order of time.
 *
 * @param events all but what was acknowledged
 */
record Notes(List<Acknowledged> acknowledged, List<Event> events) {

  private static final long NEVER = 999_900;

  /** More than is noted in a minute. */
  private static final int END_BYTES = 64 * 1024;

  /**
   * A number that a writer was told to be safe.
   *
   * @param at milliseconds since 1970, by the clock that all machines share
   * @param server the address of the database that said so
   */
  record Acknowledged(long at, String writer, long number, String server) {}

  /**
   * What else happened to a writer: {@code doubt}, {@code failed}, {@code ready}, {@code unready},
   * {@code listens}.
   */
  record Event(long at, String what, String writer) {}

  static Notes of(List<Path> files) throws IOException {
    Notes notes = new Notes(new ArrayList<>(), new ArrayList<>());
    for (Path file : files) {
      if (Files.exists(file)) {
        Files.readAllLines(file, StandardCharsets.US_ASCII).forEach(notes::read);
      }
    }
    notes.acknowledged.sort(Comparator.comparingLong(Acknowledged::at));
    notes.events.sort(Comparator.comparingLong(Event::at));
    return notes;
  }

  private void read(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 5) {
      return;
    }
    long at = Long.parseLong(words[0]);
    if (words[1].equals("ack")) {
      acknowledged.add(new Acknowledged(at, words[2], Long.parseLong(words[3]), words[4]));
    } else {
      events.add(new Event(at, words[1], words[2]));
    }
  }

  /** When one was acknowledged last, by the end of a file; 0 if none was. */
  static long last(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    Notes end = new Notes(new ArrayList<>(), new ArrayList<>());
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - END_BYTES));
      String text =
          new String(
              Channels.newInputStream(channel).readNBytes(END_BYTES), StandardCharsets.US_ASCII);
      // the first line is half a line, and the last may be
      text.lines().skip(1).forEach(end::read);
    }
    return end.acknowledged.isEmpty() ? 0 : end.acknowledged.getLast().at();
  }

  long count(long from, long until) {
    return acknowledged.stream().filter(it -> it.at() >= from && it.at() <= until).count();
  }

  /** The longest time, in milliseconds, in which nobody was told anything, and which ended then. */
  long longestGap(long from, long until) {
    long longest = 0;
    long before = 0;
    for (Acknowledged it : acknowledged) {
      if (before > 0 && it.at() > from && it.at() <= until) {
        longest = Math.max(longest, it.at() - before);
      }
      before = it.at();
    }
    return longest;
  }

  /**
   * How many the former server acknowledged after another one had begun to, from then on.
   *
   * @param former the address of the one that led at that time
   * @param stopped a writer whose machine stood still, so that he notes what he was told before
   *     once it goes on; null where all went on
   */
  long late(String former, long from, long until, @Nullable String stopped) {
    long taken = 0;
    long late = 0;
    for (Acknowledged it : acknowledged) {
      if (it.at() >= from && it.at() <= until && !it.writer().equals(stopped)) {
        if (!it.server().equals(former)) {
          taken++;
        } else if (taken > 0) {
          late++;
        }
      }
    }
    return late;
  }

  /** When another server than that one acknowledged something first; empty if none did. */
  OptionalLong firstByOther(String former, long from, long until) {
    return acknowledged.stream()
        .filter(it -> it.at() >= from && it.at() <= until && !it.server().equals(former))
        .mapToLong(Acknowledged::at)
        .findFirst();
  }

  /** How long after a move a writer heard notices again, in milliseconds. */
  long listensAfter(long move, String writer, long fault) {
    return first("listens", writer, fault).map(it -> Math.max(0, it.at() - move)).orElse(NEVER);
  }

  /** How long after a move a node was ready again; 0 where it was so before, or all the time. */
  long readyAfter(long move, String writer, long fault) {
    return first("unready", writer, fault)
        .map(
            since ->
                first("ready", writer, since.at())
                    .map(it -> Math.max(0, it.at() - move))
                    .orElse(NEVER))
        .orElse(0L);
  }

  private Optional<Event> first(String what, String writer, long from) {
    return events.stream()
        .filter(it -> it.at() >= from && it.what().equals(what) && it.writer().equals(writer))
        .findFirst();
  }
}
