package eu.rempart.home;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code ./rempart info} prints: {@code key=value} lines in {@code run/info.properties}, for
 * the owner of the process alone.
 */
public final class InfoFile {

  private static final String NAME = "run/info.properties";

  private final HomeFolder home;
  private final Map<String, String> lines = new LinkedHashMap<>();

  public InfoFile(HomeFolder home) {
    this.home = home;
    home.folder("run");
  }

  /** Adds or replaces a line; {@link #write} makes it visible. */
  public synchronized void put(String key, String value) {
    lines.put(key, value);
  }

  public synchronized void write() {
    String text =
        lines.entrySet().stream()
            .map(line -> line.getKey() + "=" + line.getValue() + "\n")
            .collect(Collectors.joining());
    home.write(NAME, text.getBytes(StandardCharsets.UTF_8));
  }
}
