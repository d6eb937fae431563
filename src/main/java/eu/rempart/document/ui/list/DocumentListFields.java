package eu.rempart.document.ui.list;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.document.DocumentSort;
import eu.rempart.document.DocumentState;
import eu.rempart.document.file.FileCategory;
import eu.rempart.document.folder.Folder;
import eu.rempart.document.ui.DocumentTexts;
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

/** What conditions on documents can be about. */
final class DocumentListFields {

  private DocumentListFields() {}

  static List<ListField> of(
      List<Folder> folders, Map<UUID, String> members, TagBook tags, CustomBook own) {
    List<ListField> all = new ArrayList<>(known(folders, members, tags));
    all.addAll(CustomListFields.of(own));
    return all;
  }

  private static List<ListField> known(
      List<Folder> folders, Map<UUID, String> members, TagBook tags) {
    Map<String, String> places = new LinkedHashMap<>();
    folders.forEach(folder -> places.put(folder.id().toString(), folder.name()));
    Map<String, String> owners = new LinkedHashMap<>();
    members.forEach((id, name) -> owners.put(id.toString(), name));
    Map<String, String> known = new LinkedHashMap<>();
    tags.all().forEach(tag -> known.put(tag.id().toString(), tag.name()));
    return List.of(
        ListField.choice(
            "type",
            t("document.column.type"),
            choices(FileCategory.values(), DocumentTexts::category)),
        ListField.choice(
            "kind", t("document.field.kind"), choices(DocumentSort.values(), DocumentTexts::sort)),
        ListField.choice(
            "state",
            t("document.field.state"),
            choices(DocumentState.values(), DocumentTexts::state)),
        ListField.choice("folder", t("document.field.folder_id"), places),
        ListField.choice("owner", t("document.field.owner_id"), owners),
        ListField.choice("tag", t("shell.tags"), known),
        ListField.of("size", t("document.filter.bytes"), Kind.NUMBER),
        ListField.of("added", t("document.column.added"), Kind.DAY),
        ListField.of("changed", t("document.column.changed"), Kind.DAY),
        ListField.of("published", t("document.field.published"), Kind.DAY),
        ListField.of("expires", t("document.field.expires"), Kind.DAY));
  }

  private static <E extends Enum<E>> Map<String, String> choices(
      E[] values, Function<E, String> label) {
    Map<String, String> choices = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> choices.put(value.name(), label.apply(value)));
    return choices;
  }
}
