package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ui.field.AttendeesField;
import eu.rempart.activity.ui.field.CallDoneField;
import eu.rempart.activity.ui.field.KindField;
import eu.rempart.activity.ui.field.LinkedRecords;
import eu.rempart.activity.ui.field.LinksField;
import eu.rempart.activity.ui.field.MinutesField;
import eu.rempart.activity.ui.field.RecurrenceField;
import eu.rempart.activity.ui.field.RemindersField;
import eu.rempart.activity.ui.field.WhenField;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.When;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.FieldLock;
import eu.rempart.shell.field.FieldRemarks;
import eu.rempart.shell.field.FormParts;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.tag.TagsField;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people fill in about an activity. */
@StyleSheet("styles/activities.css")
final class ActivityForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final Binder<ActivityDraft> binder = new Binder<>();
  private final Map<ActivityField, Component> fields = new EnumMap<>(ActivityField.class);
  private final KindField kind = new KindField();
  private final TextField subject = new TextField();
  private final WhenField when = new WhenField();
  private final MinutesField minutes = new MinutesField();
  private final RecurrenceField recurrence = new RecurrenceField();
  private final RemindersField reminders = new RemindersField();
  private final Select<ActivityPriority> priority = new Select<>();
  private final Select<CallDirection> direction = new Select<>();
  private final ChoiceField<UUID> owner = new ChoiceField<>();
  private final TextField place = new TextField();
  private final TextArea description = new TextArea();
  private final CallDoneField done = new CallDoneField(when, description);
  private final TagsField tags;
  private final CustomValuesField custom;
  private final LinksField links;
  private final AttendeesField attendees;
  private transient ActivityTyped before = ActivityTyped.EMPTY;
  private transient Set<String> hidden = Set.of();
  private boolean anew;

  /**
   * An empty form.
   *
   * @param members names of those who may have to do it
   */
  ActivityForm(LinkedRecords records, Map<UUID, String> members, Tags known, CustomBook own) {
    tags = new TagsField(known);
    custom = new CustomValuesField(own);
    links = new LinksField(records);
    attendees = new AttendeesField(records, members);
    prepare(members);
    bind();
    getContent().addClassNames("record-form", "activity-form");
    getContent()
        .add(
            kind,
            subject,
            done, // appears late, with "Call": after the field that a person reaches by Tab
            when,
            FormParts.grid(minutes, direction, owner, priority),
            reminders,
            recurrence,
            place,
            attendees,
            links,
            tags,
            custom,
            description);
  }

  private void prepare(Map<UUID, String> members) {
    kind.addValueChangeListener(_ -> fit());
    done.addValueChangeListener(_ -> fit());
    subject.setMaxLength(ActivityRules.MAX_SUBJECT);
    subject.setRequiredIndicatorVisible(true);
    when.addValueChangeListener(
        change -> {
          minutes.offer(!when.isEmpty() && !when.timed());
          recurrence.begin(change.getValue());
        });
    priority.setItems(ActivityPriority.values());
    priority.setItemLabelGenerator(ActivityTexts::priority);
    direction.setItems(CallDirection.values());
    direction.setItemLabelGenerator(way -> way == null ? "" : ActivityTexts.direction(way));
    direction.setEmptySelectionAllowed(true);
    owner.setItems(members.keySet());
    owner.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    owner.setClearButtonVisible(true);
    place.setMaxLength(ActivityRules.MAX_PLACE);
    description.setMaxLength(ActivityRules.MAX_DESCRIPTION);
    description.setMinRows(3);
    Stream.of(subject, place).forEach(FormParts::soon);
    FormParts.soon(description);
  }

  /** Shows what goes with the kind. */
  private void fit() {
    direction.setVisible(shows(ActivityField.DIRECTION) && kind.getValue() == ActivityKind.CALL);
    done.setVisible(anew && !done.isReadOnly() && kind.getValue() == ActivityKind.CALL);
    boolean made = done.status() == ActivityStatus.DONE;
    if (made) {
      recurrence.clear(); // what was done does not come again
    }
    // the rule and what it is about are of all of them
    recurrence.setVisible(!made && before.of() == null && shows(ActivityField.RECURRENCE));
    when.setRequiredIndicatorVisible(kind.getValue() == ActivityKind.MEETING);
    attendees.setVisible(before.of() == null && kind.getValue() == ActivityKind.MEETING);
  }

  private void bind() {
    text(ActivityField.SUBJECT, subject, ActivityData::subject, ActivityDataBuilder::subject);
    text(ActivityField.PLACE, place, ActivityData::place, ActivityDataBuilder::place);
    text(
        ActivityField.DESCRIPTION,
        description,
        ActivityData::description,
        ActivityDataBuilder::description);
    fields.put(ActivityField.STATUS, done);
    value(ActivityField.KIND, kind, ActivityData::kind, ActivityDataBuilder::kind);
    value(ActivityField.WHEN, when, ActivityData::when, ActivityDataBuilder::when);
    value(ActivityField.MINUTES, minutes, ActivityData::minutes, ActivityDataBuilder::minutes);
    value(
        ActivityField.REMINDER,
        reminders,
        data -> new LinkedHashSet<>(data.reminders()),
        ActivityDataBuilder::reminders);
    value(
        ActivityField.RECURRENCE,
        recurrence,
        ActivityData::recurrence,
        ActivityDataBuilder::recurrence);
    value(ActivityField.PRIORITY, priority, ActivityData::priority, ActivityDataBuilder::priority);
    value(
        ActivityField.DIRECTION,
        direction,
        ActivityData::direction,
        ActivityDataBuilder::direction);
    value(ActivityField.TAGS, tags, ActivityData::tags, ActivityDataBuilder::tags);
    value(ActivityField.CUSTOM, custom, ActivityData::custom, ActivityDataBuilder::custom);
    value(ActivityField.OWNER, owner, ActivityData::ownerId, ActivityDataBuilder::ownerId);
  }

  private void text(
      ActivityField field,
      HasValue<?, String> input,
      Function<ActivityData, @Nullable String> get,
      BiConsumer<ActivityDataBuilder, @Nullable String> set) {
    label(field, (Component) input);
    binder
        .forField(input)
        .withNullRepresentation("")
        .bind(
            draft -> get.apply(draft.data()),
            (draft, value) -> draft.edit(builder -> set.accept(builder, value)));
  }

  // Binder's setters take null, which its types can't say
  @SuppressWarnings("NullAway")
  private <V> void value(
      ActivityField field,
      HasValue<?, V> input,
      Function<ActivityData, @Nullable V> get,
      BiConsumer<ActivityDataBuilder, @Nullable V> set) {
    label(field, (Component) input);
    binder
        .forField(input)
        .bind(
            draft -> get.apply(draft.data()),
            (draft, value) -> draft.edit(builder -> set.accept(builder, value)));
  }

  private void label(ActivityField field, Component input) {
    fields.put(field, input);
    if (input instanceof HasLabel labelled) {
      labelled.setLabel(ActivityTexts.label(field));
    }
  }

  /** Leaves out what somebody may not see, and lets them only read what they may not change. */
  void narrow(Set<String> unseen, Set<String> fixed) {
    hidden = unseen;
    fields.forEach(
        (field, input) -> FieldLock.apply(input, !shows(field), fixed.contains(field.column())));
  }

  private boolean shows(ActivityField field) {
    return !hidden.contains(field.column());
  }

  /** Shows an activity; fields that did not open are empty and say so. */
  void show(ActivityTyped typed, Map<ActivityField, String> unopenable) {
    before = typed;
    kind.offerMeetings(typed.data(), when.isReadOnly());
    links.setVisible(typed.of() == null);
    fill(typed);
    FieldRemarks.unopenable(unopenable, fields, code -> t("activity.form.sealed", code));
  }

  /** Shows what a new one begins with; a call may have been made already. */
  void showNew(ActivityTyped typed) {
    anew = shows(ActivityField.STATUS);
    show(typed, Map.of());
  }

  /** Puts back what was typed earlier, over what {@link #show} showed. */
  void fill(ActivityTyped typed) {
    reminders.offer(typed.data().reminders());
    recurrence.begin(typed.data().when());
    binder.readBean(new ActivityDraft(typed.data()));
    minutes.offer(typed.data().when() != null && !when.timed());
    minutes.setValue(typed.data().minutes());
    done.setValue(anew && typed.data().status() == ActivityStatus.DONE);
    links.show(typed.links());
    attendees.show(typed.asked(), typed.invite());
    fit();
  }

  /** Says another time, as a person does who chooses it. */
  void at(@Nullable When time, @Nullable Integer length) {
    if (time != null) {
      when.setValue(time);
      minutes.offer(time.allDay());
      minutes.setValue(length);
    }
  }

  /** Calls back on every change, with what is typed so far. */
  void onChange(Consumer<ActivityTyped> listener) {
    binder.addValueChangeListener(_ -> listener.accept(typed()));
    links.onChange(() -> listener.accept(typed()));
    done.addValueChangeListener(_ -> listener.accept(typed()));
    attendees.onChange(() -> listener.accept(typed()));
  }

  private ActivityTyped typed() {
    var draft = new ActivityDraft(before.data());
    binder.writeBeanAsDraft(draft, true); // what is wrong yet is typed too
    return typed(draft);
  }

  private ActivityTyped typed(ActivityDraft draft) {
    ActivityData data =
        anew ? draft.data().toBuilder().status(done.status()).build() : draft.data();
    return new ActivityTyped(
        data, links.value(), attendees.value(), attendees.invites(), before.of());
  }

  /** Lets invitations to a meeting be sent. */
  void offerInvitations() {
    attendees.offerInvitations(true);
  }

  /** Whether anything differs from what was shown. */
  boolean isChanged() {
    return !typed().equals(before);
  }

  /** What is typed, if it can be kept; else the fields say what is wrong. */
  Optional<ActivityTyped> value() {
    var draft = new ActivityDraft(before.data());
    return binder.writeBeanIfValid(draft)
            && (kind.getValue() != ActivityKind.MEETING || attendees.check())
        ? Optional.of(typed(draft))
        : Optional.empty();
  }

  /** Says at the field what is wrong with it. */
  void show(InvalidFieldException problem) {
    FieldRemarks.refused(
        problem,
        fields,
        ActivityField::column,
        field -> ActivityTexts.problem(field, problem.problem()));
  }

  /** Puts the cursor where typing begins. */
  void focus() {
    subject.focus();
  }
}
