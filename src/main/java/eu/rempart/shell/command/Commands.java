package eu.rempart.shell.command;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.Person;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands of one member: the places of the navigation, and what rooms contribute. */
public final class Commands {

  private final List<Command> all;

  /** Takes those that the member is offered. */
  public Commands(Person person, Stream<NavigationEntry> places, Stream<Command> contributed) {
    all =
        Stream.concat(
                places
                    .sorted(
                        Comparator.comparing(NavigationEntry::group)
                            .thenComparingInt(NavigationEntry::order))
                    .map(Command::go),
                contributed)
            .filter(command -> command.visibleFor().test(person))
            .toList();
  }

  public List<Command> of(Command.Group group) {
    return all.stream().filter(command -> command.group() == group).toList();
  }

  /** Those that have keys. */
  public List<Command> withKeys() {
    return all.stream().filter(command -> !command.keys().isEmpty()).toList();
  }

  public Optional<Command> byKeys(String keys) {
    return withKeys().stream().filter(command -> command.keys().equals(keys)).findFirst();
  }

  /**
   * Those in whose text a word begins with each of the words typed, whatever their case and
   * accents.
   *
   * @param limit most of them
   */
  public List<Command> find(String typed, int limit) {
    String[] wanted = folded(typed).split("\\s+", -1);
    return all.stream()
        .filter(
            command -> {
              String[] words = folded(t(command.labelKey())).split("[\\s’'-]+", -1);
              return Arrays.stream(wanted)
                  .allMatch(part -> Arrays.stream(words).anyMatch(word -> word.startsWith(part)));
            })
        .limit(limit)
        .toList();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
