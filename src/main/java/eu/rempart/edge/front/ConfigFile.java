package eu.rempart.edge.front;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a configuration file: {@code key=value}, or blank. A comment begins with {@code #}
 * at the beginning of a line or behind a blank. Each setting stands at most once.
 */
final class ConfigFile {

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

  private record Line(int number, String value) {}

  private final Path file;
  private final Map<Setting, Line> lines;

  private ConfigFile(Path file, Map<Setting, Line> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Reads it.
   *
   * @throws WrongConfigException if it can't be, or a line is none
   */
  static ConfigFile read(Path file) {
    List<String> text;
    try {
      text = Files.readAllLines(file);
    } catch (NoSuchFileException missing) {
      throw new WrongConfigException(file + ": there is no such file");
    } catch (MalformedInputException binary) {
      throw new WrongConfigException(file + ": this is no text in UTF-8");
    } catch (IOException unreadable) {
      throw new WrongConfigException(file + ": this file can't be read: " + unreadable);
    }
    Map<Setting, Line> lines = new EnumMap<>(Setting.class);
    for (int i = 0; i < text.size(); i++) {
      String line = COMMENT.matcher(text.get(i)).replaceFirst("").strip();
      if (!line.isEmpty()) {
        add(file, lines, i + 1, line);
      }
    }
    return new ConfigFile(file, lines);
  }

  private static void add(Path file, Map<Setting, Line> lines, int number, String line) {
    String where = file + ":" + number + ": ";
    int equals = line.indexOf('=');
    if (equals < 0) {
      // not quoted: it may be a secret that slipped in
      throw new WrongConfigException(where + "this line is no setting; expected key=value");
    }
    String key = line.substring(0, equals).strip();
    Setting setting =
        Setting.ofKey(key)
            .orElseThrow(
                () ->
                    new WrongConfigException(
                        where
                            + "unknown setting \""
                            + key
                            + "\"; expected one of "
                            + Setting.keys()));
    Line former = lines.put(setting, new Line(number, line.substring(equals + 1).strip()));
    if (former != null) {
      throw new WrongConfigException(
          where + key + " stands in line " + former.number() + " already");
    }
  }

  /** The value; empty where the setting is missing or has none. */
  Optional<String> value(Setting setting) {
    return Optional.ofNullable(lines.get(setting))
        .map(Line::value)
        .filter(value -> !value.isEmpty());
  }

  /** The value of what has to be there. */
  String required(Setting setting) {
    return value(setting)
        .orElseThrow(
            () ->
                new WrongConfigException(
                    file + ": " + setting.key() + " is missing; expected " + setting.meaning()));
  }

  /** What to say of a value that is wrong. */
  WrongConfigException wrong(Setting setting, String found) {
    Line line = lines.get(setting);
    String where = line == null ? file.toString() : file + ":" + line.number();
    return new WrongConfigException(
        "%s: %s is \"%s\"; expected %s".formatted(where, setting.key(), found, setting.meaning()));
  }

  /** A path; relative ones are meant from the file's folder. */
  Path path(String value) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? Path.of(value) : folder.resolve(value);
  }
}
