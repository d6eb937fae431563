package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import eu.rempart.activity.ActivityFilter;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ui.field.Linked;
import eu.rempart.activity.ui.field.LinkedRecords;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.list.FilterChips;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.text.Formats;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filters of the list of activities. */
final class ActivityFilterBar extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final ChoicesField<ActivityKind> kinds = new ChoicesField<>();
  private final ChoicesField<ActivityStatus> statuses = new ChoicesField<>();
  private final Checkbox overdue = new Checkbox(t("activity.overdue"));
  private final ChoicesField<ActivityPriority> priorities = new ChoicesField<>();
  private final ChoicesField<UUID> owners = new ChoicesField<>();
  private final ChoicesField<UUID> attendees = new ChoicesField<>();
  private final ChoicesField<UUID> tags = new ChoicesField<>();
  private final DateField from = new DateField();
  private final DateField to = new DateField();
  private final transient LinkedRecords records;
  private final FilterChips chips;
  private transient ActivityFilter shown = ActivityFilter.NONE;
  private transient @Nullable Consumer<ActivityFilter> listener;
  private boolean showing;

  ActivityFilterBar(LinkedRecords records, Map<UUID, String> members, TagBook book) {
    this.records = records;
    kinds.setLabel(t("activity.field.kind"));
    kinds.setItems(ActivityKind.values());
    kinds.setItemLabelGenerator(ActivityTexts::kind);
    statuses.setLabel(t("activity.field.status"));
    statuses.setItems(ActivityStatus.values());
    statuses.setItemLabelGenerator(ActivityTexts::status);
    priorities.setLabel(t("activity.field.priority"));
    priorities.setItems(ActivityPriority.values());
    priorities.setItemLabelGenerator(ActivityTexts::priority);
    owners.setLabel(t("activity.field.owner_id"));
    owners.setItems(members.keySet());
    owners.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    attendees.setLabel(t("activity.attendees.members"));
    attendees.setItems(members.keySet());
    attendees.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    tags.setLabel(t("shell.tags"));
    tags.setItems(book.all().stream().map(TagLook::id).toList());
    tags.setItemLabelGenerator(book::name);
    from.setLabel(t("activity.filter.from"));
    to.setLabel(t("activity.filter.to"));
    kinds.addValueChangeListener(_ -> changed());
    statuses.addValueChangeListener(_ -> changed());
    overdue.addValueChangeListener(_ -> changed());
    priorities.addValueChangeListener(_ -> changed());
    owners.addValueChangeListener(_ -> changed());
    attendees.addValueChangeListener(_ -> changed());
    tags.addValueChangeListener(_ -> changed());
    from.addValueChangeListener(_ -> changed());
    to.addValueChangeListener(_ -> changed());
    chips =
        new FilterChips(kinds, statuses, overdue, priorities, owners, attendees, tags, from, to);
    getContent().add(chips);
  }

  void onChange(Consumer<ActivityFilter> changed) {
    listener = changed;
  }

  /** Shows these filters without telling the listener. */
  void show(ActivityFilter filter) {
    showing = true;
    shown = filter;
    kinds.setValue(filter.kinds());
    statuses.setValue(filter.statuses());
    overdue.setValue(filter.overdue());
    priorities.setValue(filter.priorities());
    owners.setValue(filter.owners());
    attendees.setValue(filter.attendees());
    tags.setValue(filter.tags());
    from.setValue(filter.from());
    to.setValue(filter.to());
    showing = false;
    showChips();
  }

  private void changed() {
    if (!showing) {
      tell(true);
    }
  }

  /** Tells what is chosen, with the records of the address or without. */
  private void tell(boolean about) {
    shown =
        new ActivityFilter(
            kinds.getValue(),
            statuses.getValue(),
            overdue.getValue(),
            priorities.getValue(),
            owners.getValue(),
            attendees.getValue(),
            about ? shown.contacts() : Set.of(),
            about ? shown.companies() : Set.of(),
            about ? shown.deals() : Set.of(),
            from.getValue(),
            to.getValue(),
            tags.getValue());
    showChips();
    if (listener != null) {
      listener.accept(shown);
    }
  }

  private void showChips() {
    chips.clear();
    chipsOf(kinds);
    chipsOf(statuses);
    if (overdue.getValue()) {
      chips.add(overdue.getLabel(), overdue::clear);
    }
    chipsOf(priorities);
    chipsOf(owners);
    attendees
        .getValue()
        .forEach(
            member ->
                chips.add(
                    t("activity.filter.attending", attendees.getItemLabelGenerator().apply(member)),
                    () -> attendees.deselect(List.of(member))));
    chipsOf(tags);
    chipOf(from);
    chipOf(to);
    chipsOf(records.contacts(shown.contacts()));
    chipsOf(records.companies(shown.companies()));
    chipsOf(records.deals(shown.deals()));
  }

  private void chipsOf(Collection<Linked> about) {
    about.forEach(linked -> chips.add(linked.name(), () -> tell(false)));
  }

  private <T> void chipsOf(ChoicesField<T> box) {
    box.getValue()
        .forEach(
            value ->
                chips.add(
                    box.getItemLabelGenerator().apply(value), () -> box.deselect(List.of(value))));
  }

  private void chipOf(DatePicker picker) {
    if (picker.getValue() != null) {
      chips.add(picker.getLabel() + " " + Formats.date(picker.getValue()), picker::clear);
    }
  }

  /** What a new activity is about that is begun from here. */
  ActivityLinks about() {
    return new ActivityLinks(
        List.copyOf(shown.contacts()), List.copyOf(shown.companies()), List.copyOf(shown.deals()));
  }
}
