package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealFilter;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.list.FilterChips;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.text.Formats;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of the list of deals. */
final class DealFilterBar extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final ChoicesField<DealState> states = new ChoicesField<>();
  private final ChoicesField<StageId> stages = new ChoicesField<>();
  private final ChoicesField<UUID> owners = new ChoicesField<>();
  private final ChoicesField<UUID> tags = new ChoicesField<>();
  private final DateField from = new DateField();
  private final DateField to = new DateField();
  private final transient Function<CompanyId, String> companyName;
  private final transient Function<ContactId, String> contactName;
  private final FilterChips chips;
  private transient DealFilter shown = DealFilter.NONE;
  private transient @Nullable Consumer<DealFilter> listener;
  private boolean showing;

  DealFilterBar(
      StageBook stageBook,
      Map<UUID, String> members,
      TagBook book,
      Function<CompanyId, String> companyName,
      Function<ContactId, String> contactName) {
    this.companyName = companyName;
    this.contactName = contactName;
    states.setLabel(t("deal.column.state"));
    states.setItems(DealState.values());
    states.setItemLabelGenerator(DealTexts::state);
    stages.setLabel(t("deal.field.stage_id"));
    stages.setItems(
        stageBook.pipelines().stream()
            .flatMap(pipeline -> pipeline.stages().stream())
            .map(Stage::kept)
            .toList());
    stages.setItemLabelGenerator(stageBook::name);
    owners.setLabel(t("deal.field.owner_id"));
    owners.setItems(members.keySet());
    owners.setItemLabelGenerator(id -> members.getOrDefault(id, "…"));
    from.setLabel(t("deal.filter.from"));
    to.setLabel(t("deal.filter.to"));
    tags.setLabel(t("shell.tags"));
    tags.setItems(book.all().stream().map(TagLook::id).toList());
    tags.setItemLabelGenerator(book::name);
    tags.addValueChangeListener(_ -> changed());
    states.addValueChangeListener(_ -> changed());
    stages.addValueChangeListener(_ -> changed());
    owners.addValueChangeListener(_ -> changed());
    from.addValueChangeListener(_ -> changed());
    to.addValueChangeListener(_ -> changed());
    chips = new FilterChips(states, stages, owners, tags, from, to);
    getContent().add(chips);
  }

  void onChange(Consumer<DealFilter> changed) {
    listener = changed;
  }

  /** Shows these filters without telling the listener. */
  void show(DealFilter filter) {
    showing = true;
    shown = filter;
    states.setValue(filter.states());
    stages.setValue(filter.stages());
    owners.setValue(filter.owners());
    tags.setValue(filter.tags());
    from.setValue(filter.from());
    to.setValue(filter.to());
    showing = false;
    showChips();
  }

  private void changed() {
    if (!showing) {
      tell(shown.companies(), shown.contacts());
    }
  }

  private void tell(Set<CompanyId> companies, Set<ContactId> contacts) {
    shown =
        new DealFilter(
            states.getValue(),
            shown.pipelines(),
            stages.getValue(),
            owners.getValue(),
            companies,
            contacts,
            from.getValue(),
            to.getValue(),
            tags.getValue(),
            shown.rule());
    showChips();
    if (listener != null) {
      listener.accept(shown);
    }
  }

  private void showChips() {
    chips.clear();
    chipsOf(states);
    chipsOf(stages);
    chipsOf(owners);
    chipsOf(tags);
    chipOf(from);
    chipOf(to);
    shown
        .companies()
        .forEach(id -> chips.add(companyName.apply(id), () -> tell(Set.of(), shown.contacts())));
    shown
        .contacts()
        .forEach(id -> chips.add(contactName.apply(id), () -> tell(shown.companies(), Set.of())));
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
}
