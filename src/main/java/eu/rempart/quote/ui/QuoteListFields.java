package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomListFields;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.view.ListField;
import eu.rempart.shell.view.ListField.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What conditions on quotes can be about. */
final class QuoteListFields {

  private QuoteListFields() {}

  static List<ListField> of(Map<UUID, String> members, TagBook tags, CustomBook own) {
    List<ListField> all = new ArrayList<>(known(members, tags));
    all.addAll(CustomListFields.of(own));
    return all;
  }

  private static List<ListField> known(Map<UUID, String> members, TagBook tags) {
    Map<String, String> owners = new LinkedHashMap<>();
    members.forEach((id, name) -> owners.put(id.toString(), name));
    Map<String, String> known = new LinkedHashMap<>();
    tags.all().forEach(tag -> known.put(tag.id().toString(), tag.name()));
    return List.of(
        ListField.choice("owner", t("quote.field.owner_id"), owners),
        ListField.choice("tag", t("shell.tags"), known),
        ListField.of("customer", t("quote.field.customer_name"), Kind.TEXT),
        ListField.of("total", t("quote.field.total"), Kind.MONEY),
        ListField.of("issued", t("quote.field.issued_on"), Kind.DAY),
        ListField.of("valid_until", t("quote.field.valid_until"), Kind.DAY),
        ListField.of("changed", t("quote.column.changed"), Kind.DAY));
  }
}
