package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.CountryCode;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomListFields;
import eu.rempart.shell.field.Languages;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.text.Texts;
import eu.rempart.shell.view.ListField;
import eu.rempart.shell.view.ListField.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What conditions on contacts can be about. */
final class ContactListFields {

  private ContactListFields() {}

  static List<ListField> of(Map<UUID, String> members, TagBook tags, CustomBook own) {
    List<ListField> all = new ArrayList<>(known(members, tags));
    all.addAll(CustomListFields.of(own));
    return all;
  }

  private static List<ListField> known(Map<UUID, String> members, TagBook tags) {
    return List.of(
        ListField.choice("owner", t("contact.field.owner_id"), choices(members)),
        ListField.choice("tag", t("shell.tags"), tags(tags)),
        ListField.choice("country", t("contact.filter.country"), countries()),
        ListField.choice(
            "language",
            t("contact.field.language"),
            choices(Languages.COMMON.stream(), ContactTexts::language)),
        ListField.choice(
            "lawful_basis",
            t("contact.field.lawful_basis"),
            choices(
                Arrays.stream(LawfulBasis.values()).map(Enum::name),
                name -> ContactTexts.basis(LawfulBasis.valueOf(name)))),
        ListField.choice(
            "do_not_call",
            t("contact.field.do_not_call"),
            choices(
                Stream.of("true", "false"),
                yes -> yes.equals("true") ? t("contact.yes") : t("contact.no"))),
        ListField.of("company", t("contact.column.company"), Kind.TEXT),
        ListField.of("job_title", t("contact.column.job_title"), Kind.TEXT),
        ListField.of("city", t("contact.column.city"), Kind.TEXT),
        ListField.of("email", t("contact.column.email"), Kind.EXACT),
        ListField.of("phone", t("contact.column.phone"), Kind.EXACT),
        ListField.of("created", t("contact.column.created"), Kind.DAY),
        ListField.of("changed", t("contact.column.changed"), Kind.DAY));
  }

  private static Map<String, String> choices(Map<UUID, String> members) {
    Map<String, String> choices = new LinkedHashMap<>();
    members.forEach((id, name) -> choices.put(id.toString(), name));
    return choices;
  }

  private static Map<String, String> tags(TagBook tags) {
    Map<String, String> choices = new LinkedHashMap<>();
    tags.all().forEach((TagLook tag) -> choices.put(tag.id().toString(), tag.name()));
    return choices;
  }

  private static Map<String, String> countries() {
    return choices(
        Arrays.stream(Locale.getISOCountries())
            .sorted(Comparator.comparing(ContactListFields::country)),
        ContactListFields::country);
  }

  private static String country(String letters) {
    return CountryCode.of(letters).name(Texts.locale());
  }

  private static Map<String, String> choices(
      Stream<String> values, Function<String, String> label) {
    return values.collect(
        Collectors.toMap(Function.identity(), label, (one, _) -> one, LinkedHashMap::new));
  }
}
