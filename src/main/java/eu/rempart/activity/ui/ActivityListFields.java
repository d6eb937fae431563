package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.activity.ActivityField;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomListFields;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.view.ListField;
import eu.rempart.shell.view.ListField.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What conditions on activities can be about. */
final class ActivityListFields {

  private ActivityListFields() {}

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
        ListField.choice(
            "kind",
            ActivityTexts.label(ActivityField.KIND),
            choices(ActivityKind.values(), ActivityTexts::kind)),
        ListField.choice(
            "status",
            ActivityTexts.label(ActivityField.STATUS),
            choices(ActivityStatus.values(), ActivityTexts::status)),
        ListField.choice(
            "priority",
            ActivityTexts.label(ActivityField.PRIORITY),
            choices(ActivityPriority.values(), ActivityTexts::priority)),
        ListField.choice("owner", ActivityTexts.label(ActivityField.OWNER), owners),
        ListField.choice("attendee", t("activity.attendees.members"), owners),
        ListField.choice("tag", t("shell.tags"), known),
        ListField.of("start", t("activity.column.when"), Kind.DAY),
        ListField.of("place", ActivityTexts.label(ActivityField.PLACE), Kind.TEXT),
        ListField.of("done", t("activity.column.done"), Kind.DAY),
        ListField.of("created", t("activity.column.created"), Kind.DAY),
        ListField.of("changed", t("activity.column.changed"), Kind.DAY));
  }

  private static <E extends Enum<E>> Map<String, String> choices(
      E[] values, Function<E, String> label) {
    Map<String, String> choices = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> choices.put(value.name(), label.apply(value)));
    return choices;
  }
}
