package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox.AutoExpandMode;
import com.vaadin.flow.component.html.Div;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.field.FormParts;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Chooses whom and what an activity is about, by parts of their names. */
public final class LinksField extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private interface Finder {
    Stream<Linked> find(String text, int offset, int limit);
  }

  private final transient LinkedRecords records;
  private final ChoicesField<Linked> contacts;
  private final ChoicesField<Linked> companies;
  private final ChoicesField<Linked> deals;
  private transient Runnable listener = () -> {};

  public LinksField(LinkedRecords records) {
    this.records = records;
    contacts = box(t("activity.links.contacts"), records::findContacts);
    companies = box(t("activity.links.companies"), records::findCompanies);
    deals = box(t("activity.links.deals"), records::findDeals);
    getContent().addClassName("activity-links");
    getContent().add(contacts, companies, deals);
    FormParts.title(getContent(), t("activity.column.links"));
  }

  private ChoicesField<Linked> box(String label, Finder finder) {
    var box = new ChoicesField<Linked>(label);
    box.setItems(
        query -> finder.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    box.setItemLabelGenerator(Linked::name);
    box.setRenderer(Linked.lines());
    box.setAutoExpand(AutoExpandMode.VERTICAL);
    box.addValueChangeListener(_ -> listener.run());
    return box;
  }

  public void onChange(Runnable changed) {
    listener = changed;
  }

  public void show(ActivityLinks links) {
    contacts.setValue(records.contacts(links.contacts()));
    companies.setValue(records.companies(links.companies()));
    deals.setValue(records.deals(links.deals()));
  }

  public ActivityLinks value() {
    return new ActivityLinks(
        ids(contacts, ContactId::new), ids(companies, CompanyId::new), ids(deals, DealId::new));
  }

  private static <I> List<I> ids(ChoicesField<Linked> box, Function<UUID, I> id) {
    return box.getValue().stream().map(Linked::id).map(id).toList();
  }
}
