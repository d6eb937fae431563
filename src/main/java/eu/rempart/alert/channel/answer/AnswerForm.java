package eu.rempart.alert.channel.answer;

import eu.rempart.alert.channel.peer.Peer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider posts when somebody answered.
 *
 * @param from the number that it claims to come from, at most {@value #LONGEST_FROM} characters
 * @param text at most {@value #LONGEST_TEXT} characters of it
 * @param id what the provider calls it, at most {@value #LONGEST_ID} characters; null if it is not
 *     said where that stands
 */
record AnswerForm(String from, String text, @Nullable String id) {

  /** The largest body, in bytes: an answer has a few words. */
  static final int LARGEST = 16 * 1024;

  static final int LONGEST_FROM = 40;
  static final int LONGEST_TEXT = 200;
  static final int LONGEST_ID = 200;

  private static final int MOST_FIELDS = 200;

  /**
   * Reads a body; empty if it is none, or lacks a field.
   *
   * @param type its media type: a form, or JSON
   */
  static Optional<AnswerForm> read(@Nullable String type, byte[] body, Peer.Gateway peer) {
    String kind = type == null ? "" : type.split(";", 2)[0].strip();
    try {
      if (kind.equalsIgnoreCase("application/json")) {
        JsonNode root = JsonMapper.shared().readTree(body);
        return of(peer, path -> at(root, path));
      }
      if (kind.equalsIgnoreCase("application/x-www-form-urlencoded")) {
        Map<String, String> fields = fields(new String(body, StandardCharsets.UTF_8));
        return of(peer, fields::get);
      }
      return Optional.empty();
    } catch (JacksonException | IllegalArgumentException wrong) {
      // a stranger's: nothing of it is to be told
      return Optional.empty();
    }
  }

  private static Optional<AnswerForm> of(
      Peer.Gateway peer, Function<String, @Nullable String> field) {
    String from = field.apply(peer.answerFrom());
    String text = field.apply(peer.answerText());
    if (from == null || text == null || from.length() > LONGEST_FROM) {
      return Optional.empty();
    }
    String place = peer.answerId();
    String id = place == null ? null : field.apply(place);
    if (place != null && (id == null || id.isBlank() || id.length() > LONGEST_ID)) {
      // else what comes twice would act twice, and nobody would notice
      return Optional.empty();
    }
    String beginning = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    return Optional.of(new AnswerForm(from.strip(), beginning.strip(), id));
  }

  /** What stands at a path such as {@code results.0.from}. */
  private static @Nullable String at(JsonNode root, String path) {
    JsonNode node = root;
    for (String step : path.split("\\.")) {
      node =
          node.isArray() && step.matches("[0-9]{1,3}")
              ? node.path(Integer.parseInt(step))
              : node.path(step);
    }
    return node.isString() ? node.stringValue() : node.isIntegralNumber() ? node.asString() : null;
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        // the first of a name: what somebody hangs on behind changes nothing
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Says nothing of it: it is somebody's number. */
  @Override
  public String toString() {
    return "AnswerForm[hidden]";
  }
}
