package eu.rempart.ops.backup.engine;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Adds up what restic says at the end of backups, and counts what it could not read. */
final class Summary {

  private static final JsonMapper JSON = JsonMapper.shared();

  private long size;
  private long stored;
  private int left;

  /** A line that it said. */
  synchronized void heard(String line) {
    if (!line.startsWith("{")) {
      return;
    }
    JsonNode said;
    try {
      said = JSON.readTree(line);
    } catch (JacksonException cut) {
      return; // longer than is kept: a list of what it works on
    }
    switch (said.path("message_type").asString("")) {
      case "error" -> left++;
      case "summary" -> {
        size += said.path("total_bytes_processed").asLong(0);
        stored += said.path("data_added_packed").asLong(0);
      }
      default -> {}
    }
  }

  synchronized long size() {
    return size;
  }

  synchronized long stored() {
    return stored;
  }

  synchronized int left() {
    return left;
  }
}
