package eu.rempart.history.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.rempart.history.FieldValue;
import eu.rempart.history.HistoryService;
import eu.rempart.history.Linked;
import eu.rempart.history.RecordAt;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.field.MomentField;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** The whole record as it was at an instant; what is different today is marked. */
@StyleSheet("styles/history.css")
final class AsOfDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient HistoryService history;
  private final transient RecordKinds kinds;
  private final transient RecordRef record;
  private final transient CustomBook custom;
  private final Div result = new Div();

  AsOfDialog(HistoryService history, RecordKinds kinds, RecordRef record, CustomBook custom) {
    this.history = history;
    this.kinds = kinds;
    this.record = record;
    this.custom = custom;
    setHeaderTitle(t("history.as.of"));
    addClassName("history-as-of");
    getFooter().add(new Button(t("shell.close"), _ -> close()));
    MomentField when = new MomentField(t("history.as.of.when"));
    when.setLastDay(LocalDate.now(Formats.zone()));
    when.addValueChangeListener(event -> show(event.getValue()));
    result.getElement().setAttribute("aria-live", "polite");
    add(when, result);
    when.setValue(LocalDateTime.now(Formats.zone()).minusDays(1).withSecond(0).withNano(0));
  }

  /**
   * The record as it was at one instant, without a choice of others.
   *
   * @param title its name
   */
  AsOfDialog(
      HistoryService history,
      RecordKinds kinds,
      RecordRef record,
      CustomBook custom,
      String title,
      Instant when) {
    this.history = history;
    this.kinds = kinds;
    this.record = record;
    this.custom = custom;
    setHeaderTitle(title);
    addClassName("history-as-of");
    add(result);
    getFooter().add(new Button(t("shell.close"), _ -> close()));
    show(when);
  }

  @SuppressWarnings("NullAway") // an emptied picker has no value
  private void show(LocalDateTime when) {
    result.removeAll();
    if (when == null) {
      return;
    }
    show(when.atZone(Formats.zone()).toInstant());
  }

  private void show(Instant when) {
    history
        .asOf(record, when)
        .ifPresentOrElse(this::show, () -> result.add(new Paragraph(t("history.as.of.absent"))));
  }

  private void show(RecordAt then) {
    DescriptionList list = new DescriptionList();
    show(record.kind(), then.fields(), list);
    then.parts().forEach((kind, fields) -> show(kind, fields, list));
    if (!then.links().isEmpty()) {
      list.add(
          new DescriptionList.Term(t("history.as.of.links")),
          new DescriptionList.Description(
              then.links().stream().map(Linked::name).collect(Collectors.joining(", "))));
    }
    result.add(list);
  }

  private void show(String kind, List<FieldValue> fields, DescriptionList list) {
    ValueTexts values = new ValueTexts(history, kinds.of(kind), custom);
    for (FieldValue field : fields) {
      String value = values.of(field.column(), field.value());
      if (!field.differs() && value.equals(t("history.value.empty"))) {
        continue;
      }
      DescriptionList.Description shown =
          new DescriptionList.Description(
              values.show(field.column(), field.value(), "history-value"));
      if (field.differs()) {
        shown.addClassName("history-differs");
        Span today = new Span(t("history.as.of.today", values.of(field.column(), field.now())));
        today.addClassName("history-why");
        shown.add(today);
      }
      list.add(new DescriptionList.Term(values.label(field.column())), shown);
    }
  }
}
