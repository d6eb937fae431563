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

/** What the writers noted, in the order of time. */
record Notes(List<Acknowledged> acknowledged) {

  /** More than is noted in a minute. */
  private static final int END_BYTES = 64 * 1024;

  /**
   * A number that a writer was told to be safe.
   *
   * @param at milliseconds since 1970, by the clock that all machines share
   * @param server the address of the database that said so
   */
  record Acknowledged(long at, String writer, long number, String server) {}

  static Notes of(List<Path> files) throws IOException {
    List<Acknowledged> found = new ArrayList<>();
    for (Path file : files) {
      if (Files.exists(file)) {
        Files.readAllLines(file, StandardCharsets.US_ASCII).forEach(line -> read(line, found));
      }
    }
    found.sort(Comparator.comparingLong(Acknowledged::at));
    return new Notes(found);
  }

  private static void read(String line, List<Acknowledged> found) {
    String[] words = line.split(" ", -1);
    if (words.length == 5 && words[1].equals("ack")) {
      found.add(
          new Acknowledged(Long.parseLong(words[0]), words[2], Long.parseLong(words[3]), words[4]));
    }
  }

  /** When one was acknowledged last, by the end of a file; 0 if none was. */
  static long last(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    List<Acknowledged> found = new ArrayList<>();
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - END_BYTES));
      String end =
          new String(
              Channels.newInputStream(channel).readNBytes(END_BYTES), StandardCharsets.US_ASCII);
      // the first line is half a line, and the last may be
      end.lines().skip(1).forEach(line -> read(line, found));
    }
    return found.isEmpty() ? 0 : found.getLast().at();
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
   */
  long late(String former, long from, long until) {
    long taken = 0;
    long late = 0;
    for (Acknowledged it : acknowledged) {
      if (it.at() >= from && it.at() <= until) {
        if (!it.server().equals(former)) {
          taken++;
        } else if (taken > 0) {
          late++;
        }
      }
    }
    return late;
  }
}
