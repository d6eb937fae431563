package eu.rempart.deal.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealField;
import eu.rempart.deal.DealRules;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.number.WholeNumberField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The fields of deals that can be set in many at once. */
final class DealBulkFields {

  private DealBulkFields() {}

  /**
   * The fields.
   *
   * @param edit makes a step of what it does to one deal
   */
  static List<BulkField<?>> of(
      StageBook stages, Function<Consumer<DealDataBuilder>, ToIntFunction<List<UUID>>> edit) {
    return List.of(
        new BulkField<StageId>(
            DealField.STAGE.column(),
            DealTexts.label(DealField.STAGE),
            () -> stages(stages),
            // a deal stands somewhere: where none is chosen it stays
            value -> edit.apply(builder -> stage(builder, value))),
        new BulkField<LocalDate>(
            DealField.EXPECTED_CLOSE.column(),
            DealTexts.label(DealField.EXPECTED_CLOSE),
            DealBulkFields::date,
            value -> edit.apply(builder -> builder.expectedClose(value))),
        new BulkField<Integer>(
            DealField.PROBABILITY.column(),
            DealTexts.label(DealField.PROBABILITY),
            DealBulkFields::probability,
            value -> edit.apply(builder -> builder.probability(value))),
        new BulkField<String>(
            DealField.SOURCE.column(),
            DealTexts.label(DealField.SOURCE),
            DealBulkFields::source,
            value -> edit.apply(builder -> builder.source(value))));
  }

  private static void stage(
      DealDataBuilder builder, @org.jspecify.annotations.Nullable StageId stage) {
    if (stage != null) {
      builder.stageId(stage);
    }
  }

  private static HasValue<?, StageId> stages(StageBook book) {
    var select = new Select<StageId>();
    select.setLabel(DealTexts.label(DealField.STAGE));
    select.setItems(
        book.pipelines().stream()
            .flatMap(pipeline -> pipeline.stages().stream())
            .map(Stage::kept)
            .toList());
    select.setItemLabelGenerator(book::name);
    return select;
  }

  private static HasValue<?, LocalDate> date() {
    var picker = new DateField();
    picker.setLabel(DealTexts.label(DealField.EXPECTED_CLOSE));
    return picker;
  }

  private static HasValue<?, Integer> probability() {
    var number = new WholeNumberField(DealTexts.label(DealField.PROBABILITY));
    number.setMin(0);
    number.setMax(100);
    return number;
  }

  private static HasValue<?, String> source() {
    var text = new TextField(DealTexts.label(DealField.SOURCE));
    text.setMaxLength(DealRules.MAX_TEXT);
    return text;
  }
}
