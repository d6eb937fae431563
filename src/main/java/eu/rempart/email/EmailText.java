package eu.rempart.email;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Between the lists of an e-mail and the texts that they are sealed as. */
final class EmailText {

  private static final JsonMapper JSON = JsonMapper.shared();

  private EmailText() {}

  /** Null for none, so that an empty list is an empty column. */
  static @Nullable String list(List<String> values) {
    return values.isEmpty() ? null : JSON.writeValueAsString(values);
  }

  static List<String> list(@Nullable String text) {
    List<String> values = new ArrayList<>();
    if (text != null) {
      JSON.readTree(text).forEach(value -> values.add(value.asString("")));
    }
    return values;
  }

  static @Nullable String attachments(List<Attachment> attachments) {
    if (attachments.isEmpty()) {
      return null;
    }
    ArrayNode all = JSON.createArrayNode();
    for (Attachment each : attachments) {
      ObjectNode one = all.addObject();
      one.put("name", each.name());
      if (each.document() != null) {
        one.put("document", each.document().toString());
      }
      if (each.file() != null) {
        one.put("file", each.file().toString());
      }
      if (each.why() != null) {
        one.put("why", each.why().name());
      }
      if (each.quote() != null) {
        one.put("quote", each.quote().toString());
      }
    }
    return JSON.writeValueAsString(all);
  }

  static List<Attachment> attachments(@Nullable String text) {
    List<Attachment> attachments = new ArrayList<>();
    if (text != null) {
      JSON.readTree(text).forEach(one -> attachments.add(attachment(one)));
    }
    return attachments;
  }

  private static Attachment attachment(JsonNode one) {
    String why = one.path("why").asString("");
    return new Attachment(
        one.path("name").asString(""),
        id(one, "document"),
        id(one, "file"),
        why.isEmpty() ? null : Attachment.Why.valueOf(why),
        id(one, "quote"));
  }

  private static @Nullable UUID id(JsonNode one, String field) {
    String id = one.path(field).asString("");
    return id.isEmpty() ? null : UUID.fromString(id);
  }
}
