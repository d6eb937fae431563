package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomListFields;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.view.ListField;
import eu.rempart.shell.view.ListField.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What conditions on deals can be about. */
final class DealListFields {

  private DealListFields() {}

  static List<ListField> of(
      StageBook stages, Map<UUID, String> members, TagBook tags, CustomBook own) {
    List<ListField> all = new ArrayList<>(known(stages, members, tags));
    all.addAll(CustomListFields.of(own));
    return all;
  }

  private static List<ListField> known(StageBook stages, Map<UUID, String> members, TagBook tags) {
    return List.of(
        ListField.choice(
            "state",
            t("deal.column.state"),
            choices(
                Arrays.stream(DealState.values()).map(Enum::name),
                name -> DealTexts.state(DealState.valueOf(name)))),
        ListField.choice("stage", t("deal.field.stage_id"), stages(stages)),
        ListField.choice("pipeline", t("deal.pipeline"), pipelines(stages)),
        ListField.choice("owner", t("deal.field.owner_id"), choices(members)),
        ListField.choice("tag", t("shell.tags"), tags(tags)),
        ListField.of("amount", t("deal.field.amount"), Kind.MONEY),
        ListField.choice(
            "currency", t("deal.field.currency"), choices(currencies(), Function.identity())),
        ListField.of("company", t("deal.column.company"), Kind.TEXT),
        ListField.of("source", t("deal.column.source"), Kind.TEXT),
        ListField.of("expected_close", t("deal.column.expected_close"), Kind.DAY),
        ListField.of("closed", t("deal.column.closed"), Kind.DAY),
        ListField.of("since", t("deal.column.since"), Kind.DAY),
        ListField.of("created", t("deal.column.created"), Kind.DAY),
        ListField.of("changed", t("deal.column.changed"), Kind.DAY));
  }

  /** The usual ones, then all others: a deal may be in any. */
  private static Stream<String> currencies() {
    return Stream.concat(
        CurrencyField.USUAL.stream(),
        Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).sorted());
  }

  private static Map<String, String> pipelines(StageBook book) {
    Map<String, String> choices = new LinkedHashMap<>();
    book.pipelines().forEach(each -> choices.put(each.id().toString(), each.name()));
    return choices;
  }

  private static Map<String, String> stages(StageBook book) {
    Map<String, String> choices = new LinkedHashMap<>();
    book.pipelines().stream()
        .flatMap(pipeline -> pipeline.stages().stream())
        .map(Stage::kept)
        .forEach(id -> choices.put(id.toString(), book.name(id)));
    return choices;
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

  private static Map<String, String> choices(
      Stream<String> values, Function<String, String> label) {
    return values.collect(
        Collectors.toMap(Function.identity(), label, (one, _) -> one, LinkedHashMap::new));
  }
}
