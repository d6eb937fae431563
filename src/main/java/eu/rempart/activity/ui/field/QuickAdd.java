package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ui.ActivityTexts;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.When;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Dates;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** One line in which an activity is written down: what, which kind, on which day. */
public final class QuickAdd extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final TextField subject = new TextField();
  private final Select<ActivityKind> kind = new Select<>();
  private final DateField day = new DateField();
  private final transient Predicate<ActivityData> keep;
  private final transient UUID owner;

  /**
   * An empty line.
   *
   * @param owner who is to do it
   * @param first the day that stands there at first
   * @param fixed columns that whoever writes may not fill in
   * @param keep keeps what was typed; false where it could not be kept
   */
  public QuickAdd(UUID owner, LocalDate first, Set<String> fixed, Predicate<ActivityData> keep) {
    this.owner = owner;
    this.keep = keep;
    subject.setPlaceholder(t("activity.quick.subject"));
    subject.setAriaLabel(t("activity.quick.subject"));
    subject.setMaxLength(ActivityRules.MAX_SUBJECT);
    kind.setItems(ActivityKind.TASK, ActivityKind.CALL);
    kind.setItemLabelGenerator(ActivityTexts::kind);
    kind.setAriaLabel(t("activity.field.kind"));
    kind.setValue(ActivityKind.TASK);
    day.setAriaLabel(t("activity.form.date"));
    day.setValue(first);
    kind.setVisible(!fixed.contains(ActivityField.KIND.column()));
    if (fixed.contains(ActivityField.WHEN.column())) {
      day.clear();
      day.setVisible(false);
    }
    var add = new Button(t("activity.quick.add"), Glyph.ADD.create(), _ -> add());
    getContent().addClassName("quick-add");
    getContent().add(subject, kind, day, add);
    SubmitKeys.press(add, getContent());
  }

  private void add() {
    if (subject.getValue().isBlank()) {
      subject.setErrorMessage(t("activity.problem.SUBJECT"));
      subject.setInvalid(true);
      subject.focus();
      return;
    }
    if (!Dates.check(day)) {
      return;
    }
    LocalDate chosen = day.getValue();
    ActivityData data =
        ActivityData.builder()
            .ownerId(owner)
            .kind(kind.getValue())
            .subject(subject.getValue())
            .when(chosen == null ? null : When.on(chosen))
            .build();
    if (keep.test(data)) {
      subject.clear();
      subject.focus();
    }
  }
}
