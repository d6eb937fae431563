package eu.rempart.common.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands on the command line: options with and without a value, and the rest. */
public final class CommandArguments {
  private final String calls;
  private final List<String> options = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();

  private CommandArguments(String calls) {
    this.calls = calls;
  }

  /**
   * Reads a call.
   *
   * @param calls how the keys of sentences about the call itself begin: {@code value}, {@code
   *     unknown}
   * @param withValue the options that a value follows
   * @throws WrongCallException if one has none
   */
  public static CommandArguments of(
      CommandTexts texts, String calls, Set<String> withValue, String... given) {
    CommandArguments arguments = new CommandArguments(calls);
    for (int i = 0; i < given.length; i++) {
      String word = given[i];
      if (!word.startsWith("--")) {
        arguments.rest.add(word);
        continue;
      }
      boolean hasValue = withValue.contains(word);
      if (hasValue && (i + 1 == given.length || given[i + 1].startsWith("--"))) {
        throw new WrongCallException(texts.t(calls + "value", word));
      }
      arguments.options.add(word);
      arguments.values.add(hasValue ? given[++i] : "");
    }
    return arguments;
  }

  /** The word that is no option at this place; empty if there are fewer. */
  public Optional<String> word(int place) {
    return place < rest.size() ? Optional.of(rest.get(place)) : Optional.empty();
  }

  /**
   * @throws WrongCallException if there is an option beside these and {@code --home}, or more words
   */
  public void allow(CommandTexts texts, int mostWords, String... allowed) {
    Set<String> unknown = new HashSet<>(options);
    unknown.removeAll(Set.of(allowed));
    unknown.remove("--home");
    if (rest.size() > mostWords) {
      unknown.add(rest.get(mostWords));
    }
    if (!unknown.isEmpty()) {
      throw new WrongCallException(
          texts.t(calls + "unknown", rest.getFirst(), String.join(", ", unknown)));
    }
  }

  public boolean has(String option) {
    return options.contains(option);
  }

  /** The value of the last such option. */
  public Optional<String> value(String option) {
    int place = options.lastIndexOf(option);
    return place < 0 ? Optional.empty() : Optional.of(values.get(place));
  }

  /** The values of all such options. */
  public List<String> all(String option) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).equals(option)) {
        all.add(values.get(i));
      }
    }
    return all;
  }

  /** The folder of {@code --out}, else the one that the command was called in. */
  public Path out() {
    return Path.of(value("--out").orElse("")).toAbsolutePath();
  }
}
