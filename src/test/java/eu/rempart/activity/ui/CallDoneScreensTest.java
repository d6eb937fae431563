package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A call that was made already is written down in one step. */
class CallDoneScreensTest extends WithActivities {

  @SuppressWarnings("unchecked") // a class literal has no type arguments
  private void become(ActivityKind kind) {
    ((RadioButtonGroup<ActivityKind>) find(RadioButtonGroup.class).all().getLast()).setValue(kind);
  }

  private Checkbox done() {
    return find(Checkbox.class).withLabel(t("activity.form.call.done")).single();
  }

  private boolean offersDone() {
    return find(Checkbox.class).withLabel(t("activity.form.call.done")).exists();
  }

  @Test
  void callIsKeptAsDoneNowWithItsOutcome() {
    ContactId person = person("Rufus", "Rufer");
    show(ContactNavigation.details(person));
    click("Add activity");
    assertThat(offersDone()).as("a task is ticked off in its list").isFalse();
    become(ActivityKind.CALL);
    test(done()).click();
    fill("Subject", "Asked for the plan");
    test(find(TextArea.class).withLabel("Outcome").single()).setValue("He sends it on Monday.");
    click("Save activity");

    ActivityId id =
        activities.done(ActivityLinks.of(person), 5, ActivityColumn.DEFAULT).getFirst().id();
    Activity kept = now(id);
    assertThat(kept.data().status()).isEqualTo(ActivityStatus.DONE);
    assertThat(kept.data().description()).isEqualTo("He sends it on Monday.");
    assertThat(Objects.requireNonNull(kept.data().when()).day(eu.rempart.shell.text.Formats.zone()))
        .isEqualTo(today());
    assertThat(kept.done()).isNotNull();
  }

  @Test
  void whatBecomesATaskAgainIsToBeDone() {
    show(ActivityNavigation.LIST);
    click("Add activity");
    become(ActivityKind.CALL);
    test(done()).click();
    become(ActivityKind.TASK);
    fill("Subject", "Task after all");
    click("Save activity");

    assertThat(subjects()).contains("Task after all");
  }

  @Test
  void callThatIsChangedIsMarkedOnItsPage() {
    ActivityId id =
        activities.create(data("Known call").kind(ActivityKind.CALL).build(), ActivityLinks.NONE);
    show(ActivityNavigation.details(id));
    click("Edit");

    assertThat(offersDone()).isFalse();
  }
}
