package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.CountryCode;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
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
final class CompanyListFields {

  private CompanyListFields() {}

  static List<ListField> of(Map<UUID, String> members, TagBook tags, CustomBook own) {
    List<ListField> all = new ArrayList<>(known(members, tags));
    all.addAll(CustomListFields.of(own));
    return all;
  }

  private static List<ListField> known(Map<UUID, String> members, TagBook tags) {
    return List.of(
        ListField.choice("owner", t("company.field.owner_id"), choices(members)),
        ListField.choice("tag", t("shell.tags"), tags(tags)),
        ListField.choice(
            "type",
            t("company.field.type"),
            choices(
                Arrays.stream(CompanyType.values()).map(Enum::name),
                name -> CompanyTexts.type(CompanyType.valueOf(name)))),
        ListField.choice(
            "size",
            t("company.field.size"),
            choices(
                Arrays.stream(CompanySize.values()).map(Enum::name),
                name -> CompanyTexts.size(CompanySize.valueOf(name)))),
        ListField.choice("country", t("company.filter.country"), countries()),
        ListField.choice(
            "language",
            t("company.field.language"),
            choices(Languages.COMMON.stream(), CompanyTexts::language)),
        ListField.of("industry", t("company.column.industry"), Kind.TEXT),
        ListField.of("city", t("company.column.city"), Kind.TEXT),
        ListField.of("revenue", t("company.column.revenue"), Kind.MONEY),
        ListField.of("email", t("company.column.email"), Kind.EXACT),
        ListField.of("phone", t("company.column.phone"), Kind.EXACT),
        ListField.of("created", t("company.column.created"), Kind.DAY),
        ListField.of("changed", t("company.column.changed"), Kind.DAY));
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
            .sorted(Comparator.comparing(CompanyListFields::country)),
        CompanyListFields::country);
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
