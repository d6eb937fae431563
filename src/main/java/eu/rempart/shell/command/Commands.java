package eu.rempart.shell.command;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.shell.NavigationEntry;
import eu.rempart.shell.Person;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /** What is offered before anything is typed: everything that adds, and places that have keys. */
  public List<Command> first() {
    return Stream.concat(
            of(Command.Group.CREATE).stream(),
            of(Command.Group.GO).stream().filter(command -> !command.keys().isEmpty()))
        .toList();
  }

  /**
   * Those in whose text a word begins with each of the words typed, whatever their case and
   * accents, or is another word for what they do: "new deal" finds "Add deal".
   *
   * @param limit most of them
   */
  public List<Command> find(String typed, int limit) {
    Set<String> wanted = words(typed);
    return all.stream().filter(command -> matches(command, wanted)).limit(limit).toList();
  }

  private static boolean matches(Command command, Set<String> wanted) {
    Set<String> own = words(t(command.labelKey()));
    Set<String> rest = new HashSet<>(wanted);
    rest.removeIf(part -> own.stream().anyMatch(word -> word.startsWith(part)));
    boolean meant = rest.size() < wanted.size() || command.group() == Command.Group.CREATE;
    return meant && alsoCalled(command).containsAll(rest);
  }

  /** The one that is typed to its end, by its text or by other words for the same. */
  public Optional<Command> named(String typed) {
    Set<String> wanted = words(typed);
    return all.stream()
        .filter(
            command -> {
              Set<String> own = words(t(command.labelKey()));
              Set<String> known = new HashSet<>(own);
              known.addAll(alsoCalled(command));
              own.removeAll(alsoCalled(command));
              return known.containsAll(wanted) && wanted.containsAll(own);
            })
        .findFirst();
  }

  /** Other words for what commands of a group do. */
  private static Set<String> alsoCalled(Command command) {
    return switch (command.group()) {
      case CREATE -> words(t("shell.command.create.words"));
      case GO -> words(t("shell.command.go.words"));
      case OTHER -> Set.of();
    };
  }

  private static Set<String> words(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .strip();
    return new HashSet<>(List.of(folded.split("[\\s’'-]+", -1)));
  }
}
